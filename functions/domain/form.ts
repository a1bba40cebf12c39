/** What a form is: the one object from which headers, drop-downs, checks, storage, public card and guide are made. */
import { compareKey } from './text.ts';

/** An exemplar is a person, a collective or a model (mô hình). */
export type ExemplarKind = 'individual' | 'collective' | 'model';

/** Vietnamese words of the kinds, as people choose them in the sheet. */
export const kindLabels: Record<ExemplarKind, string> = {
  individual: 'Cá nhân',
  collective: 'Tập thể',
  model: 'Mô hình',
};

/** "cá nhân, tập thể, mô hình". */
export const kindWords = (kinds: readonly ExemplarKind[]): string =>
  kinds.map((kind) => kindLabels[kind].toLowerCase()).join(', ');

export type ColumnType = 'text' | 'longText' | 'choice' | 'integer' | 'date' | 'link';

/**
 * exemplar: one the unit has sent or chosen from below. known-exemplar: also one that the unit above has recognised.
 * criterion: one of the standards in force for the unit.
 */
export type Reference = 'exemplar' | 'known-exemplar' | 'criterion';

export interface Column {
  /** camelCase, ASCII; the same string in the sheet's hidden row, here and in the store. */
  key: string;
  /** Vietnamese header in row 1. Matched after NFC, trimming and folding of spaces and case. */
  header: string;
  /** One Vietnamese sentence: what to type. */
  help: string;
  /** A right value, as a person would type it. */
  example: string;
  type: ColumnType;
  /** Kinds that must fill it in; 'all' for every kind; absent when optional. */
  required?: 'all' | readonly ExemplarKind[];
  /** Kinds that may fill it in; absent means every kind. */
  onlyFor?: readonly ExemplarKind[];
  /** Characters for text (code points), value for integer, ISO dates for date (inclusive). */
  min?: number | string;
  max?: number | string;
  /** Choices in the order of the drop-down; stored as the Vietnamese word. */
  choices?: readonly string[];
  /**
   * Id of the list in Danh mục that a plan may replace the choices by; a text column is typed freely until the plan's list
   * has words. Words that the rules themselves speak of (kind, consent) belong to no list.
   */
  list?: string;
  /** What the cell names; several are parted by semicolons. */
  references?: Reference;
  /** Whether it may ever appear on the public page. */
  visibility: 'public' | 'internal';
  /** Width of the column in pixels. */
  width: number;
}

/** Rows of forms that do not ask for the kind of exemplar are entries. */
export type RowKind = ExemplarKind | 'entry';

/** "Cá nhân"; '' for an entry. */
export const kindLabel = (kind: RowKind): string =>
  (kindLabels as Partial<Record<RowKind, string>>)[kind] ?? '';

export interface CountedWords {
  /** Keys of the columns: the link to the file, the number people typed, the genre. */
  file: string;
  typed: string;
  genre: string;
  /** Genres that are told in words; others are not counted. */
  genres: readonly string[];
  most: number;
}

/** A column of the form as reviewers see it beside their decision. */
export interface ReviewedColumn {
  key: string;
  /** Absent: the column's own. */
  header?: string;
  width: number;
}

/** Every form has a column `name`: what people call the row in mails, refusals and on the review tab. */
export interface Form {
  id: string;
  version: number;
  title: string;
  /** What a row is called where rows are counted: "gương", "bài". */
  rowWord: string;
  /**
   * reviewed: each row is decided on by the desks above. filed: the signed list is what counts, nobody decides on its
   * rows; a later list replaces it and the earlier versions stay.
   */
  flow: 'reviewed' | 'filed';
  /**
   * Of a reviewed form: what reviewers see of a row. Three columns before what they type, so that decisions stand at the
   * same place in every form's tab, within one screen of the name; the others behind it.
   */
  review?: {
    before: readonly [ReviewedColumn, ReviewedColumn, ReviewedColumn];
    behind: readonly ReviewedColumn[];
    /** In pixels: how high a line is, how wide its number and its status, which tells of judging where there is any. */
    rowHeight: number;
    keyWidth: number;
    statusWidth: number;
  };
  /** Column that says the kind of exemplar; its choices are `kindLabels`. Absent when the form has no kinds. */
  kindColumn?: string;
  /** Column keys whose values together name a row for people (natural key). */
  naturalKey: readonly string[];
  /** Works whose words the server counts in the file itself; see functions/lists/entry-words.ts. */
  countedWords?: CountedWords;
  columns: readonly Column[];
}

export const columnOf = (form: Form | undefined, key: string | undefined): Column | undefined =>
  form?.columns.find((column) => column.key === key);

/** Chosen from these words; the example is one of them. */
export const withChoices = (column: Column, choices: readonly string[]): Column => ({
  ...column,
  type: 'choice',
  choices,
  example: choices.includes(column.example) ? column.example : (choices[0] ?? ''),
});

/** Whether exemplars of this kind may fill the column in. */
export const isAllowed = (column: Column, kind: RowKind): boolean =>
  column.onlyFor === undefined || kind === 'entry' || column.onlyFor.includes(kind);

/** While the kind is unknown, only what every kind must fill in is required. */
export const isRequired = (column: Column, kind: RowKind | undefined): boolean =>
  column.required === 'all' ||
  (kind !== undefined && kind !== 'entry' && (column.required?.includes(kind) ?? false));

/** "cá nhân" as typed → 'individual'. */
export function toKind(label: string): ExemplarKind | undefined {
  const kinds = Object.keys(kindLabels) as ExemplarKind[];
  return (
    kinds.find((kind) => kindLabels[kind] === label) ??
    kinds.find((kind) => compareKey(kindLabels[kind]) === compareKey(label))
  );
}
