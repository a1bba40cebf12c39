/** A file of a plan with words and columns of its own goes through the same door as the sheet. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planForm } from '../../../functions/domain/plan-form.ts';
import { unitTabColumns } from '../../../functions/domain/workbook.ts';
import { importAsClerk } from '../../../infra/cli/import-command.ts';
import { type TemplateInput, writeTemplate } from '../../../infra/xlsx/template.ts';
import { toTemplateInput } from '../../../infra/xlsx/unit-template.ts';
import { withOwnForm } from '../../domain/plan-columns.ts';
import { type Office, smallPlan, startOffice } from '../../support/office.ts';
import { listOf, open, save } from './files.ts';

const unit = '31843';
const plan = withOwnForm(smallPlan);
const columns = unitTabColumns(planForm(plan, 'exemplar', '2025-01-14'));
let office: Office;

beforeAll(async () => {
  office = await startOffice({ plan });
});
afterAll(() => office.close());

async function fileWith(own: Record<string, string>): Promise<Uint8Array> {
  const workbook = await open(await writeTemplate(toTemplateInput(plan, '2025', unit) as TemplateInput));
  office.rows(unit, 5).forEach((row, index) => {
    const cells: Record<string, unknown> = { ...row, ...own };
    columns.forEach(({ key }, at) => {
      const value = cells[key];
      if (value !== undefined && value !== '')
        listOf(workbook).getCell(index + 3, at + 1).value = String(value);
    });
  });
  return save(workbook);
}

it('is refused with the plan’s words, by its cells, and changes nothing', async () => {
  const refused = await importAsClerk(office.local, {
    bytes: await fileWith({ sector: 'Kinh tế', launchPaper: '12' }),
  });
  expect(refused.ok ? [] : refused.problems).toEqual([
    expect.stringContaining('hãy chọn một trong: Kinh tế số; Kinh tế xanh; Quốc phòng – an ninh.'),
    expect.stringContaining('cột “Đã phát động thi đua”, 5 ô'),
    expect.stringContaining('cột “Văn bản phát động”, 5 ô'),
  ]);
});

it('lies in the tab as typed, and can be submitted', async () => {
  const bytes = await fileWith({
    sector: 'Kinh tế số',
    hasLaunched: 'Đã phát động',
    launchPaper: '12/KH-SNV',
  });
  expect(await importAsClerk(office.local, { bytes })).toMatchObject({
    ok: true,
    outcome: 'written',
    rows: 5,
  });
  expect(await importAsClerk(office.local, { bytes })).toMatchObject({ ok: true, outcome: 'unchanged' });
  expect((await office.submit(unit)).body).toMatchObject({ ok: true, rows: 5 });
});
