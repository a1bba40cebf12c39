/** A plan that replaces one list of words by its own and asks two columns more, for the tests of forms that plans change. */
import type { CatalogueEntry, Plan, PlanColumn } from '../../functions/domain/plan.ts';

export const launched: PlanColumn = {
  form: 'exemplar',
  after: 'movement',
  column: {
    key: 'hasLaunched',
    header: 'Đã phát động thi đua',
    help: 'Chọn “Đã phát động” khi đã có văn bản phát động.',
    example: 'Đã phát động',
    type: 'choice',
    required: 'all',
    choices: ['Đã phát động', 'Chưa phát động'],
    visibility: 'internal',
    width: 120,
  },
};

export const launchPaper: PlanColumn = {
  form: 'exemplar',
  after: 'hasLaunched',
  column: {
    key: 'launchPaper',
    header: 'Văn bản phát động',
    help: 'Số, ký hiệu và ngày của văn bản.',
    example: '12/KH-SNV ngày 05/01/2025',
    type: 'text',
    min: 5,
    max: 60,
    visibility: 'public',
    width: 200,
  },
};

export const word = (list: string, value: string, over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  list,
  value,
  source: '',
  ...over,
});

/** "Kinh tế" holds to the end of 2024; two words came in its place. */
export const newSectors: readonly CatalogueEntry[] = [
  word('sector', 'Kinh tế', { validTo: '2024-12-31' }),
  word('sector', 'Kinh tế số', { validFrom: '2025-01-01' }),
  word('sector', 'Kinh tế xanh', { validFrom: '2025-01-01' }),
  word('sector', 'Quốc phòng – an ninh'),
];

export const withOwnForm = (plan: Plan): Plan => ({
  ...plan,
  catalogues: newSectors,
  columns: [launched, launchPaper],
});
