/** Phrases of administrative prose that several papers share: days, counts, how a plan is cited, what a row is called. */
import { type Form, kindLabels } from '../domain/form.ts';
import { formatNumber } from '../domain/number.ts';
import type { Plan } from '../domain/plan.ts';
import type { Row } from '../domain/row.ts';
import { planName } from '../mails/wording.ts';
import { blank } from './paper.ts';

/** "ngày 05 tháng 01 năm 2025": days below 10 and the first two months with a nought (NĐ 30/2020, Phụ lục I, II.4.b). */
export function dayInWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** In prose a count below ten has a nought before it: "05 cá nhân". */
export const count = (number: number): string =>
  number > 0 && number < 10 ? `0${number}` : formatNumber(number);

/** "Phát hiện, bồi dưỡng" → "phát hiện, bồi dưỡng"; a name, whose second word is capital too, stays. */
export const lowerFirst = (text: string): string =>
  /^\S+ \p{Ll}/u.test(text) ? text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1) : text;

/** In full, as the first time a text names it. */
export const citePlan = ({ number, issuedOn, issuer, title }: Plan): string =>
  `${planName(number)} ${dayInWords(issuedOn)} của ${issuer} về ${lowerFirst(title)}`;

/** The law and what else the office rests on is its own to write; the plan is known. */
export const groundsOf = (plan: Plan): string[] => [`Căn cứ ${blank.repeat(13)}`, `Căn cứ ${citePlan(plan)}`];

/** "02 cá nhân, 01 tập thể": kinds without a row are left out. */
export function kindCounts(rows: readonly Pick<Row, 'kind'>[]): string {
  return Object.entries(kindLabels)
    .map(([kind, label]) => ({ label, number: rows.filter((row) => row.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ label, number }) => `${count(number)} ${label.toLocaleLowerCase('vi')}`)
    .join(', ');
}

/** What a list of this form is a list of: "mô hình, gương điển hình tiên tiến". */
export const subjectOf = ({ title }: Form): string =>
  lowerFirst(title.replace(/^Danh sách (?:đăng ký )?/u, ''));
