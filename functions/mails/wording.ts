/** Small Vietnamese phrases that several mails share; values from people enter sentences here only, cleaned and cut. */

import { formatDate } from '../domain/date.ts';
import { type ExemplarKind, kindLabel, kindLabels, type RowKind } from '../domain/form.ts';
import { viDateTime } from '../domain/format.vi.ts';
import { reasonLimits } from '../domain/reason.ts';
import { echo } from '../domain/text.ts';
import type { ListedRow, PlanInfo } from './data.ts';

/** Taking a character out can bring a letter and its mark together, so the normal form comes last. */
export const oneLine = (value: string | number, limit: number): string =>
  echo(String(value), limit).replace(/ {2,}/g, ' ').trim().normalize('NFC');

const sayer =
  (limit: number) =>
  (parts: TemplateStringsArray, ...values: (string | number)[]): string =>
    parts.reduce((text, part, index) => text + oneLine(values[index - 1] ?? '', limit) + part);

/** say`Kính gửi ${name}`: each value on one line, nothing invisible, at most 160 characters, as long as the longest name. */
export const say = sayer(160);

/** The same for values that are sentences themselves, warnings and reasons: a reason that was taken is told whole. */
export const sayLong = sayer(reasonLimits.most);

const subjectLimit = 100;

/** Cut by whole characters, counted as mail programs count: an emoji is two. */
export function toSubject(text: string): string {
  const clean = oneLine(text, subjectLimit);
  if (clean.length <= subjectLimit) return clean;
  let subject = '';
  for (const character of clean) {
    if (subject.length + character.length >= subjectLimit) break;
    subject += character;
  }
  return `${subject.trimEnd()}…`;
}

/** Short enough for a subject, so that the words after it stay. */
export const inSubject = (name: string): string => oneLine(name, 48);

export const day = (isoDate: string): string => oneLine(formatDate(isoDate), 20);

/** "16:30 ngày 14/01/2025". */
export const moment = (instant: string, { timeZone }: Pick<PlanInfo, 'timeZone'>): string =>
  viDateTime(new Date(instant), timeZone).split(' ').reverse().join(' ngày ');

/** The role is known, the sex is not: both forms of address. */
export const person = (name: string): string => say`Ông/Bà ${name}`.trim();

/** Not every plan is called one: Ninh Hòa's is an official letter, 124/UBND. */
export function planName(number: string): string {
  if (!/^\s*\d/.test(number)) return say`${number}`;
  return /\/KH\b/i.test(number) ? say`Kế hoạch số ${number}` : say`Văn bản số ${number}`;
}

export const kindWord = (kind: RowKind): string => kindLabel(kind).toLocaleLowerCase('vi');

/** "2 cá nhân, 1 tập thể"; kinds without a row are left out. */
export function countsByKind(rows: readonly ListedRow[]): string {
  const kinds = Object.keys(kindLabels) as ExemplarKind[];
  return kinds
    .map((kind) => ({ kind, count: rows.filter((row) => row.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kindWord(kind)}`)
    .join(', ');
}

/** "5 hồ sơ", or what an empty list says. */
export const howMany = (rows: readonly ListedRow[]): string =>
  rows.length === 0 ? 'không có trường hợp' : `${rows.length} hồ sơ`;

/** "đúng hạn" or "trễ 3 ngày", with the last day on time. */
export const timeliness = ({ daysLate, lastDay }: { daysLate: number; lastDay: string }): string =>
  daysLate > 0
    ? `trễ ${daysLate} ngày (hạn: hết ngày ${day(lastDay)})`
    : `đúng hạn (hạn: hết ngày ${day(lastDay)})`;
