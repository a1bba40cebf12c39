/** People at spreadsheets: what they type goes through the add-on's triggers, what they click runs it, in their name. */
import { randomUUID } from 'node:crypto';
import type { AppsScript, MenuItem, Outcome, ScriptSession, Shown } from '../apps-script/start.ts';
import { ApiError } from '../workspace/api.ts';
import { columnName } from '../workspace/sheets/a1.ts';
import type { MoveLog } from '../workspace/sheets/moves.ts';
import { type Block, carryBlocks } from './blocks.ts';
import { toRefusal } from './refusals.ts';

/** A page of the script is fetched by its number, so that it runs apart from the grid. */
export type ShownAtDesk =
  | { kind: 'toast'; title: string; message: string }
  | { kind: 'dialog' | 'sidebar'; title: string; page: number };

export interface DeskAnswer {
  menus: { caption: string; items: MenuItem[] }[];
  shown: ShownAtDesk[];
  /** Where the script left the person; rows and columns from 0. */
  at: { sheetId: number; area?: { row: number; column: number; rows: number; columns: number } };
  result?: unknown;
  /** Typed texts that have no row any more. */
  lost?: string[];
}

/** Where the person is before the script runs. */
export interface Position {
  sheetId: number;
  a1: string;
}

export interface Desks {
  open(email: string, spreadsheetId: string, sheetId: number): Promise<DeskAnswer & { desk: string }>;
  edit(desk: string, edit: { sheetId: number; seen: string; blocks: Block[] }): Promise<DeskAnswer>;
  click(desk: string, caption: string, at: Position): Promise<DeskAnswer>;
  call(desk: string, name: string, args: unknown[], at: Position): Promise<DeskAnswer>;
  page(desk: string, number: number): string | undefined;
  /** Whose desk it is, and at which spreadsheet. */
  owner(desk: string): { email: string; spreadsheetId: string };
}

interface Desk {
  session: ScriptSession;
  email: string;
  spreadsheetId: string;
  pages: string[];
}

/** Sees to it that a tab has so many lines, in the person's name. */
type Lengthen = (
  who: { email: string; spreadsheetId: string },
  sheetId: number,
  lines: number,
) => Promise<void>;

export function createDesks(script: () => Promise<AppsScript>, moves: MoveLog, lengthen: Lengthen): Desks {
  const desks = new Map<string, Desk>();
  const deskOf = (id: string): Desk => {
    const desk = desks.get(id);
    if (!desk) throw new ApiError(404, 'Trang này đã được mở từ lần chạy trước. Hãy tải lại trang.');
    return desk;
  };

  async function answer(
    desk: Desk,
    shown: readonly Shown[],
    more: Partial<DeskAnswer> = {},
  ): Promise<DeskAnswer> {
    const { activeSheetId, activeRange, menus } = await (await script()).where(desk.session);
    const { row = 1, column = 1, rows = 1, columns = 1 } = activeRange ?? {};
    return {
      menus,
      shown: shown.map((one) => toShownAtDesk(desk, one)),
      at: {
        sheetId: activeSheetId,
        ...(activeRange ? { area: { row: row - 1, column: column - 1, rows, columns } } : {}),
      },
      ...more,
    };
  }

  const run = async (
    id: string,
    { sheetId, a1 }: Position,
    act: (running: AppsScript, session: ScriptSession) => Promise<Outcome>,
  ): Promise<DeskAnswer> => {
    const desk = deskOf(id);
    const running = await script();
    await running.select(desk.session, sheetId, a1);
    const { shown, result } = await act(running, desk.session).catch(refuse);
    return answer(desk, shown, result === undefined ? {} : { result });
  };

  return {
    async open(email, spreadsheetId, sheetId) {
      const running = await script();
      const session = await running.open(email, spreadsheetId, sheetId);
      const id = randomUUID();
      const desk: Desk = { session, email, spreadsheetId, pages: [] };
      desks.set(id, desk);
      return { desk: id, ...(await answer(desk, running.shown(session))) };
    },
    async edit(id, { sheetId, seen, blocks }) {
      const desk = deskOf(id);
      const running = await script();
      const carried = carryBlocks(moves, { bookId: desk.spreadsheetId, sheetId, seen }, blocks);
      if (carried.isUnknown)
        throw new ApiError(409, 'Bảng đã đổi nhiều từ khi mở. Hãy tải lại trang rồi gõ lại.');
      // Sheets itself adds lines for what is pasted beyond the last one; the script's own calls do not.
      const lines = Math.max(0, ...carried.blocks.map(({ row, values }) => row + values.length));
      await lengthen(desk, sheetId, lines);
      const shown: Shown[] = [];
      for (const { row, column, values } of carried.blocks) {
        const a1 = `${columnName(column)}${row + 1}`;
        const outcome = await running.edit(desk.session, sheetId, a1, values).catch(refuse);
        shown.push(...outcome.shown);
      }
      return answer(desk, shown, carried.lost.length > 0 ? { lost: carried.lost } : {});
    },
    click: (id, caption, at) => run(id, at, (running, session) => running.click(session, caption)),
    call: (id, name, args, at) => run(id, at, (running, session) => running.call(session, name, args)),
    page: (id, number) => deskOf(id).pages[number],
    owner: (id) => deskOf(id),
  };
}

function toShownAtDesk(desk: Desk, shown: Shown): ShownAtDesk {
  if (shown.kind === 'toast') return shown;
  return { kind: shown.kind, title: shown.title, page: desk.pages.push(shown.html) - 1 };
}

/** What the script or the sheet refuses is the person's to read. */
function refuse(error: unknown): never {
  throw toRefusal(error);
}
