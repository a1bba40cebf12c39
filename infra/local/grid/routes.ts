/** The grid's paths: its page, its data for one person, its changes as they come, and what the person does. */
import * as z from 'zod';
import type { AppsScript } from '../apps-script/start.ts';
import { ApiError, type ApiRequest, type ApiResponse, type WorkspaceContext } from '../workspace/api.ts';
import type { LocalService } from '../workspace/local.ts';
import { createRouter, ok } from '../workspace/router.ts';
import { readGridBook } from '../workspace/sheets/grid-view.ts';
import { storeOf } from '../workspace/sheets/store.ts';
import { gridAssets } from './assets.ts';
import { createDesks } from './desks.ts';
import { createChangeEvents } from './events.ts';
import { type LineAction, toRequests } from './lines.ts';
import { gridPolicy, renderGridPage, scriptPagePolicy } from './page.ts';
import type { PersonAtWorkbook } from './people.ts';
import { toRefusal } from './refusals.ts';

export interface GridOptions {
  context: WorkspaceContext;
  workspaceUrl: string;
  onChange: (listener: (fileId: string, by: string) => void) => void;
  people: (spreadsheetId: string) => Promise<PersonAtWorkbook[]>;
  token: (email: string) => Promise<string>;
  /** Started when somebody opens a workbook. */
  script: () => Promise<AppsScript>;
}

const count = z.int().min(0).max(20_000);
const text = z.string().max(60_000);
const block = z.object({ row: count, column: count, values: z.array(z.array(text)).min(1).max(5000) });
const bodies = {
  open: z.object({ spreadsheetId: z.string(), email: z.string(), sheetId: z.int() }),
  edit: z.object({ sheetId: z.int(), seen: z.string(), blocks: z.array(block).min(1).max(5000) }),
  lines: z.object({
    sheetId: z.int(),
    seen: z.string(),
    action: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('insert'), row: count, count: z.int().min(1).max(500), below: z.boolean() }),
      z.object({ kind: z.literal('delete'), row: count, count: z.int().min(1).max(500) }),
      z.object({ kind: z.literal('sort'), column: count, descending: z.boolean() }),
    ]),
  }),
  click: z.object({ caption: z.string(), at: z.object({ sheetId: z.int(), a1: z.string() }) }),
  call: z.object({
    name: z.string(),
    args: z.array(z.unknown()),
    at: z.object({ sheetId: z.int(), a1: z.string() }),
  }),
};

export interface Grid {
  service: LocalService;
  warmUp(): Promise<void>;
}

export function createGrid(options: GridOptions): Grid {
  const { context, people, script, token, workspaceUrl } = options;
  const store = storeOf(context);
  const events = createChangeEvents();
  options.onChange((fileId) => events.changed(fileId));
  const desks = createDesks(script, store.moves, lengthen);

  const service = createRouter<Promise<ApiResponse>>({
    'GET /workbook/{id}': async (_request, id) => {
      const page = renderGridPage(titleOf(id), id);
      return { ...toPage(page), headers: { 'content-security-policy': gridPolicy } };
    },
    'GET /grid/{file}': async (request, file) => {
      const asset = (await gridAssets()).get(file);
      if (!asset) throw new ApiError(404, `Không có trang ${request.path}.`);
      const { body, contentType, etag } = asset;
      return { status: 200, body, contentType, headers: { etag, 'cache-control': 'max-age=5' } };
    },
    'GET /grid/books/{id}': async ({ query }, id) => {
      const tab = query.get('tab');
      return ok(readGridBook(context, id, query.get('as') ?? '', tab === null ? undefined : Number(tab)));
    },
    'GET /grid/books/{id}/people': async (_request, id) => ok(await people(id)),
    'GET /grid/books/{id}/events': async (_request, id) => ({
      status: 200,
      body: '',
      contentType: 'text/event-stream; charset=utf-8',
      stream: (response) => events.listen(id, response),
    }),
    'POST /grid/desks': async (request) => {
      const { email, spreadsheetId, sheetId } = parse(bodies.open, request);
      context.requireAccess(spreadsheetId, email, 'reader');
      return ok(await desks.open(email, spreadsheetId, sheetId));
    },
    'POST /grid/desks/{desk}/edit': async (request, desk) =>
      ok(await desks.edit(desk, parse(bodies.edit, request))),
    'POST /grid/desks/{desk}/click': async (request, desk) => {
      const { caption, at } = parse(bodies.click, request);
      return ok(await desks.click(desk, caption, at));
    },
    'POST /grid/desks/{desk}/call': async (request, desk) => {
      const { name, args, at } = parse(bodies.call, request);
      return ok(await desks.call(desk, name, args, at));
    },
    'POST /grid/desks/{desk}/lines': async (request, desk) => {
      const { sheetId, seen, action } = parse(bodies.lines, request);
      await changeLines(desk, sheetId, seen, action);
      return ok({});
    },
    'GET /grid/desks/{desk}/pages/{number}': async (_request, desk, number) => {
      const page = desks.page(desk, Number(number));
      if (page === undefined) throw new ApiError(404, 'Không có trang này.');
      const runner = (await gridAssets()).get('script-run.js')?.body;
      const withRunner = page.replace(
        /<head>/i,
        (head) => `${head}<script>${Buffer.from(runner ?? []).toString('utf8')}</script>`,
      );
      return { ...toPage(withRunner), headers: { 'content-security-policy': scriptPagePolicy } };
    },
  });

  return {
    service,
    async warmUp() {
      await Promise.all([gridAssets(), script()]);
    },
  };

  function titleOf(id: string): string {
    try {
      return store.load(id).properties.title;
    } catch (error) {
      throw error instanceof ApiError ? new ApiError(404, 'Không có sổ này.') : error;
    }
  }

  async function changeLines(desk: string, sheetId: number, seen: string, action: LineAction): Promise<void> {
    const { email, spreadsheetId } = desks.owner(desk);
    const [tab] = readGridBook(context, spreadsheetId, email, sheetId).tabs;
    if (!tab) throw new ApiError(404, 'Trang tính này không còn.');
    const requests = toRequests(action, { moves: store.moves, bookId: spreadsheetId, seen, tab });
    if (requests.length > 0) await batchUpdate({ email, spreadsheetId }, requests);
  }

  async function lengthen(
    who: { email: string; spreadsheetId: string },
    sheetId: number,
    lines: number,
  ): Promise<void> {
    const [tab] = readGridBook(context, who.spreadsheetId, who.email, sheetId).tabs;
    const length = lines - (tab?.rowCount ?? lines);
    if (length > 0) await batchUpdate(who, [{ appendDimension: { sheetId, dimension: 'ROWS', length } }]);
  }

  async function batchUpdate(
    { email, spreadsheetId }: { email: string; spreadsheetId: string },
    requests: readonly object[],
  ): Promise<void> {
    const response = await fetch(`${workspaceUrl}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token(email)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
    const body = (await response.json()) as { error?: { message?: string } };
    if (!response.ok) throw toRefusal(new Error(body.error?.message ?? `status ${response.status}`));
  }
}

const toPage = (body: string): ApiResponse => ({
  status: 200,
  body,
  contentType: 'text/html; charset=utf-8',
});

function parse<T>(schema: z.ZodType<T>, { body }: ApiRequest): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiError(400, `Không hiểu yêu cầu: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
