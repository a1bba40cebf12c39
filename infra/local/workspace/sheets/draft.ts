/** One call's changes to a spreadsheet: made on copies of the touched tabs only, so that dropping the draft undoes everything. */
import { tabById } from './a1.ts';
import { type Calculation, createCalculation } from './formula/calculate.ts';
import type { Spreadsheet, Tab } from './model.ts';
import type { Move } from './moves.ts';

export interface Actor {
  /** Who asks; decides what is protected from them. */
  email: string;
  now: Date;
  /** Source of new ids, so that a simulator can repeat itself. */
  random(): number;
}

export interface Draft {
  actor: Actor;
  book: Spreadsheet;
  /** Tabs that are copies already, by sheet id. */
  touched: Set<number>;
  removed: Set<number>;
  /** Properties, order of tabs, metadata or named ranges changed. */
  bookTouched: boolean;
  /** Lines that went elsewhere, in order. */
  moves: Move[];
}

export function openDraft(book: Spreadsheet, actor: Actor): Draft {
  return {
    actor,
    book: { ...book, tabs: [...book.tabs] },
    touched: new Set(),
    removed: new Set(),
    bookTouched: false,
    moves: [],
  };
}

/** A tab that may be changed in place until the draft ends. */
export function tabForEdit(draft: Draft, sheetId: number | undefined): Tab {
  const tab = tabById(draft.book, sheetId);
  if (draft.touched.has(tab.sheetId)) return tab;
  const copy: Tab = {
    ...tab,
    rows: tab.rows.map((row) => row?.slice()),
    rowProps: tab.rowProps.slice(),
    columnProps: tab.columnProps.slice(),
    merges: tab.merges.slice(),
    protectedRanges: tab.protectedRanges.slice(),
    conditionalFormats: tab.conditionalFormats.slice(),
  };
  draft.book.tabs[draft.book.tabs.indexOf(tab)] = copy;
  draft.touched.add(copy.sheetId);
  return copy;
}

export function addTab(draft: Draft, tab: Tab, index: number): void {
  draft.book.tabs.splice(index, 0, tab);
  draft.touched.add(tab.sheetId);
  draft.removed.delete(tab.sheetId);
  draft.bookTouched = true;
}

export function removeTab(draft: Draft, sheetId: number): void {
  draft.book.tabs = draft.book.tabs.filter((tab) => tab.sheetId !== sheetId);
  draft.touched.delete(sheetId);
  draft.removed.add(sheetId);
  draft.bookTouched = true;
}

/** Values as they are at this moment of the draft; not to be kept over a change. */
export function calculate(draft: Draft): Calculation {
  return createCalculation(draft.book);
}

export function newId(draft: Draft, isTaken: (id: number) => boolean): number {
  while (true) {
    const id = 1 + Math.floor(draft.actor.random() * 2_000_000_000);
    if (!isTaken(id)) return id;
  }
}
