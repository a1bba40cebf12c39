/** The services beside the spreadsheet: fetching, identity, properties, locks, dates. */
import { DateTime } from 'luxon';
import { demand, type Execution } from './execution.ts';
import { scopes } from './model.ts';

export function createServices(execution: Execution): Record<string, object> {
  const { realm, settings, session, log } = execution;
  const write = (...parts: unknown[]): void => void log.push(parts.map(String).join(' '));
  return {
    UrlFetchApp: createUrlFetch(execution),
    PropertiesService: createProperties(execution),
    ScriptApp: realm.emulate('ScriptApp', {
      getIdentityToken() {
        demand(execution, 'ScriptApp.getIdentityToken', { scope: scopes.openid, inTriggers: false });
        // Without this scope the token names no e-mail, and our functions know nobody.
        demand(execution, 'ScriptApp.getIdentityToken', { scope: scopes.email, inTriggers: false });
        return session.token;
      },
      newTrigger() {
        demand(execution, 'ScriptApp.newTrigger', {
          scope: 'https://www.googleapis.com/auth/script.scriptapp',
          inTriggers: false,
        });
        throw new Error('not emulated: ScriptApp.newTrigger');
      },
    }),
    Session: realm.emulate('Session', { getScriptTimeZone: () => settings.timeZone }),
    Utilities: realm.emulate('Utilities', { formatDate }),
    LockService: realm.emulate('LockService', {
      // One execution at a time runs here, so a lock is always free.
      getDocumentLock: () =>
        realm.emulate('Lock', { tryLock: (_ms: number) => true, releaseLock: () => undefined }),
    }),
    console: realm.emulate('console', { log: write, info: write, warn: write, error: write }),
  };
}

/** The letters that Java's SimpleDateFormat and luxon read alike. */
function formatDate(date: Date, zone: string, pattern: string): string {
  const foreign = pattern
    .replace(/'[^']*'/g, '')
    .match(/[A-Za-z]/g)
    ?.find((letter) => !'yMdHms'.includes(letter));
  if (foreign) throw new Error(`not emulated: "${foreign}" in Utilities.formatDate`);
  return DateTime.fromMillis(date.getTime(), { zone }).toFormat(pattern);
}

interface FetchParams {
  method?: string;
  contentType?: string;
  headers?: Record<string, string>;
  payload?: string;
  muteHttpExceptions?: boolean;
}

const knownParams = new Set(['method', 'contentType', 'headers', 'payload', 'muteHttpExceptions']);

function createUrlFetch(execution: Execution): object {
  const { realm, http, settings, book } = execution;
  return realm.emulate('UrlFetchApp', {
    fetch(url: string, params: FetchParams = {}) {
      demand(execution, 'UrlFetchApp.fetch', { scope: scopes.fetch, inTriggers: false });
      const foreign = Object.keys(params).find((name) => !knownParams.has(name));
      if (foreign) throw new Error(`not emulated: UrlFetchApp.fetch with ${foreign}`);
      if (!url.startsWith(`${settings.functionsUrl}/`))
        throw new Error(`Only the functions of this trial may be called, not ${url}`);
      const { contentType = 'application/x-www-form-urlencoded', payload } = params;
      const answer = http.call({
        url,
        method: (params.method ?? 'get').toUpperCase(),
        headers: { ...params.headers, 'content-type': contentType },
        ...(payload === undefined ? {} : { body: payload }),
      });
      book.refresh();
      if (answer.status >= 400 && params.muteHttpExceptions !== true)
        throw new Error(
          `Request failed for ${url} returned code ${answer.status}. Truncated server response: ${answer.text.slice(0, 200)}`,
        );
      return realm.emulate('HTTPResponse', {
        getResponseCode: () => answer.status,
        getContentText: () => answer.text,
      });
    },
  });
}

function createProperties({ realm, stores, session }: Execution): object {
  const open = (name: string): object => {
    stores[name] ??= new Map();
    const store = stores[name];
    const properties = realm.emulate('Properties', {
      getProperty: (key: string) => store.get(key) ?? null,
      setProperty(key: string, value: unknown) {
        store.set(key, String(value));
        return properties;
      },
      deleteProperty(key: string) {
        store.delete(key);
        return properties;
      },
    });
    return properties;
  };
  return realm.emulate('PropertiesService', {
    getScriptProperties: () => open('script'),
    getDocumentProperties: () => open(`document ${session.spreadsheetId}`),
  });
}
