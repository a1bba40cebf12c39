/** The tab Danh mục: levels and kinds of units by code, and every list of words with the time it holds. */
import type { CatalogueEntry, Level, UnitKind } from '../../domain/plan.ts';
import { compareKey } from '../../domain/text.ts';
import { clean, faultTwins, type ReadLine, type ReadLines } from './cells.ts';
import { listNames, planLists } from './lists.ts';
import { type ControlTab, said } from './tab.ts';

export const cataloguesTab: ControlTab = {
  id: 'catalogues',
  sheetId: 7,
  title: 'Danh mục',
  help: 'Mỗi dòng một giá trị. Hết dùng thì ghi “Đến ngày”, đừng xóa dòng. Danh sách của mỗi kỳ dùng các giá trị còn hiệu lực vào ngày hạn nộp; đổi xong thì dựng lại bảng tính để ô chọn trong bảng của đơn vị đổi theo.',
  identity: ['list', 'value'],
  label: ({ list, value }) => `${list}, ${value}`,
  columns: [
    {
      key: 'list',
      header: 'Danh mục',
      help: 'Chọn danh mục.',
      example: 'Hình thức khen thưởng',
      type: 'choice',
      choices: Object.values(listNames),
      required: 'all',
      width: 200,
    },
    {
      key: 'value',
      header: 'Giá trị',
      help: 'Tên, đúng như sẽ hiện cho mọi người.',
      example: 'Giấy khen',
      type: 'text',
      required: 'all',
      max: 300,
      width: 320,
    },
    {
      key: 'code',
      header: 'Mã',
      help: 'Chỉ với cấp và loại đơn vị: chữ không dấu; đã dùng thì không đổi.',
      example: 'commune',
      type: 'text',
      reading: 'code',
      width: 120,
    },
    {
      key: 'group',
      header: 'Thuộc',
      help: 'Chỉ với loại đơn vị: tên cấp của loại đó.',
      example: 'Cấp xã',
      type: 'text',
      width: 140,
    },
    {
      key: 'validFrom',
      header: 'Từ ngày',
      help: 'Ngày bắt đầu dùng; để trống nếu từ trước đến nay.',
      example: '01/07/2025',
      type: 'date',
      width: 110,
    },
    {
      key: 'validTo',
      header: 'Đến ngày',
      help: 'Ngày cuối cùng còn dùng; để trống nếu chưa hết.',
      example: '28/02/2027',
      type: 'date',
      width: 110,
    },
    {
      key: 'source',
      header: 'Căn cứ',
      help: 'Văn bản, điều khoản.',
      example: 'Nghị định 152/2025/NĐ-CP, Điều 60',
      type: 'text',
      max: 300,
      width: 320,
    },
  ],
  linesOf: ({ plan, catalogues }) => [
    ...plan.levels.map(({ id, name }) => said({ list: planLists.level, value: name, code: id })),
    ...Object.entries(plan.unitKinds).map(([id, { name, level }]) =>
      said({
        list: planLists.unitKind,
        value: name,
        code: id,
        group: plan.levels.find((one) => one.id === level)?.name ?? level,
      }),
    ),
    ...catalogues.map(({ list, ...entry }) => said({ list: listNames[list] ?? list, ...entry })),
  ],
};

const listIds = new Map(Object.entries(listNames).map(([id, name]) => [name, id]));

export interface ReadCatalogues {
  levels: Level[];
  unitKinds: Record<string, UnitKind>;
  catalogues: CatalogueEntry[];
}

/** A kind or level by its name as people write it, or by its code. */
export const findNamed = <T extends { name: string }>(
  entries: readonly (readonly [id: string, entry: T])[],
  word: string,
): string | undefined =>
  (entries.find(([, { name }]) => compareKey(name) === compareKey(word)) ??
    entries.find(([id]) => id === word))?.[0];

export function readCatalogues({ lines }: ReadLines): ReadCatalogues {
  faultTwins(
    lines,
    ({ values }) => compareKey(`${values.list ?? ''}\n${values.value ?? ''}`),
    'value',
    'control-line-twice',
    ({ values }) => clean(values.value),
  );
  const inPlan = lines.filter(({ values }) => Object.values<unknown>(planLists).includes(values.list));
  faultTwins(
    inPlan.filter(({ values }) => values.code !== undefined),
    ({ values }) => `${values.list} ${values.code}`,
    'code',
    'control-line-twice',
    ({ values }) => clean(values.code),
  );
  for (const line of lines) checkDates(line);
  for (const line of inPlan)
    if (line.values.code === undefined)
      line.fault('code', 'catalogue-code-missing', { value: clean(line.values.value) });
  const ofList = (list: string): ReadLine[] =>
    inPlan.filter(
      ({ values }) => values.list === list && values.code !== undefined && values.value !== undefined,
    );
  const levels = ofList(planLists.level).map(({ values }) => ({
    id: clean(values.code),
    name: clean(values.value),
  }));
  const unitKinds = Object.fromEntries(
    ofList(planLists.unitKind).map((line) => [
      clean(line.values.code),
      { name: clean(line.values.value), level: levelOf(line, levels) },
    ]),
  );
  return { levels, unitKinds, catalogues: lines.flatMap((line) => toEntry(line)) };
}

function levelOf(line: ReadLine, levels: readonly Level[]): string {
  const { group, value } = line.values;
  if (group === undefined) {
    line.fault('group', 'group-missing', { value: clean(value) });
    return '';
  }
  const found = findNamed(
    levels.map((level) => [level.id, level] as const),
    clean(group),
  );
  if (found === undefined)
    line.fault('group', 'word-unknown', {
      what: 'cấp',
      value: group,
      choices: levels.map(({ name }) => name).join('; '),
    });
  return found ?? '';
}

/** From … to …, the same way on every tab that has the two. */
export function checkDates({ values, fault }: ReadLine): void {
  const { validFrom, validTo } = values;
  if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return;
  const shown = (iso: string | number): string => String(iso).split('-').reverse().join('/');
  fault('validTo', 'dates-backwards', { value: shown(validTo), from: shown(validFrom) });
}

function toEntry({ values }: ReadLine): CatalogueEntry[] {
  const list = listIds.get(clean(values.list));
  if (list === undefined || list in planLists || values.value === undefined) return [];
  const { validFrom, validTo } = values;
  return [
    {
      list,
      value: clean(values.value),
      ...(validFrom === undefined ? {} : { validFrom: String(validFrom) }),
      ...(validTo === undefined ? {} : { validTo: String(validTo) }),
      source: clean(values.source),
    },
  ];
}
