/**
 * Periods and what they are called. A period is a span, and whose: "2025" is the year of the exemplars' lists,
 * "2025-H1.TD" the first half of the year of follow-ups. The part after the point is the form's code, absent for exemplars.
 */
import { codeOfForm, type FormId, formWithCode } from './form-codes.ts';
import type { Obligation, Plan } from './plan.ts';

/** How often a form is filled in. */
export type Rhythm = 'year' | 'half' | 'quarter' | 'month';

interface Span {
  year: string;
  rhythm: Rhythm;
  /** Month, quarter or half, from 1; 1 for a year. */
  number: number;
}

const pattern = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?(?:\.([A-Z0-9]{1,8}))?$/;

function parse(period: string): { span: Span; form: FormId } | undefined {
  const match = pattern.exec(period);
  if (!match) return undefined;
  const [, year = '', month, quarter, half, code = ''] = match;
  const form = formWithCode(code);
  if (form === undefined) return undefined;
  const rhythm = month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year';
  return { span: { year, rhythm, number: Number(month ?? quarter ?? half ?? 1) }, form };
}

export const isPeriod = (text: string): boolean => parse(text) !== undefined;

/** The form whose lists the period is about. */
export const formOfPeriod = (period: string): FormId => parse(period)?.form ?? 'exemplar';

export const spanRhythm = (period: string): Rhythm | undefined => parse(period)?.span.rhythm;

const monthsIn: Record<Rhythm, number> = { year: 12, half: 6, quarter: 3, month: 1 };

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function toSpan({ year, rhythm, number }: Span): string {
  const part = { year: '', half: `-H${number}`, quarter: `-Q${number}`, month: `-${twoDigits(number)}` };
  return year + part[rhythm];
}

const toPeriod = (span: Span, form: string): string => {
  const code = codeOfForm(form)?.code ?? '';
  return toSpan(span) + (code === '' ? '' : `.${code}`);
};

/** First and last month of a period, from 1: "2025-Q2" → 4 and 6. */
export function monthsOf(period: string): { year: number; first: number; last: number } {
  const { span } = parse(period) ?? { span: { year: period.slice(0, 4), rhythm: 'year', number: 1 } as Span };
  const length = monthsIn[span.rhythm];
  return { year: Number(span.year), first: (span.number - 1) * length + 1, last: span.number * length };
}

const rhythms: Partial<Record<Obligation['deadline']['kind'], Rhythm>> = {
  monthly: 'month',
  quarterly: 'quarter',
  halfYearly: 'half',
};

/** How often an obligation falls due. */
export const rhythmOf = ({ deadline }: Pick<Obligation, 'deadline'>): Rhythm =>
  rhythms[deadline.kind] ?? 'year';

/** What most people of the plan fill in: the form of its first obligation. */
export const mainForm = ({ obligations }: Plan): string => obligations[0]?.form ?? 'exemplar';

/** Forms that the plan asks for, its main one first. */
export const formsOf = ({ obligations }: Plan): string[] => [...new Set(obligations.map(({ form }) => form))];

const owedOn = ({ obligations }: Plan, form: string): Obligation | undefined =>
  obligations.find((owed) => owed.form === form);

/** First and last day on which lists of a form can belong to a period: the plan's time, or the year of a single day. */
function reachOf(plan: Plan, { deadline }: Obligation): { from: string; to: string } {
  const year = deadline.kind === 'once' ? deadline.date : deadline.kind === 'periodEnd' ? plan.inForceTo : '';
  return year === ''
    ? { from: plan.inForceFrom, to: plan.inForceTo }
    : { from: `${year.slice(0, 4)}-01-01`, to: `${year.slice(0, 4)}-12-31` };
}

/** Whether the plan runs in this period: its form is asked for, in this rhythm, while the plan is in force. */
export function isPeriodOf(plan: Plan, period: string): boolean {
  const parsed = parse(period);
  const owed = parsed && owedOn(plan, parsed.form);
  if (!parsed || !owed || rhythmOf(owed) !== parsed.span.rhythm) return false;
  const { from, to } = reachOf(plan, owed);
  const { year, first, last } = monthsOf(period);
  return from.slice(0, 7) <= `${year}-${twoDigits(last)}` && `${year}-${twoDigits(first)}` <= to.slice(0, 7);
}

/** The period of a form that a day falls into; before the plan its first, after it its last. */
export function periodOn(plan: Plan, day: string, form: string = mainForm(plan)): string {
  const owed = owedOn(plan, form);
  const { from, to } = owed ? reachOf(plan, owed) : { from: plan.inForceFrom, to: plan.inForceTo };
  const within = day < from ? from : day > to ? to : day;
  const rhythm = owed ? rhythmOf(owed) : 'year';
  const number = Math.ceil(Number(within.slice(5, 7)) / monthsIn[rhythm]);
  return toPeriod({ year: within.slice(0, 4), rhythm, number }, form);
}

/** Periods of all forms of the plan that have a month in common with this one, its own form's first. */
export function periodsWithin(plan: Plan, period: string): string[] {
  const { year, first, last } = monthsOf(period);
  const days = Array.from({ length: last - first + 1 }, (_, at) => `${year}-${twoDigits(first + at)}-15`);
  const others = formsOf(plan).flatMap((form) => days.map((day) => periodOn(plan, day, form)));
  return [...new Set([period, ...others])].filter((each) => {
    const months = monthsOf(each);
    return months.year === year && months.first <= last && first <= months.last && isPeriodOf(plan, each);
  });
}

/** The periods of the same form in the same year, up to this one: what a year's score adds up. */
export function periodsSoFar(period: string): string[] {
  const parsed = parse(period);
  if (!parsed) return [period];
  const { span, form } = parsed;
  return Array.from({ length: span.number }, (_, at) => toPeriod({ ...span, number: at + 1 }, form));
}

const rhythmWords: Record<Rhythm, string> = {
  year: 'năm',
  half: 'nửa năm',
  quarter: 'quý',
  month: 'tháng',
};
/** ISO: on this day it shows which units a period has. */
export const firstDayOf = (period: string): string => {
  const { year, first } = monthsOf(period);
  return `${year}-${twoDigits(first)}-01`;
};

/** What to write instead, for an administrator: periods of all forms, or of some. */
export function periodAdvice(plan: Plan, forms: readonly string[] = formsOf(plan)): string {
  const ways = forms.map((form) => {
    const owed = owedOn(plan, form) as Obligation;
    const { from, to } = reachOf(plan, owed);
    const [first, last] = [periodOn(plan, from, form), periodOn(plan, to, form)];
    const label = codeOfForm(form)?.label ?? '';
    const range = first === last ? `ghi ${first}` : `ghi từ ${first} đến ${last}`;
    return `${label === '' ? '' : `${label} `}theo ${rhythmWords[rhythmOf(owed)]}, ${range}`;
  });
  return `kế hoạch ${plan.number} chạy: ${ways.join('; ')}.`;
}

const romans = ['I', 'II', 'III', 'IV'];

function spanLabel({ year, rhythm, number }: Span): string {
  switch (rhythm) {
    case 'year':
      return `năm ${year}`;
    case 'half':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `quý ${romans[number - 1]}/${year}`;
    case 'month':
      return `tháng ${number}/${year}`;
  }
}

/** "năm 2025", "tháng 4/2021", "6 tháng đầu năm 2025 (đánh giá tiếp theo)". */
export function periodLabel(period: string): string {
  const parsed = parse(period);
  if (!parsed) return period;
  const label = codeOfForm(parsed.form)?.label ?? '';
  return spanLabel(parsed.span) + (label === '' ? '' : ` (${label})`);
}
