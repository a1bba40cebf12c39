/** What the list knows of a story: who, where, what for, in one line of text, so that a hundred thousand fit in memory. */
import type { ExemplarKind } from '../domain/form.ts';
import type { PublicRow } from '../domain/public-row.ts';
import { daysUntil } from '../domain/working-days.ts';
import { toKey } from './address.ts';

export interface Lead {
  key: string;
  planId: string;
  /** Of the dossier. */
  id: string;
  period: string;
  unitId: string;
  unit: string;
  /** Names of the units above, nearest first. */
  above: string;
  kind: ExemplarKind;
  level: string;
  sector: string;
  stage: string;
  movement: string;
  approvedOn: string;
  approvedBy: string;
  honorific: string;
  name: string;
  title: string;
  /** One line of what came of it. */
  line: string;
  /** From finding to the first recognition, in calendar days; '' when a day is not known. */
  days: string;
  /** When its page last changed: an ISO instant at home, a date alone where no more was kept; '' when it is not known. */
  changedOn: string;
  /** What a person does; found by, though the list does not show it. */
  position: string;
}

const fields = [
  'key',
  'planId',
  'id',
  'period',
  'unitId',
  'unit',
  'above',
  'kind',
  'level',
  'sector',
  'stage',
  'movement',
  'approvedOn',
  'approvedBy',
  'honorific',
  'name',
  'title',
  'line',
  'days',
  'changedOn',
  'position',
] as const satisfies readonly (keyof Lead)[];

/** Where a field stands in a line. */
export const fieldIndex = (field: keyof Lead): number => fields.indexOf(field);

/** Characters of the line; the story page has the rest. */
const lineLength = 84;

export const toLead = (row: PublicRow): Lead => ({
  key: toKey(row.planId, row.id),
  planId: row.planId,
  id: row.id,
  period: row.period,
  unitId: row.unitId,
  unit: row.unit,
  above: row.unitPath.join(', '),
  kind: row.kind,
  level: row.level,
  sector: row.sector,
  stage: row.stage,
  movement: row.movement,
  approvedOn: row.approvedOn,
  approvedBy: row.approvedBy,
  honorific: row.honorific,
  name: row.name,
  title: row.title,
  line: oneLine(row.keyResults || row.summary),
  days: toDays(row.steps),
  changedOn: row.changedOn ?? '',
  position: row.position,
});

type Days = Pick<Lead, 'changedOn' | 'approvedOn'>;

const lastOf = ({ changedOn, approvedOn }: Days): string => (changedOn > approvedOn ? changedOn : approvedOn);

/** The day its page became what it is; '' when not even its recognition has one. */
export const lastDayOf = (lead: Days): string => lastOf(lead).slice(0, dayLength);

/** The instant, for who asks twice a day; the beginning of the day where no more is known. */
export function lastChangeOf(lead: Days): string {
  const last = lastOf(lead);
  return last.length === dayLength ? toInstant(last) : last;
}

const dayLength = '2025-03-05'.length;

/** Where a day begins, at home; '' of none. */
export const toInstant = (day: string): string => (day === '' ? '' : `${day}T00:00:00+07:00`);

/** Of the dates that the story shows, and of no others. */
function toDays(steps: PublicRow['steps']): string {
  const found = steps.find(({ step }) => step === 'found')?.on ?? '';
  const [first = ''] = steps.flatMap(({ step, on }) => (step === 'approved' && on !== '' ? [on] : [])).sort();
  return found === '' || first === '' ? '' : String(Math.max(0, daysUntil(found, first)));
}

/** The first line, ended between words. */
export function oneLine(text: string, max = lineLength): string {
  const [first = ''] = text.split('\n');
  const characters = [...first];
  if (characters.length <= max) return first;
  const head = characters.slice(0, max).join('');
  const end = Math.max(head.lastIndexOf('; '), head.lastIndexOf('. '));
  if (end > max / 2) return head.slice(0, end);
  return `${head.slice(0, head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : undefined).replace(/[,;:]$/, '')}…`;
}

/** Public texts hold neither tabs nor, when short, line breaks; whatever does is made a blank. */
export const toLeadLine = (lead: Lead): string =>
  fields.map((field) => lead[field].replace(/[\t\n]/g, ' ')).join('\t');

export function parseLeadLine(line: string): Lead {
  const values = line.split('\t');
  const lead: Partial<Record<keyof Lead, string>> = {};
  for (let index = 0; index < fields.length; index += 1) lead[fields[index]!] = values[index] ?? '';
  return lead as Lead;
}
