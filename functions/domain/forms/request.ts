/**
 * The lines of the Đề nghị tab as a form: headers, drop-downs, limits and examples in one place, as for lists. It depends
 * on the workbook: its units are the choices, and only a plan that keeps a score lets units object to it.
 */
import type { Column, Form } from '../form.ts';
import type { Plan } from '../plan.ts';
import { answerWords, lateReasonWords, requestKindWords } from '../request.ts';
import { bestScore } from '../scoring.ts';
import type { Workbook } from '../workbook.ts';

/** Hidden on every line before anybody types; then what the unit types, what reviewers type, what the machine says. */
export const requestColumns = [
  'key',
  'unit',
  'kind',
  'text',
  'lastDay',
  'lateReason',
  'decision',
  'points',
  'answer',
  'result',
] as const;

export type RequestColumn = (typeof requestColumns)[number];

export const requestColumn = (key: RequestColumn): number => requestColumns.indexOf(key);

/** What the unit types and what the reviewers type; the rest is the machine's. */
export const askedColumns = ['unit', 'kind', 'text', 'lastDay', 'lateReason'] as const;
export const answeredColumns = ['decision', 'points', 'answer'] as const;

/** Lines with a pre-stamped key in a new tab. */
export const requestLines = 100;

/** "DN1-003": the part of the workbook, the line. */
export const requestKey = (part: number, ordinal: number): string =>
  `DN${part}-${String(ordinal).padStart(3, '0')}`;

export const isRequestKey = (text: string): boolean => /^DN\d+-\d{3,}$/.test(text);

/** Titles of the unit tabs, which tell twins apart. */
export const unitChoices = ({ tabs }: Pick<Workbook, 'tabs'>): Map<string, string> =>
  new Map(tabs.flatMap(({ title, unitId }) => (unitId === undefined ? [] : [[title, unitId] as const])));

export const shortestAnswer = 10;

export function requestForm(plan: Plan, workbook: Pick<Workbook, 'tabs'>): Form {
  const units = [...unitChoices(workbook).keys()];
  const best = plan.scoring ? bestScore(plan.scoring) : 0;
  const { objection, ...others } = requestKindWords;
  const { difficulty, delay } = requestKindWords;
  const kinds = plan.scoring ? Object.values(requestKindWords) : Object.values(others);
  const column = (
    key: RequestColumn,
    header: string,
    type: Column['type'],
    width: number,
    given: Pick<Column, 'help' | 'example'> & Partial<Column>,
  ): Column => ({ key, header, type, width, visibility: 'internal', ...given });
  return {
    id: 'request',
    version: 1,
    title: 'Đề nghị của đơn vị',
    rowWord: 'đề nghị',
    flow: 'filed',
    kindColumn: 'kind',
    naturalKey: ['unit', 'kind', 'text'],
    columns: [
      column('unit', 'Đơn vị', 'choice', 180, {
        help: 'Đơn vị đề nghị. Chọn trong danh sách.',
        example: units[0] ?? '',
        choices: units,
      }),
      column('kind', 'Loại', 'choice', 130, {
        help: `Chọn: ${kinds.join(', ')}.`,
        example: requestKindWords.extension,
        choices: kinds,
      }),
      column('text', 'Nội dung', 'longText', 380, {
        help: `Đơn vị ghi điều đề nghị và lý do. Với “${delay}” chỉ bắt buộc khi chọn “${lateReasonWords.other}”.`,
        example: 'Mưa bão, mất điện từ 12 đến 14/01, xin lùi hạn ba ngày',
        min: shortestAnswer,
        max: 1000,
      }),
      column('lastDay', 'Gia hạn đến ngày', 'date', 130, {
        help: `Chỉ ghi khi chọn “${requestKindWords.extension}”: ngày cuối cùng xin được nộp.`,
        example: '17/01/2025',
      }),
      column('lateReason', 'Lý do trễ', 'choice', 150, {
        help: `Chỉ chọn khi loại là “${delay}”. Lý do hiện ở tab Tổng hợp, tự nó không đổi điểm.`,
        example: lateReasonWords.disaster,
        choices: Object.values(lateReasonWords),
      }),
      column('decision', 'Kết luận', 'choice', 130, {
        help: `Người thẩm định chọn. Với “${difficulty}”, “${delay}” thì để trống, chỉ ghi trả lời.`,
        example: answerWords.agree,
        choices: Object.values(answerWords),
      }),
      column('points', 'Điểm điều chỉnh', 'integer', 110, {
        help: `Chỉ ghi khi đồng ý với “${objection}”: số điểm cộng (5) hoặc trừ (-5).`,
        example: '5',
        min: -best,
        max: best,
      }),
      column('answer', 'Trả lời, lý do', 'longText', 360, {
        help: 'Người thẩm định ghi lý do; đơn vị nhận được trong thư.',
        example: 'Mất điện diện rộng đã được xác nhận, đồng ý lùi ba ngày',
        min: shortestAnswer,
        max: 1000,
      }),
    ],
  };
}
