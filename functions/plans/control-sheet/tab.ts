/** What a tab of the control sheet is: columns as in a form, how its lines are told apart, and how each cell is read. */
import type { Column, Form } from '../../domain/form.ts';
import type { CatalogueEntry, DayOff, Plan, Staff } from '../../domain/plan.ts';

/** What an administrator keeps there: the plan, who works on it, its days off and its lists. */
export interface ControlState {
  plan: Plan;
  staff: readonly Staff[];
  daysOff: readonly DayOff[];
  catalogues: readonly CatalogueEntry[];
}

/**
 * Beside the column's type. 'code': a whole number is taken for text, as Excel makes of 31813. 'email', 'dayMonth'
 * ("19/08"), 'numbers' ("14; 7; 3; 1") and 'zone' are text of their own kinds.
 */
export type Reading = 'code' | 'email' | 'dayMonth' | 'numbers' | 'zone';

export interface ControlColumn extends Omit<Column, 'visibility'> {
  reading?: Reading;
  /** A drop-down that proposes, for words that are themselves on the sheet. */
  proposes?: 'unitKinds' | 'owingKinds' | 'forms' | 'kindSets' | 'units';
  /** Column of codes that people need not see. */
  hidden?: boolean;
  /** Sheets that were made before there was this column go on without it. */
  isLater?: boolean;
}

/** Cells of a line as they were understood: text, whole numbers, ISO dates; blank ones are absent. */
export type Values = Readonly<Record<string, string | number>>;

export type PeopleTabId = 'plan' | 'units' | 'quotas' | 'deadlines' | 'staff' | 'daysOff' | 'catalogues';

export interface ControlTab {
  id: PeopleTabId;
  sheetId: number;
  title: string;
  /** What the tab is for: a note on its first header. */
  help: string;
  columns: readonly ControlColumn[];
  /** Keys of the columns that tell one line from another. */
  identity: readonly string[];
  /** What a line is about, to count them: "người"; absent: "dòng". */
  counted?: string;
  /** How a sentence names a line: "Xã, phường, thị trấn". */
  label: (values: Values) => string;
  /** The lines that say what the state says. */
  linesOf: (state: ControlState) => Values[];
}

/** The same columns as the reader of unit tabs and its sentences know them. */
export const toForm = ({ id, title, columns }: Pick<ControlTab, 'id' | 'title' | 'columns'>): Form => ({
  id,
  version: 1,
  title,
  rowWord: 'dòng',
  flow: 'filed',
  naturalKey: [],
  columns: columns.map((column) => ({ ...column, visibility: 'internal' })),
});

/** Leaves out what is blank: a record of what is said. */
export const said = (values: Record<string, string | number | undefined>): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

export const yesNo = { yes: 'Có', no: 'Không' } as const;

export const toYesNo = (value: boolean): string => (value ? yesNo.yes : yesNo.no);

const separator = '; ';

export const toList = (words: readonly (string | number)[]): string => words.join(separator);

export const fromList = (text: string | number | undefined): string[] =>
  String(text ?? '')
    .split(/[;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** So many lines that come or go at once are unusual, and are told as one. */
export const many = 50;

export const viCount = (count: number): string => count.toLocaleString('vi-VN');
