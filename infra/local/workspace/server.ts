/** The embedded workspace: Google's REST paths, an identity issuer, a clock and pages for people on one loopback port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortBusyError } from '../runtime/listen.ts';
import type { ApiRequest, WorkspaceContext, WorkspaceStorage } from './api.ts';
import { createClock, type WorkspaceClock } from './clock.ts';
import { createContext } from './context.ts';
import { type Counts, createCounts } from './counts.ts';
import { createDriveFiles } from './drive/files.ts';
import { createDriveService } from './drive/service.ts';
import { createFaults, type Faults } from './faults.ts';
import { createMailboxes } from './gmail/mailbox.ts';
import { createGmailService } from './gmail/service.ts';
import type { Exchange, Service } from './google.ts';
import { type Served, serve } from './http.ts';
import type { PersonAtWorkbook } from './hub/pages.ts';
import { createHub } from './hub/routes.ts';
import { createIssuer, type Issuer } from './identity.ts';
import { createLocalRoutes, type LocalService } from './local.ts';
import { createQuotaGate, type Quotas } from './quotas.ts';
import { createSheetsService, readTabsForPeople } from './sheets/service.ts';
import { createSpreadsheets, readWorkbooks, withNamesInDrive } from './spreadsheets.ts';
import { openStorage } from './storage.ts';

export interface WorkspaceOptions {
  /** 0 takes any free port. */
  port: number;
  host?: '127.0.0.1';
  /** ':memory:' or a file, made when it is not there. */
  dataFile: string;
  /** The real clock; for tests. */
  now?: () => Date;
  /** Where the virtual clock of a new data file begins. */
  startAt?: Date;
  robot: string;
  /** Audiences of the tokens; the first is the usual one. */
  audiences: string[];
  /** Times at which the clock stops when it is moved from one time to another, and what runs there. */
  clockStops?: (from: Date, to: Date) => readonly Date[];
  onClockStop?: () => Promise<void>;
  observe?: (exchange: Exchange) => void;
  quotas?: Quotas;
  /** Where the other parts of the trial are, for the hub page. */
  links?: { functions?: string; listing?: string };
  /** The form of a unit's tab as a file to fill in elsewhere, .xlsx; undefined when the tab has none. */
  template?: (spreadsheetId: string, sheetId: number) => Promise<Uint8Array | undefined>;
  /** Who works in a workbook. */
  people?: (spreadsheetId: string) => Promise<PersonAtWorkbook[]>;
}

export interface Workspace {
  url: string;
  port: number;
  context: WorkspaceContext;
  clock: WorkspaceClock;
  counts: Counts;
  faults: Faults;
  issuer: Issuer;
  /** Answers paths before the hub does. */
  use(service: LocalService): void;
  /** A spreadsheet changed, by whom. */
  onChange(listener: (fileId: string, by: string) => void): void;
  close(): Promise<void>;
}

export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const storage = openStorage(options.dataFile);
  let url = '';
  const parts = assemble(options, storage, () => url);
  const server = createServer((request, response) => void serve(parts, request, response));
  try {
    await listen(server, options.port, options.host ?? '127.0.0.1');
  } catch (error) {
    storage.close();
    throw error;
  }
  const { context, clock, counts, faults, issuer, local, listeners } = parts;
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    context,
    clock,
    counts,
    faults,
    issuer,
    use: (service) => void local.unshift(service),
    onChange: (listener) => void listeners.push(listener),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      storage.close();
    },
  };
}

interface Parts extends Served {
  context: WorkspaceContext;
  clock: WorkspaceClock;
  listeners: ((fileId: string, by: string) => void)[];
  local: LocalService[];
}

function assemble(options: WorkspaceOptions, storage: WorkspaceStorage, root: () => string): Parts {
  const { robot } = options;
  const listeners: Parts['listeners'] = [];
  const onFileChanged = (fileId: string, by: string): void => {
    for (const listener of listeners) listener(fileId, by);
  };
  const faults = createFaults();
  const counts = createCounts();
  const issuer = createIssuer(storage, options.audiences);
  const clock = createClock({
    storage,
    real: options.now ?? (() => new Date()),
    ...(options.startAt ? { startAt: options.startAt } : {}),
    ...(options.clockStops ? { stops: options.clockStops } : {}),
    ...(options.onClockStop ? { onStop: options.onClockStop } : {}),
  });
  const quotas = createQuotaGate(options.quotas ?? {}, clock.now);
  const files = createDriveFiles(storage, clock.now, () => faults.settings.changesLagSeconds);
  const mailboxes = createMailboxes(storage, clock.now, quotas.takeMail);
  const context = createContext({ storage, files, robot, now: clock.now, onFileChanged });

  const sheets = withNamesInDrive(createSheetsService(context), files);
  const drive = createDriveService({
    storage,
    files,
    root,
    spreadsheets: createSpreadsheets(sheets),
  });
  const searchLagSeconds = () => faults.settings.searchLagSeconds;
  const gmail = createGmailService({ storage, mailboxes, now: clock.now, searchLagSeconds });
  const whole = (service: Service) => (request: ApiRequest) => storage.transaction(() => service(request));
  const services: Service[] = [whole(sheets), whole(drive), gmail];

  const workbooks = () => readWorkbooks(context, files, sheets, root());
  const readTabs = (id: string) => readTabsForPeople(context, id);
  const shared = { clock, mailboxes, workbooks };
  const local = [
    createLocalRoutes({ ...shared, issuer, counts, faults, root }),
    createHub({
      ...shared,
      readTabs,
      links: options.links ?? {},
      robot,
      template: options.template,
      people: options.people,
    }),
  ];
  const shown = { context, clock, counts, faults, issuer, listeners };
  return { ...shown, quotas, services, local, observe: options.observe };
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isBusy = error.code === 'EADDRINUSE';
      reject(
        isBusy
          ? new PortBusyError(
              `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn cổng khác: WORKSPACE_PORT=${port + 1}`,
              { cause: error },
            )
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}
