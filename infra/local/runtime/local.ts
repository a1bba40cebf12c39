/**
 * The whole product on this machine, loopback only: workspace, store, functions, queue, scheduler, public page. The
 * production code runs unchanged; only addresses and credentials differ.
 */
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIdentity } from '../../../functions/adapters/identity.ts';
import type { Limits } from '../../../functions/adapters/limiter.ts';
import { createGoogleServices, type GoogleServices } from '../../../functions/google-services.ts';
import { tick } from '../../../functions/handlers/tick.ts';
import { noPublisher } from '../../../functions/listing/publisher.ts';
import type { DocumentStore, Log } from '../../../functions/ports.ts';
import { registerFunctions } from '../../../functions/register.ts';
import type { Services } from '../../../functions/services.ts';
import { readUnitTemplate } from '../../xlsx/unit-template.ts';
import { buildBundle } from '../apps-script/bundle.ts';
import { type AppsScript, startAppsScript } from '../apps-script/start.ts';
import { peopleAt } from '../grid/people.ts';
import { createGrid } from '../grid/routes.ts';
import { startWorkspace, type Workspace } from '../workspace/server.ts';
import { type Claim, claimFolder, folderTrouble } from './data-folder.ts';
import { startFunctions, startListing } from './functions-server.ts';
import type { LocalOptions } from './options.ts';
import { createQueue, type LocalQueue } from './queue.ts';
import { dailyStops } from './scheduler.ts';
import { openStore } from './store.ts';

export interface Local {
  workspace: Workspace;
  store: DocumentStore;
  google: GoogleServices;
  services: Services;
  queue: LocalQueue;
  urls: { workspace: string; functions: string; listing: string };
  storeDescription: string;
  /** Makes ready what the first person at a sheet would else wait for. */
  warmUp(): Promise<void>;
  /** Runs a tick as Cloud Scheduler does, and all the work it hands out. */
  tickAndSettle(): Promise<void>;
  close(): Promise<void>;
}

export const robot = 'may-chu@guong-sang.invalid';
export const mailSender = 'gui-thu@guong-sang.invalid';
const audience = 'guong-sang-local';

/** Typing comes in bursts; one look after the burst is enough. */
const pushDelayMs = 400;

/** A token is good for an hour of the real clock, and signing one costs more than the call it is for. */
const tokenUseMs = 10 * 60_000;

/** The workspace is nobody's quota. */
const unlimited: Limits = {
  identity: { perMinute: 1_000_000, reserve: 1 },
  project: { perMinute: 1_000_000, reserve: 1 },
};

export interface LocalSetup {
  options: LocalOptions;
  rulesFile: string;
  /** Where the trial's clock begins. */
  startAt: Date;
  log: Log;
  /** Look at a workbook soon after a person edits it, as the add-on and Drive's pushes do. */
  push?: boolean;
  observe?: Parameters<typeof startWorkspace>[0]['observe'];
  /** Of the queue, where calls fail by order. */
  firstPauseMs?: number;
}

export async function startLocal({
  options,
  rulesFile,
  startAt,
  log,
  push = false,
  observe,
  firstPauseMs,
}: LocalSetup): Promise<Local> {
  const { data, ports } = options;
  let claim: Claim | undefined;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.reverse().splice(0)) await closer();
    claim?.release();
    claim = undefined;
  };
  try {
    if (data !== undefined) {
      claim = await claimFolder(data, {
        plan: options.plan,
        period: options.period,
        units: options.units ?? null,
      });
    }
    const opened = await openStore({ kind: options.store, data, port: ports.firestore, rulesFile });
    closers.push(opened.close);
    const { store } = opened;

    let settle = async (): Promise<void> => undefined;
    let changed = (_spreadsheetId: string): void => undefined;
    const links: { functions?: string; listing?: string } = {};
    const workspace = await startWorkspace({
      port: ports.workspace,
      dataFile: data === undefined ? ':memory:' : join(data, 'workspace.db'),
      startAt,
      robot,
      audiences: [audience],
      links,
      clockStops: dailyStops,
      onClockStop: () => settle(),
      people: (spreadsheetId) => peopleAt(store, spreadsheetId),
      template: (spreadsheetId, sheetId) => readUnitTemplate(store, spreadsheetId, sheetId),
      ...(observe ? { observe } : {}),
    });
    closers.push(workspace.close);
    if (push) workspace.onChange((fileId, by) => (by === robot ? undefined : changed(fileId)));
    const tokens = new Map<string, { issued: Promise<string>; until: number }>();
    const token = (email: string): Promise<string> => {
      const now = Date.now();
      const known = tokens.get(email);
      if (known && now < known.until) return known.issued;
      const issued = workspace.issuer.issue({ email });
      tokens.set(email, { issued, until: now + tokenUseMs });
      return issued;
    };
    const google = createGoogleServices({
      rootUrl: `${workspace.url}/`,
      localToken: (subject = robot) => token(subject),
      robot,
      mailSender,
      senderName: 'Gương Sáng (chạy thử)',
      limits: { sheets: unlimited, drive: unlimited, gmail: unlimited },
    });

    // The addresses are known only after the servers listen, but services are asked for them only later.
    const urls = { workspace: workspace.url, functions: '', listing: '' };
    const queue = createQueue({
      functionsUrl: () => urls.functions,
      token: () => token(robot),
      log,
      ...(firstPauseMs === undefined ? {} : { firstPauseMs }),
    });
    closers.push(async () => queue.close());
    const services: Services = {
      store,
      sheets: google.sheets,
      files: google.files,
      access: google.access,
      mailer: google.mailer,
      tasks: queue,
      identity: createIdentity({ audiences: [audience], certsUrl: `${workspace.url}/certs` }),
      clock: { now: workspace.clock.now },
      log,
      settings: {
        get listingUrl() {
          return urls.listing;
        },
        get functionsUrl() {
          return urls.functions;
        },
        publisher: { ...noPublisher, note: 'Bản chạy thử: người và việc do máy đặt ra.' },
        workbookUrl: (spreadsheetId, sheetId) => `${workspace.url}/workbook/${spreadsheetId}#tab-${sheetId}`,
        linkSecret: await keptSecret(data),
        platformEmails: [robot],
        mailDailyLimit: 1_500,
        digestHour: 7,
        trustedProxies: 0,
      },
    };
    registerFunctions(services);
    const functions = await startFunctions(ports.functions);
    closers.push(functions.close);
    const listing = await startListing(ports.listing);
    closers.push(listing.close);
    let script: Promise<AppsScript> | undefined;
    closers.push(async () => (await script?.catch(() => undefined))?.close());
    const grid = createGrid({
      context: workspace.context,
      workspaceUrl: workspace.url,
      onChange: workspace.onChange,
      people: (spreadsheetId) => peopleAt(store, spreadsheetId),
      token,
      script: () => {
        script ??= startAddon(urls, token);
        return script;
      },
    });
    workspace.use(grid.service);
    urls.functions = functions.url;
    urls.listing = listing.url;
    Object.assign(links, { functions: functions.url, listing: listing.url });

    settle = async () => {
      await tick(services);
      await queue.idle();
    };
    const soon = new Map<string, NodeJS.Timeout>();
    changed = (spreadsheetId) => {
      clearTimeout(soon.get(spreadsheetId));
      // One of the two knows the workbook: a level's, or a plan's control sheet.
      const run = (): void => {
        for (const name of ['sync', 'control'] as const)
          void queue.enqueue({ name, id: `push-${name}-${spreadsheetId}`, body: { spreadsheetId } });
      };
      soon.set(spreadsheetId, setTimeout(run, pushDelayMs));
    };
    closers.push(async () => {
      for (const timer of soon.values()) clearTimeout(timer);
    });
    return {
      workspace,
      store,
      google,
      services,
      queue,
      urls,
      storeDescription: opened.description,
      warmUp: () => grid.warmUp(),
      tickAndSettle: () => settle(),
      close,
    };
  } catch (error) {
    for (const closer of closers.reverse()) await closer();
    await claim?.abandon();
    throw data === undefined ? error : folderTrouble(data, error);
  }
}

/** The real add-on beside the workspace. */
async function startAddon(
  urls: Local['urls'],
  token: (email: string) => Promise<string>,
): Promise<AppsScript> {
  const { code, pages, manifest } = await buildBundle();
  const { workspace: workspaceUrl, functions: functionsUrl } = urls;
  return startAppsScript({ workspaceUrl, functionsUrl, code, files: pages, manifest, token });
}

/** Links in mails must outlive a restart on the same folder. */
async function keptSecret(data: string | undefined): Promise<string> {
  const fresh = randomBytes(32).toString('base64url');
  if (data === undefined) return fresh;
  const file = join(data, 'link-secret');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  // Written beside and renamed: a kill in between must not leave an empty secret.
  await writeFile(`${file}.new`, fresh, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return fresh;
}
