/** What a fault in the data looks like, and every code there is. Sentences live in messages.vi.ts. */
import { toPlace } from './a1.ts';

/**
 * Codes are stable: a retired one is never reused. Beside each, the keys of its `params`; `value` is what was found,
 * cut to 60 characters; dates are dd/mm/yyyy; lines are "5, 9". `today` is there, too, where a column's example of a
 * past day lies ahead; `in` is "excel" for what stands in a file.
 */
export const problemCodes = [
  // the sheet
  'header-missing', // expected
  'header-renamed', // expected, found
  'header-twice', // expected, cells
  'key-cell-unreadable',
  'status-typed-over', // value
  'cells-merged', // range
  'tab-missing', // unit
  'tab-wrong', // found, columns (counts), title, lines
  // one cell
  'required-blank',
  'number-in-text', // value
  'date-in-text', // value, date
  'text-in-number', // value
  'number-not-whole', // value
  'number-out-of-range', // value, min?, max?
  'date-unreadable', // value
  'date-impossible', // value
  'date-out-of-range', // value, min?, max?
  'text-too-short', // value, length, min
  'text-too-long', // value, length, max
  'text-has-line-break', // value
  'text-has-formula', // value
  'text-has-control-character', // code, before
  'text-is-tcvn3', // value, proposed
  'text-is-vni', // value, proposed
  'choice-unknown', // value
  'link-unreadable', // value
  'boolean-in-text', // value
  // one row
  'name-single-word', // value
  'name-has-digits', // value
  'name-has-signs', // value, sign
  'name-all-capitals', // value, proposed
  'name-is-group', // value
  'locality-private', // value
  'identity-number', // value, also? (what else the cell has, quoted); so the next four
  'email-in-text', // value, also?
  'account-in-text', // value, also?
  'house-in-text', // value, also?
  'sensitive-words', // value, also?
  'column-not-for-kind', // value, kind
  'age-out-of-range', // value, age, min, max
  'honorific-mismatch', // value, proposed, name
  'women-over-members', // value, members
  'achieved-backwards', // value, from
  'achieved-in-future', // value, today
  'results-without-number', // value
  'carried-without-pledge', // from (name of a period)
  'consent-without-date', // consent
  'consent-in-future', // value, today
  'consent-of-child', // value, birthYear, age (of that year), wanted
  'photo-without-alt',
  'photo-against-consent', // consent
  'photo-not-in-drive', // value
  'valid-backwards', // value, from
  'ending-without-reason', // value, length, min
  'paper-number-odd', // value
  'dated-in-future', // value, today
  'launch-without-type', // value
  'entry-by-organiser', // value
  'entry-without-length', // value (genre)
  'entry-too-long', // value? (typed), max, counted? (by the server, in the file)
  'entry-without-outlet', // value (genre)
  'entry-with-phone', // value
  'reference-unknown', // value, of (exemplar | criterion), nearest
  'reference-ambiguous', // value, same
  'reference-none', // value
  // rows together
  'row-id-duplicate', // id, lines
  'row-id-foreign', // id, expected
  'row-key-missing',
  'row-duplicate', // value, lines
  'code-duplicate', // value, lines
  'entry-file-twice', // lines
  'summary-near-copy', // other (line), percent
  // the list as a whole
  'quota-below', // count, min
  'quota-above', // count, max
  'quota-over-target', // count, target
  'kind-not-allowed', // value, allowed, promoted? (count)
  'points-not-hundred', // subject, sum, wanted
  'list-empty', // min
  'nil-with-rows', // count
  'nil-not-allowed',
  'attachment-missing', // label, today
  'attachment-unreadable', // label, value, part (number | date | link | access), today
  'photo-unreadable', // value, why (access | type | size), type?
  'entry-words-differ', // value (typed), counted
  'entry-uncounted', // value (link), why (place | folder | page | a WorkText's why | empty), type?
  // against what was decided before
  'row-locked', // id, name, consent? (as approved, when nothing but it is widened)
  'row-locked-missing', // id, name, shown? (1: its page is public)
  'consent-taken-back', // value, wanted, way (return | date: what a new consent takes)
  'consent-not-sent', // id, name, way (a way of StillPublic)
  // review tab
  'decision-unknown', // value, choices
  'decision-reason-missing', // id, decision
  'decision-conflict', // id, lines
  'decision-not-allowed', // id, decision, status, why (a DossierRefusal)
  'decision-unjudged', // id, decision, judging (how far it is)
  'dossier-unknown', // value
  // requests of units
  'request-key-missing',
  'request-key-twice', // key, lines
  'request-cell-unwanted', // value, kind
  'request-answered', // key, answer
  'request-typed-over', // key, unit, kind
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** An error blocks submission; a warning informs. */
export type Severity = 'error' | 'warning';

/** Where in the workbook: everything known is named. */
export interface Place {
  /** Title of the tab as people see it. */
  tab?: string;
  /** Row number as the sheet shows it, 1-based. */
  line?: number;
  /** Key of the form's column. */
  column?: string;
  /** A1 address of the cell, when there is one. */
  a1?: string;
}

export interface Problem extends Place {
  code: ProblemCode;
  severity: Severity;
  /** What the sentence needs: the value found, limits, examples. Plain values only, so that a problem can be stored. */
  params: Record<string, string | number>;
}

/** As people go through a sheet: line by line, a line before its cells, cells from the left; then what concerns it all. */
export function inSheetOrder<P extends Pick<Place, 'line' | 'a1'>>(problems: readonly P[]): P[] {
  return problems
    .map((problem) => {
      const { column, line } = toPlace(problem.a1 ?? '');
      return { problem, column, line: problem.line ?? (line || Number.MAX_SAFE_INTEGER) };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ problem }) => problem);
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
