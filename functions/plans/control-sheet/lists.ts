/** The lists that the tab Danh mục holds, and what it holds at first: words of the form, awards, papers in force. */
import { forms } from '../../domain/forms/index.ts';
import type { CatalogueEntry } from '../../domain/plan.ts';
import { addDays } from '../../domain/working-days.ts';

/** One column for each list that forms choose from; several forms may choose from one. */
const listColumns = [
  ...new Map(
    Object.values(forms)
      .flatMap(({ columns }) => columns)
      .flatMap((column) => (column.list === undefined ? [] : [[column.list, column] as const]))
      .reverse(),
  ),
].reverse();

/** The first two make the plan itself: its levels and kinds of units. */
export const planLists = { level: 'Cấp', unitKind: 'Loại đơn vị' } as const;

/** List id → what people call it. */
export const listNames: Readonly<Record<string, string>> = {
  ...planLists,
  ...Object.fromEntries(listColumns.map(([list, { header }]) => [list, header])),
  award: 'Hình thức khen thưởng',
  law: 'Văn bản pháp luật',
};

const formSource = 'Biểu mẫu của hệ thống';
const emulationLaw = 'Luật Thi đua, khen thưởng 06/2022/QH15';

const awards = [
  'Giấy khen',
  'Bằng khen',
  'Chiến sĩ thi đua cơ sở',
  'Lao động tiên tiến',
  'Tập thể lao động tiên tiến',
  'Tập thể lao động xuất sắc',
  'Cờ thi đua',
  'Xã, phường, đặc khu tiêu biểu',
];

/** As an administrator would otherwise have to type them; what has not been read in full says so. */
export const firstCatalogues: readonly CatalogueEntry[] = [
  ...listColumns.flatMap(([list, { choices = [] }]) =>
    choices.map((value) => ({ list, value, source: formSource })),
  ),
  ...awards.map((value) => ({
    list: 'award',
    value,
    validFrom: value.startsWith('Xã') ? '2025-07-01' : '2024-01-01',
    source: value.startsWith('Xã') ? 'Nghị định 152/2025/NĐ-CP' : emulationLaw,
  })),
  { list: 'law', value: emulationLaw, validFrom: '2024-01-01', source: 'Quốc hội, 15/06/2022' },
  {
    list: 'law',
    value: 'Nghị định 98/2023/NĐ-CP',
    validFrom: '2024-01-01',
    validTo: '2025-06-30',
    source: 'Bị Nghị định 152/2025/NĐ-CP, Điều 59 bãi bỏ',
  },
  {
    list: 'law',
    value: 'Nghị định 152/2025/NĐ-CP',
    validFrom: '2025-07-01',
    validTo: '2027-02-28',
    source: 'Điều 60 khoản 1: hết hiệu lực từ 01/03/2027 nếu không được kéo dài hoặc thay thế',
  },
  {
    list: 'law',
    value: 'Thông tư 15/2025/TT-BNV',
    validFrom: '2025-08-05',
    source: 'Chưa đối chiếu toàn văn',
  },
];

/** Days before a paper ends on which the administrator is told. */
const warningDays = 90;

/** Entries that end soon, so that none expires unseen. */
export const endingSoon = (entries: readonly CatalogueEntry[], today: string): CatalogueEntry[] => {
  const limit = addDays(today, warningDays);
  return entries.filter(({ validTo }) => validTo !== undefined && validTo >= today && validTo <= limit);
};

/** Names of the lists that forms choose from and whose words, or the time they hold, are other than before. */
export const changedLists = (
  before: readonly CatalogueEntry[],
  after: readonly CatalogueEntry[],
): string[] => {
  const wordsOf = (entries: readonly CatalogueEntry[], list: string): string =>
    JSON.stringify(
      entries
        .filter((entry) => entry.list === list)
        .map(({ value, validFrom = '', validTo = '' }) => [value, validFrom, validTo]),
    );
  return listColumns
    .filter(([list]) => wordsOf(before, list) !== wordsOf(after, list))
    .map(([, { header }]) => header);
};
