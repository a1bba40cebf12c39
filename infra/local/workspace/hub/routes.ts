/** Serves the hub's pages and takes the one form on them, the clock's. */
import { ApiError, type ApiResponse } from '../api.ts';
import { parseTime, toLocalIso, type WorkspaceClock } from '../clock.ts';
import type { Mailboxes } from '../gmail/mailbox.ts';
import { type LocalService, type MailboxMessage, readMailbox } from '../local.ts';
import { createRouter } from '../router.ts';
import type { Workbook } from '../spreadsheets.ts';
import { toErrorPage } from './error-page.ts';
import {
  type PersonAtWorkbook,
  renderHome,
  renderInbox,
  renderMail,
  renderPeople,
  renderWorkbook,
  type TabForPeople,
} from './pages.ts';

export interface HubOptions {
  clock: WorkspaceClock;
  mailboxes: Mailboxes;
  workbooks: () => Workbook[];
  readTabs: (spreadsheetId: string) => TabForPeople[];
  links: { functions?: string; listing?: string };
  robot: string;
  /** The form of a tab as .xlsx; absent where nobody makes such files. */
  template: ((spreadsheetId: string, sheetId: number) => Promise<Uint8Array | undefined>) | undefined;
  /** Who works in a workbook; absent where nobody knows. */
  people: ((spreadsheetId: string) => Promise<PersonAtWorkbook[]>) | undefined;
}

export function createHub(options: HubOptions): LocalService {
  const { clock, mailboxes, workbooks, readTabs, links, robot, template, people } = options;
  const route = createRouter<Promise<ApiResponse>>({
    'GET /': async ({ query }) => {
      const from = query.get('tu');
      const moved = from === null || !isIsoTime(from) ? undefined : { from, messages: since(from) };
      const now = toLocalIso(clock.now());
      return toPage(renderHome({ workbooks: workbooks(), now, links, robot, moved }));
    },
    'POST /clock': async ({ raw }) => {
      const form = new URLSearchParams(Buffer.from(raw).toString('utf8'));
      const from = toLocalIso(clock.now());
      await clock.moveTo(parseTime(form.get('now')));
      return { status: 303, body: `/?tu=${encodeURIComponent(from)}` };
    },
    'GET /people': async () =>
      toPage(
        renderPeople(
          await Promise.all(
            workbooks().map(async (workbook) => ({
              workbook,
              people: (await people?.(workbook.spreadsheetId)) ?? [],
            })),
          ),
        ),
      ),
    'GET /guide': async () => {
      if (links.listing === undefined)
        throw new ApiError(404, 'Hướng dẫn nằm ở trang công khai, chưa chạy ở đây.');
      return { status: 302, body: `${links.listing}/huong-dan` };
    },
    // Where a grid is joined to the workspace it answers this path; the table stays beside it.
    'GET /workbook/{id}': async (_request, id) => showTable(id),
    'GET /workbook/{id}/table': async (_request, id) => showTable(id),
    'GET /template/{id}/{sheetId}.xlsx': async (_request, id, sheetId) => {
      const body = /^\d+$/.test(sheetId) ? await template?.(id, Number(sheetId)) : undefined;
      if (!body) throw new ApiError(404, 'Không có tệp mẫu cho trang này.');
      return { status: 200, body, contentType: xlsx };
    },
    'GET /inbox': async ({ query }) => {
      const all = readMailbox(mailboxes, null);
      const to = query.get('to')?.toLowerCase() ?? null;
      const shown = to === null ? all : all.filter((one) => one.to === to);
      return toPage(renderInbox(shown, [...new Set(all.map((one) => one.to))].sort(), to));
    },
    'GET /inbox/{id}': async (_request, id) => {
      const message = readMailbox(mailboxes, null).find((one) => one.id === id);
      if (!message) throw new ApiError(404, 'Không có thư này.');
      return toPage(renderMail(message));
    },
  });
  return (request) => route(request)?.catch(toErrorPage);

  function since(from: string): MailboxMessage[] {
    return readMailbox(mailboxes, null).filter(({ date }) => Date.parse(date) >= Date.parse(from));
  }

  function showTable(id: string): ApiResponse {
    const found = workbooks().find((one) => one.spreadsheetId === id);
    const units = found?.tabs.filter(({ kind }) => template && kind === 'unit') ?? [];
    const templates = new Map(units.map(({ sheetId }) => [sheetId, `/template/${id}/${sheetId}.xlsx`]));
    return toPage(renderWorkbook(found?.title ?? 'Sổ', readKnownTabs(readTabs, id), templates));
  }
}

const isIsoTime = (text: string): boolean => !Number.isNaN(Date.parse(text));

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function readKnownTabs(readTabs: HubOptions['readTabs'], id: string): TabForPeople[] {
  try {
    return readTabs(id);
  } catch (error) {
    if (error instanceof ApiError) throw new ApiError(error.status, 'Không có sổ này.');
    throw error;
  }
}

function toPage(text: string): ApiResponse {
  return { status: 200, body: text, contentType: 'text/html; charset=utf-8' };
}
