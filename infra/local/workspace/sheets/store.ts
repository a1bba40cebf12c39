/** Spreadsheets on disk and in memory: one record per tab and one per spreadsheet; only touched ones are written. */
import { randomUUID } from 'node:crypto';
import { ApiError, type Table, type WorkspaceContext } from '../api.ts';
import type { Draft } from './draft.ts';
import type { Spreadsheet, Tab } from './model.ts';
import { createMoveLog, type MoveLog } from './moves.ts';
import { type PackedTab, packTab, unpackTab } from './pack.ts';

type BookRecord = Omit<Spreadsheet, 'tabs'> & { order: number[] };

export interface SheetStore {
  load(id: string): Spreadsheet;
  create(book: Spreadsheet): void;
  /** Writes what the draft touched and tells that the file changed, in one transaction. */
  save(draft: Draft): Spreadsheet;
  moves: MoveLog;
}

const stores = new WeakMap<WorkspaceContext, SheetStore>();

/** One per workspace, so that the service and the hub see the same tabs in memory. */
export function storeOf(context: WorkspaceContext): SheetStore {
  const store = stores.get(context) ?? openStore(context);
  stores.set(context, store);
  return store;
}

function openStore(context: WorkspaceContext): SheetStore {
  const books = context.storage.table<BookRecord>('sheets-books');
  const tabs = context.storage.table<PackedTab>('sheets-tabs');
  // A new word at every write: what is in memory counts only while disk agrees, even after a rolled-back transaction.
  const revisions = context.storage.table<string>('sheets-revisions');
  const memory = new Map<string, { revision: string; book: Spreadsheet }>();
  const moves = createMoveLog();

  function remember(book: Spreadsheet): void {
    const revision = randomUUID();
    revisions.put(book.id, revision);
    memory.set(book.id, { revision, book });
  }

  return {
    moves,
    load(id) {
      const revision = revisions.get(id);
      const known = memory.get(id);
      if (known && known.revision === revision) return known.book;
      const book = readBook(books, tabs, id);
      if (!book || revision === undefined) throw new ApiError(404, 'Requested entity was not found.');
      memory.set(id, { revision, book });
      return book;
    },
    create(book) {
      context.storage.transaction(() => {
        for (const tab of book.tabs) tabs.put(tabKey(book.id, tab.sheetId), packTab(tab));
        books.put(book.id, toRecord(book));
        remember(book);
      });
    },
    save(draft) {
      const { book, actor } = draft;
      context.storage.transaction(() => {
        for (const sheetId of draft.removed) tabs.delete(tabKey(book.id, sheetId));
        for (const tab of book.tabs)
          if (draft.touched.has(tab.sheetId)) tabs.put(tabKey(book.id, tab.sheetId), packTab(tab));
        if (draft.bookTouched) books.put(book.id, toRecord(book));
        remember(book);
        context.fileChanged(book.id, actor.email);
      });
      moves.record(book.id, draft.moves);
      return book;
    },
  };
}

function tabKey(id: string, sheetId: number): string {
  return `${id}/${sheetId}`;
}

function toRecord({ tabs, ...rest }: Spreadsheet): BookRecord {
  return { ...rest, order: tabs.map((tab) => tab.sheetId) };
}

function readBook(books: Table<BookRecord>, tabs: Table<PackedTab>, id: string): Spreadsheet | undefined {
  const record = books.get(id);
  if (!record) return undefined;
  const { order, ...rest } = record;
  const read = order.map((sheetId): Tab => {
    const packed = tabs.get(tabKey(id, sheetId));
    if (!packed) throw new Error(`tab ${sheetId} of spreadsheet ${id} is not stored`);
    return unpackTab(packed);
  });
  return { ...rest, tabs: read };
}
