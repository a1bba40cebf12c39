/** The lists that the tab Danh mục holds, and what it holds at first: words of the form, awards, papers in force. */
import { exemplarForm } from '../../domain/forms/exemplar.ts';
import type { CatalogueEntry } from '../../domain/plan.ts';
import { addDays } from '../../domain/working-days.ts';

/** Words that the rules themselves speak of (kind, consent) are no list that an administrator can change. */
const formLists = [
  'collectiveType',
  'subjectClass',
  'sector',
  'impactScope',
  'awardTrack',
  'source',
  'stage',
  'proposal',
];

const choiceColumns = exemplarForm.columns.filter(({ key, choices }) => choices && formLists.includes(key));

/** The first two make the plan itself: its levels and kinds of units. */
export const planLists = { level: 'Cấp', unitKind: 'Loại đơn vị' } as const;

/** List id → what people call it. */
export const listNames: Readonly<Record<string, string>> = {
  ...planLists,
  ...Object.fromEntries(choiceColumns.map(({ key, header }) => [key, header])),
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
  ...choiceColumns.flatMap(({ key, choices = [] }) =>
    choices.map((value) => ({ list: key, value, source: formSource })),
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
    validTo: '2027-03-01',
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
