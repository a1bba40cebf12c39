/** One run of the script: who runs it, what it may do, and what it did. */
import type { Book } from './book.ts';
import type { Authority, Calls, ScriptSettings, Session, Shown } from './model.ts';
import type { Realm } from './realm.ts';
import type { SyncHttp } from './sync-http.ts';

export type Stores = Record<string, Map<string, string>>;

export interface Execution {
  settings: ScriptSettings;
  session: Session;
  authority: Authority;
  realm: Realm;
  book: Book;
  http: SyncHttp;
  stores: Stores;
  calls: Calls;
  shown: Shown[];
  log: string[];
}

/** A method reaches the sheet. */
export const count = ({ calls }: Execution, method: string): void => {
  calls[method] = (calls[method] ?? 0) + 1;
};

/** In the words of Apps Script. */
export function demand(
  { authority, settings }: Execution,
  method: string,
  { scope, inTriggers }: { scope?: string; inTriggers: boolean },
): void {
  if (authority === 'limited' && !inTriggers)
    throw new Error(`You do not have permission to call ${method}.`);
  if (scope !== undefined && !settings.scopes.includes(scope))
    throw new Error(
      `Specified permissions are not sufficient to call ${method}. Required permissions: ${scope}`,
    );
}
