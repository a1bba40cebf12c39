/** Rows carried over: known again by number or by person, and no line of a list while nobody has asked anything of them. */
import { expect, it } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { askedAnew, countTouched, toEarlierPeriod } from '../../functions/domain/registered-again.ts';
import { aDossier, aRow } from './people.ts';

const carriedFrom = {
  planId: 'kh-113',
  period: '2024',
  dossierId: '2024-31843-001',
  unitId: '31843',
  unit: 'Xã Ninh Hòa',
  foundAs: { planId: 'kh-113', dossierId: '2024-31843-001' },
  foundBy: 'Xã Ninh Hòa',
  foundOn: '2024-01-09',
};
const waiting: Dossier = { ...aDossier(1), status: 'carried', carriedFrom };
const sent: Dossier = { ...aDossier(2), carriedFrom };

it.each([
  ['a carried line', aRow(1), '2024'],
  ['the same person copied onto another line', { ...aRow(1), id: '2025-31843-009' }, '2024'],
  ['somebody else typed over it', aRow(1, { name: 'Trần Văn Khác' }), undefined],
  ['a line that was sent already, its name mended since', aRow(2, { name: 'Nguyễn Thị Hòa' }), '2024'],
  ['a line of this year', aRow(3), undefined],
])('says where %s comes from', (_case, row, period) => {
  expect(toEarlierPeriod([waiting, sent, aDossier(3)])(row)).toBe(period);
});

it('counts a line that was carried over from the first answer that is asked anew', () => {
  const raw = (rowId: string, cells: Record<string, string>) => ({
    line: 3,
    rowId,
    cells: { name: 'Hoa', ...cells },
  });
  const untouched = raw(waiting.id, {});
  const others = [raw('', {}), raw(sent.id, {}), raw('2025-31843-004', {})];
  expect(countTouched([untouched, ...others], [waiting, sent])).toBe(3);
  for (const key of askedAnew) expect(countTouched([raw(waiting.id, { [key]: 'x' })], [waiting])).toBe(1);
});
