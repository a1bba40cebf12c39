/** The foot of every public page: who answers for it, as far as the deployment and the plans say, and nothing else. */
import { expect, it } from 'vitest';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import { noPublisher, organisersOf, renderPublisher } from '../../functions/listing/publisher.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { kh282HaNoi } from '../../functions/plans/kh-282-ha-noi.ts';

const table = (plan: typeof kh113BacLieu) => toPlanTable(plan, new Set());

it('names whoever issued the plans, newest first, and not those whose work another carries on', () => {
  expect(organisersOf([table(kh113BacLieu)])).toEqual([kh113BacLieu.issuer]);
  expect(organisersOf([kh113BacLieu, kh282HaNoi, caMau2026, caMau2026].map(table))).toEqual([
    caMau2026.issuer,
    kh282HaNoi.issuer,
  ]);
});

it('says what is set and invents nothing', () => {
  const some = { ...noPublisher, name: 'Sở Nội vụ', phone: '0290 000 000', note: 'Bản chạy thử.' };
  expect(renderPublisher(some, ['UBND tỉnh']).html).toBe(
    '<p><b>Sở Nội vụ</b> công bố và chịu trách nhiệm về trang này.</p><p>Cơ quan ban hành kế hoạch: UBND tỉnh.</p><p>Điện thoại: 0290 000 000</p><p>Bản chạy thử.</p>',
  );
  expect(renderPublisher(noPublisher, ['UBND tỉnh']).html).toBe('<p>Cơ quan chủ trì: UBND tỉnh.</p>');
  expect(renderPublisher(noPublisher, []).html).toBe('');
  expect(renderPublisher({ ...noPublisher, name: '<b>' }, []).html).not.toContain('<b><b>');
});
