/** The template is the form: headers, help, choices, formats and ids, as in the tab of the workbook. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exemplarForm as form } from '../../../functions/domain/forms/exemplar.ts';
import { stampedRowId, stampedRows, unitTabColumns } from '../../../functions/domain/workbook.ts';
import { kh113BacLieu } from '../../../functions/plans/kh-113-bac-lieu.ts';
import { toSheetName } from '../../../infra/xlsx/sheet-name.ts';
import { type TemplateInput, writeTemplate } from '../../../infra/xlsx/template.ts';
import { toTemplateInput } from '../../../infra/xlsx/unit-template.ts';
import { withOwnForm } from '../../domain/plan-columns.ts';
import { anyText } from '../../domain/vietnamese.ts';
import { input, listIn, listOf, open, template, unitId } from './files.ts';

const workbook = await open(template);
const list = listOf(workbook);
const columns = unitTabColumns(form);

it('has the headers, the hidden keys and the ids of the tab, and no row yet', async () => {
  const { values } = await listIn(template);
  expect(values.slice(0, 2)).toEqual([columns.map(({ header }) => header), columns.map(({ key }) => key)]);
  expect(values.slice(2)).toEqual(
    Array.from({ length: stampedRows }, (_, index) => [stampedRowId('2025', unitId, index + 1)]),
  );
  expect(list.getRow(2).hidden).toBe(true);
  expect([1, 2, 3, 4].map((column) => list.getColumn(column).hidden)).toEqual([true, true, true, false]);
  expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
});

it.each(form.columns)(
  'column $key: format, help, example and choices',
  ({ key, type, help, example, choices }) => {
    const index = columns.findIndex((column) => column.key === key) + 1;
    const formats = { integer: '0', date: 'dd/mm/yyyy' } as const;
    expect(list.getColumn(index).numFmt).toBe(type === 'integer' || type === 'date' ? formats[type] : '@');
    expect(JSON.stringify(list.getCell(1, index).note)).toContain(
      JSON.stringify(`${help}\nVí dụ: ${example}`).slice(1, -1),
    );
    const rule = list.getCell(62, index).dataValidation;
    expect(rule.prompt).toBe(help.slice(0, 255));
    const [, letter = '', last] =
      /^GuongSang!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(rule.formulae?.[0] ?? '') ?? [];
    const words = Array.from(
      { length: Number(last ?? 0) },
      (_, line) => workbook.getWorksheet('GuongSang')?.getCell(`${letter}${line + 1}`).value,
    );
    expect(words).toEqual(choices ?? []);
  },
);

it('explains on a second sheet how to fill in a file, not a shared sheet', () => {
  const text = workbook.getWorksheet('Hướng dẫn')?.getSheetValues().flat().join('\n');
  expect(text).toContain('lưu tệp loại .xlsx, không đặt mật khẩu');
  expect(text).toContain(`Nơi nhận: ${input.collecting.reviewBody ?? input.collecting.name}`);
  expect(text).not.toContain('Nộp danh sách');
  for (const { header } of form.columns) expect(text).toContain(header);
});

it('has the words and columns of the plan’s own', async () => {
  const own = withOwnForm(kh113BacLieu);
  const file = await open(await writeTemplate(toTemplateInput(own, '2025', unitId) as TemplateInput));
  const headers = listOf(file).getRow(1).values as string[];
  const wordsOf = (header: string) => {
    const letter = listOf(file).getColumn(headers.indexOf(header)).letter;
    const words = file.getWorksheet('GuongSang')?.getColumn(letter).values ?? [];
    return words.filter((word) => word !== undefined && word !== null);
  };
  expect(wordsOf('Lĩnh vực')).toEqual(['Kinh tế số', 'Kinh tế xanh', 'Quốc phòng – an ninh']);
  expect(wordsOf('Đã phát động thi đua')).toEqual(['Đã phát động', 'Chưa phát động']);
  expect(file.getWorksheet('Hướng dẫn')?.getSheetValues().flat()).toContain('Văn bản phát động');
});

it('names its sheet as Excel allows, whatever the tab is called', () => {
  fc.assert(
    fc.property(anyText, fc.nat(60), (text, length) => {
      const name = toSheetName(text + 'ấp '.repeat(length));
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^\s|\s$/);
      expect(name.isWellFormed() || !text.isWellFormed()).toBe(true);
    }),
  );
  expect([toSheetName('History'), toSheetName('Hướng dẫn'), toSheetName('///')]).toEqual(
    Array(3).fill('Danh sách'),
  );
  expect(toSheetName('Phường 2')).toBe('Phường 2');
});
