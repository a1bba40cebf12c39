/** Reads the Đề nghị tab: what units ask and what reviewers answer. Both are people's; the machine only reads them. */
import { toA1 } from './a1.ts';
import { isBlank, readCell } from './cell.ts';
import { formatDate } from './date.ts';
import { columnOf, type Form } from './form.ts';
import {
  answeredColumns,
  askedColumns,
  isRequestKey,
  type RequestColumn,
  requestColumn,
} from './forms/request.ts';
import type { Problem } from './problem.ts';
import {
  type Asked,
  answerWords,
  inWordsOnly,
  type LateReason,
  lateReasonWords,
  type RequestAnswer,
  type RequestDecision,
  type RequestKind,
  requestKindWords,
} from './request.ts';
import type { CellValue } from './row.ts';
import { compareKey, echo } from './text.ts';
import { firstDataLine } from './workbook.ts';

export interface RequestTabContext {
  form: Form;
  /** Title of the tab. */
  tab: string;
  /** Title of a unit's tab → the unit. */
  unitIds: ReadonlyMap<string, string>;
  /** Days that more time can reach for a unit: after its own last day, while the plan is in force. ISO. */
  daysFor(unitId: string): { min: string; max: string };
}

export interface RequestLine {
  line: number;
  key: string;
  /** Absent while something on the unit's side is missing or wrong. */
  asked: Asked | undefined;
  askedProblems: Problem[];
  hasAnswer: boolean;
  /** Absent while nothing is answered, or something is wrong. */
  answer: Pick<RequestAnswer, 'decision' | 'text' | 'points'> | undefined;
  answerProblems: Problem[];
}

type Cells = readonly CellValue[];

const cellOf = (cells: Cells, key: RequestColumn): CellValue => cells[requestColumn(key)] ?? '';

const isFilled = (cells: Cells, keys: readonly RequestColumn[]): boolean =>
  keys.some((key) => !isBlank(cellOf(cells, key)));

/** Lines on which somebody has typed. */
export function readRequestsTab(values: readonly Cells[], context: RequestTabContext): RequestLine[] {
  const filled = values
    .slice(firstDataLine - 1)
    .map((cells, index) => ({ cells, line: index + firstDataLine }))
    .filter(({ cells }) => isFilled(cells, [...askedColumns, ...answeredColumns]));
  const linesOf = Map.groupBy(filled, ({ cells }) => String(cellOf(cells, 'key')).trim());
  return filled.map(({ cells, line }) => {
    const key = String(cellOf(cells, 'key')).trim();
    const lines = (linesOf.get(key) ?? []).map((same) => same.line);
    return readLine(cells, line, key, lines, context);
  });
}

function readLine(
  cells: Cells,
  line: number,
  key: string,
  lines: readonly number[],
  context: RequestTabContext,
): RequestLine {
  const reader = readerOf(cells, line, context);
  const asked = readAsked(reader, context);
  const keyProblems: Problem[] = !isRequestKey(key)
    ? [{ code: 'request-key-missing', severity: 'error', tab: context.tab, line, params: {} }]
    : lines.length > 1
      ? [
          {
            code: 'request-key-twice',
            severity: 'error',
            tab: context.tab,
            line,
            params: { key, lines: lines.join(', ') },
          },
        ]
      : [];
  const askedProblems = [...keyProblems, ...reader.take()];
  const hasAnswer = isFilled(cells, answeredColumns);
  const answer = hasAnswer ? readAnswer(reader, asked.kind) : undefined;
  const answerProblems = reader.take();
  const { unitId, kind, text, lastDay, lateReason } = asked;
  return {
    line,
    key,
    asked:
      askedProblems.length === 0 && unitId !== undefined && kind !== undefined
        ? { key, unitId, kind, text, lastDay, lateReason }
        : undefined,
    askedProblems,
    hasAnswer,
    answer: answerProblems.length === 0 ? answer : undefined,
    answerProblems,
  };
}

interface Reader {
  isBlank(key: RequestColumn): boolean;
  /** A cell that must be there. */
  need(key: RequestColumn): string | number | undefined;
  /** A cell that has no meaning here. */
  refuse(key: RequestColumn, why: string): void;
  say(key: RequestColumn, code: Problem['code'], params: Problem['params']): void;
  /** What was said since the last time. */
  take(): Problem[];
}

function readerOf(cells: Cells, line: number, { form, tab }: RequestTabContext): Reader {
  let problems: Problem[] = [];
  const say: Reader['say'] = (key, code, params) => {
    const a1 = toA1(requestColumn(key), line);
    problems.push({ code, severity: 'error', tab, line, column: key, a1, params });
  };
  return {
    say,
    isBlank: (key) => isBlank(cellOf(cells, key)),
    need(key) {
      const column = columnOf(form, key)!;
      const value = cellOf(cells, key);
      if (isBlank(value)) {
        say(key, 'required-blank', {});
        return undefined;
      }
      const read = readCell(column, value);
      if (read.ok) return read.value;
      say(key, read.code, read.params);
      return undefined;
    },
    refuse(key, why) {
      const value = cellOf(cells, key);
      if (!isBlank(value)) say(key, 'request-cell-unwanted', { value: echo(value), kind: why });
    },
    take() {
      const said = problems;
      problems = [];
      return said;
    },
  };
}

const wordKey = <K extends string>(words: Record<K, string>, word: unknown): K | undefined =>
  (Object.keys(words) as K[]).find((key) => compareKey(words[key]) === compareKey(String(word)));

interface ReadAsked {
  unitId: string | undefined;
  kind: RequestKind | undefined;
  text: string;
  lastDay: string;
  lateReason: LateReason | '';
}

/** Columns that one kind alone has a use for. */
const ownColumns: Partial<Record<RequestKind, RequestColumn>> = {
  extension: 'lastDay',
  delay: 'lateReason',
};

function readAsked(reader: Reader, context: RequestTabContext): ReadAsked {
  const unitId = context.unitIds.get(String(reader.need('unit') ?? ''));
  const kind = wordKey(requestKindWords, reader.need('kind') ?? '');
  const lateReason = kind === 'delay' ? wordKey(lateReasonWords, reader.need('lateReason') ?? '') : undefined;
  // A reason from the list says enough by itself.
  const isEnough = kind === 'delay' && lateReason !== 'other' && reader.isBlank('text');
  const text = isEnough ? '' : String(reader.need('text') ?? '');
  const lastDay = kind === 'extension' ? readLastDay(reader, unitId, context) : '';
  if (kind !== undefined)
    for (const [owner, column] of Object.entries(ownColumns))
      if (owner !== kind) reader.refuse(column, requestKindWords[kind]);
  return { unitId, kind, text, lastDay, lateReason: lateReason ?? '' };
}

function readLastDay(reader: Reader, unitId: string | undefined, { daysFor }: RequestTabContext): string {
  const lastDay = String(reader.need('lastDay') ?? '');
  if (lastDay === '' || unitId === undefined) return lastDay;
  const { min, max } = daysFor(unitId);
  if (lastDay < min || lastDay > max)
    reader.say('lastDay', 'date-out-of-range', {
      value: formatDate(lastDay),
      min: formatDate(min),
      max: formatDate(max),
    });
  return lastDay;
}

function readAnswer(
  reader: Reader,
  kind: RequestKind | undefined,
): Pick<RequestAnswer, 'decision' | 'text' | 'points'> | undefined {
  const text = String(reader.need('answer') ?? '');
  if (kind === undefined) return undefined;
  if (inWordsOnly.has(kind)) {
    reader.refuse('decision', requestKindWords[kind]);
    reader.refuse('points', requestKindWords[kind]);
    return { decision: 'reply', text, points: 0 };
  }
  const decision: RequestDecision | undefined = wordKey(answerWords, reader.need('decision') ?? '');
  if (decision === undefined) return undefined;
  if (kind === 'extension' || decision === 'disagree') {
    reader.refuse('points', kind === 'extension' ? requestKindWords.extension : answerWords.disagree);
    return { decision, text, points: 0 };
  }
  const points = Number(reader.need('points') ?? 0);
  return { decision, text, points };
}
