/** Runs the real add-on without Google: opens spreadsheets as people, types, clicks, and tells what the script did. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { HostAnswer, HostRequest } from './host.ts';
import type { Calls, MenuItem, Outcome, ScriptSettings, Session, Shown } from './model.ts';

export type { Calls, MenuItem, Outcome, Shown } from './model.ts';

export interface AppsScriptOptions {
  workspaceUrl: string;
  functionsUrl: string;
  /** The bundle, Code.js. */
  code: string;
  /** HTML files of the project by name without ".html". */
  files?: Record<string, string>;
  /** appsscript.json: its scopes bind the script, its zone is the script's. */
  manifest: { oauthScopes: string[]; timeZone: string };
  /** Identity token of a person. */
  token(email: string): Promise<string>;
}

export interface ScriptSession {
  id: number;
  email: string;
}

export interface Sidebar {
  title: string;
  html: string;
  /** google.script.run: rejects with the message that the failure handler would get. */
  call(name: string, args?: unknown[]): Promise<unknown>;
}

export interface AppsScript {
  /** Opens the spreadsheet at a tab, which runs onOpen. */
  open(email: string, spreadsheetId: string, activeSheetId: number): Promise<ScriptSession>;
  /** Types or pastes as the person, then runs onEdit. Rejects without running it when the sheet refuses. */
  edit(session: ScriptSession, sheetId: number, a1: string, values: unknown[][]): Promise<Outcome>;
  /** Goes to a tab, and selects cells when an address is given. */
  select(session: ScriptSession, sheetId: number, a1?: string): Promise<void>;
  where(session: ScriptSession): Promise<Pick<Session, 'activeSheetId' | 'activeRange' | 'menus'>>;
  menu(session: ScriptSession): Promise<MenuItem[]>;
  /** By the caption that people read. */
  click(session: ScriptSession, caption: string): Promise<Outcome>;
  /** google.script.run of a page: rejects with the message that the failure handler would get. */
  call(session: ScriptSession, name: string, args: unknown[]): Promise<Outcome>;
  /** The sidebar that is open; undefined when none was opened. */
  sidebar(session: ScriptSession): Sidebar | undefined;
  /** Everything shown to the person so far, oldest first. */
  shown(session: ScriptSession): readonly Shown[];
  /** Calls that reached the sheet in the person's last execution. */
  calls(session: ScriptSession): Calls;
  globals(): Promise<string[]>;
  close(): Promise<void>;
}

interface Desk {
  session: ScriptSession;
  last: Outcome;
  shown: Shown[];
}

export async function startAppsScript(options: AppsScriptOptions): Promise<AppsScript> {
  const { manifest, files = {}, workspaceUrl, functionsUrl, code, token } = options;
  const { ask, close } = startProcess(manifest.timeZone);
  const settings: ScriptSettings = {
    ...{ workspaceUrl, functionsUrl, code, files },
    scopes: manifest.oauthScopes,
    timeZone: manifest.timeZone,
  };
  try {
    await ask('start', [settings]);
  } catch (error) {
    await close();
    throw error;
  }
  const desks = new Map<number, Desk>();
  const deskOf = ({ id }: ScriptSession): Desk => {
    const desk = desks.get(id);
    if (!desk) throw new Error('no such session');
    return desk;
  };
  const act = async (
    { id, email }: ScriptSession,
    method: HostRequest['method'],
    args: unknown[],
  ): Promise<unknown> => ask(method, args, { id, token: await token(email) });
  const execute = async (
    session: ScriptSession,
    method: 'edit' | 'run',
    args: unknown[],
  ): Promise<Outcome> => {
    const outcome = (await act(session, method, args)) as Outcome;
    const desk = deskOf(session);
    desk.last = outcome;
    desk.shown.push(...outcome.shown);
    return outcome;
  };
  const whole = async (session: ScriptSession): Promise<Session> =>
    (await act(session, 'session', [])) as Session;
  const menu = async (session: ScriptSession): Promise<MenuItem[]> =>
    (await whole(session)).menus.flatMap(({ items }) => items);

  return {
    async open(email, spreadsheetId, activeSheetId) {
      const session: ScriptSession = { id: desks.size + 1, email };
      const opened: Session = {
        ...session,
        token: await token(email),
        spreadsheetId,
        activeSheetId,
        menus: [],
      };
      const last = (await ask('open', [opened])) as Outcome;
      desks.set(session.id, { session, last, shown: [...last.shown] });
      return session;
    },
    edit: (session, sheetId, a1, values) => execute(session, 'edit', [sheetId, a1, values]),
    select: async (session, sheetId, a1) =>
      void (await act(session, 'select', a1 === undefined ? [sheetId] : [sheetId, a1])),
    where: whole,
    menu,
    async click(session, caption) {
      const item = (await menu(session)).find((one) => one.caption === caption);
      if (!item) throw new Error(`no menu item “${caption}”`);
      return execute(session, 'run', [item.name, []]);
    },
    call: (session, name, args) => execute(session, 'run', [name, args]),
    sidebar(session) {
      const page = deskOf(session).shown.findLast(({ kind }) => kind === 'sidebar');
      if (page?.kind !== 'sidebar') return undefined;
      return {
        title: page.title,
        html: page.html,
        call: async (name, args = []) => (await execute(session, 'run', [name, args])).result,
      };
    },
    shown: (session) => deskOf(session).shown,
    calls: (session) => deskOf(session).last.calls,
    globals: async () => (await ask('globals', [])) as string[],
    close,
  };
}

type Ask = (
  method: HostRequest['method'],
  args: unknown[],
  session?: HostRequest['session'],
) => Promise<unknown>;

/** A process of its own: scripts block, and only a process has a time zone. */
function startProcess(timeZone: string): { ask: Ask; close: () => Promise<void> } {
  const child = fork(fileURLToPath(new URL('./host.ts', import.meta.url)), {
    env: { ...process.env, TZ: timeZone },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let count = 0;
  child.on('message', ({ id, result, error }: HostAnswer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(result);
    else one?.reject(new Error(error));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the Apps Script runtime has ended'));
    waiting.clear();
  });
  return {
    ask: (method, args, session) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        const request: HostRequest = { id: count, method, args, ...(session ? { session } : {}) };
        child.send(request, (error) => error && reject(error));
      }),
    async close() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
