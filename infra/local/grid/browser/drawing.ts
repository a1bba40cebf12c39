/** The sheet on the screen: draws what the workspace tells, and tells what the person does to it. The only user of Univer. */
import type { GridBook, GridTab } from '../../workspace/sheets/grid-view.ts';
import { bookId, heightsFor, tabId, toCell, toNote, toWorkbookData } from './book-data.ts';
import { decide } from './commands.ts';
import type { TabDifference } from './difference.ts';
import type { EditedCells, Selection } from './edits.ts';
import { createGridApi } from './univer.ts';

export interface DrawingEvents {
  /** Cells typed, emptied or filled by the person, already on the screen. */
  edited(sheetId: number, cells: EditedCells): void;
  pasted(text: string): void;
  /** A cell's editor was closed, with a change or without. */
  editorClosed(): void;
  tabChanged(sheetId: number): void;
  selected(): void;
  insertRows(below: boolean): void;
  deleteRows(): void;
  undo(): void;
  redo(): void;
  /** The person asked for something that the trial's sheet does not do. */
  refused(): void;
  /** Whether the person may change the cell; says why if not. */
  mayEdit(sheetId: number, row: number, column: number): boolean;
}

export interface Drawing {
  /** Everything anew; tab, selection and scrolling stay. */
  draw(book: GridBook, sheetId: number): void;
  apply(tab: GridTab, changes: TabDifference): void;
  activeTab(): number;
  selection(): Selection;
  /** Univer is whole: before that some of its parts do not know one another yet. */
  ready: Promise<void>;
  select(sheetId: number, area?: Selection): void;
  isEditing(): boolean;
}

const pencil = document.createElement('canvas').getContext('2d');

function measure(text: string, size: number, isBold: boolean): number {
  if (!pencil) return 0;
  pencil.font = `${isBold ? 'bold ' : ''}${size}pt Arial`;
  return pencil.measureText(text).width;
}

/** Commands that put something into the selected cells. */
const writing = new Set([
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.auto-fill',
]);

export function createDrawing(container: string, events: DrawingEvents): Drawing {
  const api = createGridApi(container);
  let isEditing = false;
  // What the drawing itself does is nobody's edit.
  let isDrawing = false;
  const quietly = (work: () => void): void => {
    const before = isDrawing;
    isDrawing = true;
    try {
      work();
    } finally {
      isDrawing = before;
    }
  };

  const ready = new Promise<void>((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage === api.Enum.LifecycleStages.Steady) resolve();
    });
  });

  const workbook = () => api.getActiveWorkbook();
  const activeTab = (): number => Number(workbook()?.getActiveSheet().getSheetId() ?? 0);

  api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    if (id === 'sheet.operation.set-selections') events.selected();
    if (isDrawing || id !== 'sheet.mutation.set-range-values') return;
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: EditedCells };
    if (cellValue) events.edited(Number(subUnitId), cellValue);
  });
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (isDrawing) return;
    const decision = decide(event.id, event.params);
    if (decision === 'allow') {
      const { row, column } = selection();
      const isClosed = writing.has(event.id) && !events.mayEdit(activeTab(), row, column);
      if (isClosed) (event as { cancel?: boolean }).cancel = true;
      return;
    }
    (event as { cancel?: boolean }).cancel = true;
    switch (decision.kind) {
      case 'paste':
        if (decision.text !== undefined) events.pasted(decision.text);
        else void navigator.clipboard.readText().then(events.pasted, () => events.refused());
        break;
      case 'insertRows':
        events.insertRows(decision.below);
        break;
      case 'deleteRows':
        events.deleteRows();
        break;
      case 'refuse':
        events.refused();
    }
  });
  api.addEvent(api.Event.BeforeUndo, (event) => {
    if (isEditing) return;
    event.cancel = true;
    events.undo();
  });
  api.addEvent(api.Event.BeforeRedo, (event) => {
    if (isEditing) return;
    event.cancel = true;
    events.redo();
  });
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    if (!events.mayEdit(activeTab(), event.row, event.column)) event.cancel = true;
  });
  api.addEvent(api.Event.SheetEditStarted, () => {
    isEditing = true;
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    isEditing = false;
    events.editorClosed();
  });
  api.addEvent(api.Event.ActiveSheetChanged, () => {
    if (!isDrawing) events.tabChanged(activeTab());
  });

  const run = (id: string, params: object): void => {
    api.syncExecuteCommand(id, { unitId: bookId, ...params });
  };

  function select(sheetId: number, area?: Selection): void {
    const book = workbook();
    const sheet = book?.getSheetBySheetId(tabId(sheetId));
    if (!book || !sheet) return;
    quietly(() => {
      if (activeTab() !== sheetId) book.setActiveSheet(sheet);
      if (!area) return;
      sheet.getRange(area.row, area.column, area.rows, area.columns).activate();
      const seen = sheet.getVisibleRange();
      const isInView =
        seen &&
        area.row > seen.startRow &&
        area.row < seen.endRow &&
        area.column > seen.startColumn &&
        area.column < seen.endColumn;
      if (!isInView) sheet.scrollToCell(Math.max(0, area.row - 3), Math.max(0, area.column - 2));
    });
  }

  function selection(): Selection {
    const range = workbook()?.getActiveSheet().getSelection()?.getActiveRange();
    if (!range) return { row: 0, column: 0, rows: 1, columns: 1 };
    const { row, column, rows, columns } = {
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getHeight(),
      columns: range.getWidth(),
    };
    return { row, column, rows, columns };
  }

  return {
    activeTab,
    ready,
    selection,
    select,
    isEditing: () => isEditing,
    draw(book, sheetId) {
      quietly(() => {
        const before = workbook();
        const kept = before && activeTab() === sheetId ? selection() : undefined;
        const scroll = before?.getActiveSheet().getScrollState();
        if (before) api.disposeUnit(bookId);
        api.createWorkbook(toWorkbookData(book, measure));
        select(sheetId);
        const sheet = workbook()?.getSheetBySheetId(tabId(sheetId));
        if (kept && sheet) {
          sheet.getRange(kept.row, kept.column, kept.rows, kept.columns).activate();
          if (scroll) sheet.scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
        }
      });
    },
    apply(tab, { cells, notes }) {
      const subUnitId = tabId(tab.sheetId);
      quietly(() => {
        if (cells.length > 0) {
          const value: Record<number, Record<number, object>> = {};
          for (const cell of cells) {
            const [row, column, text] = cell;
            value[row] ??= {};
            const drawn = toCell(tab, cell);
            // Styles are laid over what was there: what is gone has to be named.
            const looks = { bl: null, bg: null, cl: null, ht: null, ...(drawn.s as object) };
            // `p` is where Univer keeps text with line breaks; left alone it would win over the new text.
            value[row][column] = {
              ...drawn,
              s: looks,
              ...(text === '' ? { v: null } : {}),
              p: null,
              f: null,
            };
          }
          run('sheet.command.set-range-values', { subUnitId, value });
          const sheet = workbook()?.getSheetBySheetId(subUnitId);
          for (const [row, height] of heightsFor(tab, tab.cells, measure))
            if (value[row]) sheet?.setRowHeight(row, height);
        }
        for (const { row, column, note } of notes) {
          if (note === '') run('sheet.mutation.remove-note', { sheetId: subUnitId, row, col: column });
          else
            run('sheet.mutation.update-note', {
              sheetId: subUnitId,
              row,
              col: column,
              note: { ...toNote(note), id: `${subUnitId}-${row}-${column}`, row, col: column },
            });
        }
      });
    },
  };
}
