/**
 * Keeps the drawing and the workspace of one mind: edits go out one after another, what others and the machine wrote
 * comes in when nothing of one's own is on the way. The workspace is always right in the end.
 */
import type { GridBook, GridCell, GridTab } from '../../workspace/sheets/grid-view.ts';
import type { Block } from '../blocks.ts';
import type { DeskAnswer } from '../desks.ts';
import type { LineAction } from '../lines.ts';
import { act, readBook } from './api.ts';
import { difference } from './difference.ts';
import type { Drawing } from './drawing.ts';

export interface SessionOptions {
  spreadsheetId: string;
  email: string;
  desk: string;
  book: GridBook;
  drawing: Drawing;
  onAnswer(answer: DeskAnswer): void;
  /** The screen shows what the workspace says. */
  onShown(): void;
  onRefused(error: Error): void;
}

export interface Session {
  edit(sheetId: number, blocks: readonly Block[]): void;
  undo(): void;
  redo(): void;
  lines(sheetId: number, action: LineAction): void;
  click(caption: string): void;
  call(name: string, args: unknown[]): Promise<unknown>;
  /** Something changed somewhere. */
  refresh(): void;
  tab(sheetId: number): GridTab | undefined;
}

interface Step {
  sheetId: number;
  seen: string;
  blocks: Block[];
}

export function createSession({
  spreadsheetId,
  email,
  desk,
  book,
  drawing,
  onAnswer,
  onShown,
  onRefused,
}: SessionOptions): Session {
  const tabs = new Map(book.tabs.map((tab) => [tab.sheetId, tab]));
  const seen = new Map(book.tabs.map(({ sheetId }) => [sheetId, book.revision]));
  const undos: Step[] = [];
  const redos: Step[] = [];
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;
  let isStale = false;
  let isReading = false;

  const revisionOf = (sheetId: number): string => seen.get(sheetId) ?? book.revision;

  function enqueue<T extends DeskAnswer>(work: () => Promise<T>): Promise<T> {
    waiting += 1;
    const done = queue.then(work);
    queue = done.then(
      () => undefined,
      () => undefined,
    );
    const settle = (): void => {
      waiting -= 1;
      refresh();
    };
    done.then(settle, settle);
    return done;
  }

  function send(kind: 'edit' | 'lines', body: object): void {
    enqueue(() => act(desk, kind, body)).then(onAnswer, onRefused);
  }

  function put(step: Step): void {
    const { sheetId, blocks } = step;
    const tab = tabs.get(sheetId);
    if (tab) tabs.set(sheetId, withUnknown(tab, blocks));
    send('edit', step);
  }

  /** The opposite of a step: what stood in its cells. */
  const opposite = ({ sheetId, seen: revision, blocks }: Step): Step => ({
    sheetId,
    seen: revision,
    blocks: blocks.map((block) => ({ ...block, values: textsAt(tabs.get(sheetId), block) })),
  });

  function back(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push(opposite({ ...step, seen: revisionOf(step.sheetId) }));
    put(step);
  }

  function refresh(): void {
    isStale = true;
    void catchUp();
  }

  async function catchUp(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      while (isStale && waiting === 0 && !drawing.isEditing()) {
        isStale = false;
        const sheetId = drawing.activeTab();
        const fresh = await readBook(spreadsheetId, email, sheetId);
        // Typed while it was on the way: what came is older than what stands there.
        if (waiting > 0 || drawing.isEditing() || drawing.activeTab() !== sheetId) isStale = true;
        else show(fresh);
        if (drawing.activeTab() !== sheetId) continue;
        if (waiting > 0 || drawing.isEditing()) break;
      }
    } catch (error) {
      onRefused(error as Error);
    } finally {
      isReading = false;
    }
  }

  function show({ revision, tabs: [tab] }: GridBook): void {
    const before = tab && tabs.get(tab.sheetId);
    if (!tab || !before) return;
    tabs.set(tab.sheetId, tab);
    seen.set(tab.sheetId, revision);
    const changes = difference(before, tab);
    if (changes.isReshaped) drawing.draw({ ...book, revision, tabs: [...tabs.values()] }, tab.sheetId);
    else drawing.apply(tab, changes);
    onShown();
  }

  const position = (): { sheetId: number; a1: string } => {
    const { row, column, rows, columns } = drawing.selection();
    const corner = (line: number, across: number): string => `${toLetters(across)}${line + 1}`;
    const start = corner(row, column);
    const end = corner(row + rows - 1, column + columns - 1);
    return { sheetId: drawing.activeTab(), a1: start === end ? start : `${start}:${end}` };
  };

  return {
    tab: (sheetId) => tabs.get(sheetId),
    refresh,
    edit(sheetId, blocks) {
      const step = { sheetId, seen: revisionOf(sheetId), blocks: [...blocks] };
      undos.push(opposite(step));
      redos.length = 0;
      put(step);
    },
    undo: () => back(undos, redos),
    redo: () => back(redos, undos),
    lines: (sheetId, action) => send('lines', { sheetId, seen: revisionOf(sheetId), action }),
    click(caption) {
      enqueue(() => act(desk, 'click', { caption, at: position() })).then(goAlong, onRefused);
    },
    async call(name, args) {
      const answer = await enqueue(() => act(desk, 'call', { name, args, at: position() }));
      goAlong(answer);
      return answer.result;
    },
  };

  /** The script may have taken the person elsewhere. */
  function goAlong(answer: DeskAnswer): void {
    const { sheetId, area } = answer.at;
    const now = drawing.selection();
    const isElsewhere =
      sheetId !== drawing.activeTab() || (area && (area.row !== now.row || area.column !== now.column));
    if (isElsewhere) drawing.select(sheetId, area);
    onAnswer(answer);
  }
}

/** The screen shows what was typed; until the workspace has spoken nobody knows what stands there. */
function withUnknown(tab: GridTab, blocks: readonly Block[]): GridTab {
  const cells = new Map(tab.cells.map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
  for (const { row, column, values } of blocks)
    for (const [down, texts] of values.entries())
      for (const across of texts.keys()) {
        const key = `${row + down} ${column + across}`;
        const note = cells.get(key)?.[4] ?? '';
        const unknown: GridCell = [row + down, column + across, '\0', -1, note];
        cells.set(key, unknown);
      }
  return { ...tab, cells: [...cells.values()] };
}

function textsAt(tab: GridTab | undefined, { row, column, values }: Block): string[][] {
  const texts = new Map((tab?.cells ?? []).map(([line, across, text]) => [`${line} ${across}`, text]));
  return values.map((line, down) =>
    line.map((_, across) => texts.get(`${row + down} ${column + across}`)?.replace('\0', '') ?? ''),
  );
}

export function toLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : toLetters(Math.floor(column / 26) - 1) + last;
}
