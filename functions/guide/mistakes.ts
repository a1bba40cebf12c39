/**
 * The mistakes most met, each made on purpose in the form's own example row and judged by the real checks: what the guide
 * quotes is what the sheet says.
 */
import { checkTab } from '../domain/check-tab.ts';
import { type CheckContext, checkList } from '../domain/checks/index.ts';
import { isoFromVi } from '../domain/date.ts';
import { columnOf, type ExemplarKind, type Form, isAllowed, kindLabels } from '../domain/form.ts';
import { sentence } from '../domain/messages.vi.ts';
import type { Problem, ProblemCode, Severity } from '../domain/problem.ts';
import type { CellValue } from '../domain/row.ts';
import { rowIdPrefix, stampedRowId, unitTabColumns } from '../domain/workbook.ts';
import type { GuideInput, Owed } from './guide.ts';

export interface Example {
  code: ProblemCode;
  severity: Severity;
  /** Header of the column, or in words that it is about more than a cell. */
  where: string;
  said: string;
}

type Cells = Record<string, CellValue>;

/** One line as typed: what differs from the example row. '' makes a cell blank. */
interface Mistake {
  code: ProblemCode;
  typed: Cells;
  /** A line above it, for what only two lines together show. */
  above?: Cells;
}

const mistakes = (form: Form, firstId: string, year: number): readonly Mistake[] => [
  { code: 'required-blank', typed: { title: '' } },
  { code: 'choice-unknown', typed: { sector: 'Nông nghiệp' } },
  { code: 'number-out-of-range', typed: { birthYear: 85 } },
  { code: 'text-in-number', typed: { birthYear: 'khoảng 40 tuổi' } },
  { code: 'date-unreadable', typed: { achievedFrom: '3/2022' } },
  { code: 'date-impossible', typed: { achievedFrom: '31/02/2022' } },
  { code: 'achieved-backwards', typed: { achievedTo: '01/01/2022' } },
  { code: 'text-too-short', typed: { summary: 'Giúp bà con nuôi tôm.' } },
  { code: 'text-too-long', typed: { title: columnOf(form, 'summary')?.example ?? '' } },
  { code: 'text-has-line-break', typed: { position: 'Nông dân\nTổ trưởng' } },
  { code: 'text-has-formula', typed: { keyResults: '=N3' } },
  { code: 'text-is-tcvn3', typed: { name: 'NguyÔn ThÞ Hoa' } },
  { code: 'link-unreadable', typed: { photoUrl: 'anh-ba-hoa.jpg' } },
  { code: 'name-single-word', typed: { name: 'Phượng' } },
  { code: 'name-is-group', typed: { name: 'Nguyễn Văn An, Trần Thị Bé' } },
  { code: 'name-all-capitals', typed: { name: 'NGUYỄN THỊ HOA' } },
  { code: 'honorific-mismatch', typed: { honorific: 'Ông' } },
  { code: 'locality-private', typed: { locality: '12 Trần Phú, khóm 2' } },
  { code: 'identity-number', typed: { position: 'Nông dân, 0912345678' } },
  { code: 'email-in-text', typed: { position: 'Nông dân, thư: hoa@vidu.vn' } },
  { code: 'sensitive-words', typed: { title: 'Người mẹ nghèo nuôi con bị bệnh tâm thần' } },
  { code: 'column-not-for-kind', typed: { memberCount: 24 } },
  { code: 'results-without-number', typed: { keyResults: 'Nhiều hộ làm theo' } },
  { code: 'consent-without-date', typed: { consentDate: '' } },
  { code: 'consent-of-child', typed: { honorific: 'Em', birthYear: year - 12, guardianConsent: '' } },
  { code: 'photo-without-alt', typed: { photoAlt: '' } },
  { code: 'row-duplicate', typed: {}, above: {} },
  { code: 'row-id-duplicate', typed: { name: 'Trần Thị Bé', rowId: firstId }, above: {} },
  { code: 'row-key-missing', typed: { rowId: '' } },
];

/** In the order of the list above; a mistake that a form cannot have is left out. */
export function exampleProblems({ plan, period, form, obligations }: GuideInput): Example[] {
  const unit = plan.units.find(({ kind }) => kind === obligations[0].obligation.unitKind)?.id ?? '1';
  const idOf = (ordinal: number): string => stampedRowId(period, unit, ordinal);
  const context: CheckContext = {
    form,
    today: dayOfExamples(form, obligations),
    tab: '',
    expectedIdPrefix: rowIdPrefix(period, unit),
  };
  const year = Number(context.today.slice(0, 4));
  const ofLines = mistakes(form, idOf(1), year).map(({ code, typed, above }) => {
    const lines = (above ? [above, typed] : [typed]).map((line, index) => ({
      rowId: idOf(index + 1),
      ...exampleRow(form),
      ...line,
    }));
    return checkTab(form, toTab(form, lines), context).problems.findLast((problem) => problem.code === code);
  });
  return [...ofLines, ...ofList(obligations, context)].flatMap((problem) =>
    problem === undefined
      ? []
      : [
          {
            code: problem.code,
            severity: problem.severity,
            where: columnOf(form, problem.column)?.header ?? wider(problem),
            said: sentence(problem, form),
          },
        ],
  );
}

const wider = ({ line }: Problem): string => (line === undefined ? 'Cả danh sách' : 'Cả dòng');

/** The form's examples are of their time: the day they are judged on lies after all of them. */
function dayOfExamples({ columns }: Form, obligations: readonly Owed[]): string {
  const examples = columns.filter(({ type }) => type === 'date').map(({ example }) => isoFromVi(example));
  const days = [
    ...examples.flatMap((day) => day ?? []),
    ...obligations.map(({ deadline }) => deadline.lastDay),
  ];
  return days.sort().at(-1) ?? '';
}

/** The example row of the form, as it is typed for this kind. */
export const exampleRow = (form: Form, kind: ExemplarKind = 'individual'): Cells =>
  Object.fromEntries(
    form.columns
      .filter((column) => isAllowed(column, kind))
      .map(({ key, type, example }) => [
        key,
        key === form.kindColumn ? kindLabels[kind] : type === 'integer' ? Number(example) : example,
      ]),
  );

export function toTab(form: Form, lines: readonly Cells[]): CellValue[][] {
  const columns = unitTabColumns(form);
  const rows = lines.map((cells) => columns.map(({ key }) => cells[key] ?? ''));
  return [columns.map(({ header }) => header), columns.map(({ key }) => key), ...rows];
}

/** Too few, too many, a paper missing, cells merged: by the first plan's rule that can be broken so. */
function ofList(obligations: readonly Owed[], context: CheckContext): Problem[] {
  const ruled = obligations.map(({ obligation }) => obligation);
  const listOf = (count: number, quota: Owed['obligation']['quota']): Problem[] =>
    checkList([], { ...context, quota, unreadRows: count }).slice(0, 1);
  const least = ruled.find(({ quota }) => quota.min > 1)?.quota;
  const most = ruled.find(({ quota }) => quota.max !== undefined)?.quota;
  const paper = ruled.find(({ attachment }) => attachment)?.attachment;
  return [
    ...(least ? listOf(least.min - 1, least) : []),
    ...(most ? listOf((most.max ?? 0) + 1, most) : []),
    ...(paper ? [wholeList('attachment-missing', { label: paper.label })] : []),
    wholeList('cells-merged', { range: 'F5:F6' }),
  ];
}

const wholeList = (code: ProblemCode, params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  params,
});
