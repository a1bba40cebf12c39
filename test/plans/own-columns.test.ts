/** Columns that a plan adds to its forms are refused with every fault named, or taken as they are. */
import { expect, it } from 'vitest';
import { forms } from '../../functions/domain/forms/index.ts';
import type { PlanColumn } from '../../functions/domain/plan.ts';
import { readControlTabs } from '../../functions/plans/control-sheet/index.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';
import { launched, launchPaper, withOwnForm, word } from '../domain/plan-columns.ts';
import { cellsOf, smallState } from './control-sheet/sheet.ts';

const faultsOf = (columns: readonly unknown[]): string[] => {
  const parsed = parsePlan({ ...kh113BacLieu, columns });
  return parsed.ok ? [] : parsed.faults;
};
const paper = (over: object, place: Partial<PlanColumn> = {}) => ({
  ...launchPaper,
  after: 'movement',
  ...place,
  column: { ...launchPaper.column, ...over },
});
const own = (key: string): string => `Cột “${key}” thêm vào biểu mẫu “exemplar”`;

it('takes columns that stand behind one another, in any order', () => {
  expect(faultsOf([launched, launchPaper])).toEqual([]);
  expect(faultsOf([launchPaper, launched])).toEqual([]);
  const parsed = parsePlan(withOwnForm(kh113BacLieu));
  expect(parsed.ok && parsed.plan.columns).toEqual([launched, launchPaper]);
});

it.each([
  ['the key of a column of the form', paper({ key: 'title' }), 'mã cột đã dùng, hãy đặt mã khác'],
  ['the key of a machine’s column', paper({ key: 'status' }), 'mã cột đã dùng, hãy đặt mã khác'],
  [
    'the header of another column, however typed',
    paper({ header: 'LĨNH VỰC' }),
    'tiêu đề “LĨNH VỰC” đã là của cột “sector”, hãy đặt tiêu đề khác',
  ],
  [
    'a neighbour that there is not',
    paper({}, { after: 'nothing' }),
    'đứng sau cột “nothing” không có trong biểu mẫu, hãy ghi mã một cột có sẵn, ví dụ guardianConsent',
  ],
  [
    'itself for a neighbour',
    paper({}, { after: 'launchPaper' }),
    'đứng sau cột “launchPaper” mà không tới cột nào của biểu mẫu, hãy ghi mã một cột có sẵn, ví dụ guardianConsent',
  ],
  [
    'a form that there is not',
    paper({}, { form: 'nothing' }),
    `không có biểu mẫu “nothing”, hãy ghi một trong: ${Object.keys(forms).join(', ')}`,
  ],
  [
    'nothing to choose from',
    paper({ type: 'choice', min: undefined, max: undefined }),
    'cột chọn chưa có giá trị nào để chọn, hãy ghi choices',
  ],
  [
    'choices for a text',
    paper({ choices: ['A', 'B'] }),
    'có giá trị để chọn mà loại cột là text, hãy ghi loại choice hoặc bỏ choices',
  ],
  ['limits the wrong way round', paper({ min: 61 }), 'min 61 lớn hơn max 60'],
  [
    'limits of another type',
    paper({ type: 'date', visibility: 'internal', example: '05/01/2025' }),
    'min, max của cột ngày phải là ngày, ví dụ 2025-01-15',
  ],
  [
    'what the public page cannot show as text',
    paper({ type: 'link', example: 'https://vidu.vn/12' }),
    'chỉ cột chữ (text, longText, choice) mới công khai được, cột này là link; hãy ghi visibility là internal',
  ],
  [
    'an example that its own rules refuse',
    paper({ example: 'số 1' }),
    'ví dụ “số 1” trái với chính quy định của cột. Đang có 4 ký tự (“số 1”), cần ít nhất 5; hãy viết thêm, ví dụ “số 1”.',
  ],
  [
    'a duty for kinds that it is not for',
    paper({ onlyFor: ['model'], required: ['individual'] }),
    'bắt buộc với loại mà cột không dùng cho, hãy xem lại required và onlyFor',
  ],
])('refuses a column with %s', (_what, column, fault) => {
  const { form, column: given } = column;
  expect(faultsOf([column])).toEqual([`Cột “${given.key}” thêm vào biểu mẫu “${form}”: ${fault}`]);
});

it('names every fault at once, those of a second column with the same key and header too', () => {
  expect(faultsOf([launched, paper({}), paper({ min: 61 }, { after: 'nowhere' })])).toEqual([
    `${own('launchPaper')}: mã cột đã dùng, hãy đặt mã khác`,
    `${own('launchPaper')}: tiêu đề “Văn bản phát động” đã là của cột “launchPaper”, hãy đặt tiêu đề khác`,
    `${own('launchPaper')}: min 61 lớn hơn max 60`,
  ]);
  const around = [
    paper({ key: 'a', header: 'A' }, { after: 'b' }),
    paper({ key: 'b', header: 'B' }, { after: 'a' }),
  ];
  expect(faultsOf(around).map((fault) => fault.split(':')[0])).toEqual([own('a'), own('b')]);
});

it('refuses what is no column where it stands', () => {
  const places = (column: unknown): string[] => faultsOf([column]).map((fault) => fault.split(':')[0] ?? '');
  expect(places(paper({ key: 'Cột' }))).toEqual(['columns › 0 › column › key']);
  expect(places(paper({ key: 'constructor' }))).toEqual(['columns › 0 › column › key']);
  expect(places(paper({ type: 'colour', header: ' ' }))).toEqual([
    'columns › 0 › column › header',
    'columns › 0 › column › type',
  ]);
  expect(places({ ...launched, column: { ...launched.column, choices: ['A', 'A'] } })).toEqual([
    'columns › 0 › column › choices',
  ]);
  expect(places(paper({ colour: 'red' }))).toEqual(['columns › 0 › column']);
});

it('refuses a list longer than a drop-down', () => {
  const catalogues = Array.from({ length: 501 }, (_, index) => word('sector', `Lĩnh vực ${index}`));
  const parsed = parsePlan({ ...kh113BacLieu, catalogues });
  expect(parsed.ok ? [] : parsed.faults).toEqual([
    'Danh mục “Lĩnh vực”: có 501 giá trị, danh sách thả xuống chỉ chứa được 500 giá trị và 50000 ký tự; hãy bớt đi',
  ]);
});

it('carries them through the control sheet untouched, which has no column for them', () => {
  const plan = { ...smallState.plan, columns: [launched, launchPaper] };
  const state = { ...smallState, plan };
  const read = readControlTabs(cellsOf(state), state);
  expect(read.ok && read.state.plan.columns).toEqual([launched, launchPaper]);
});
