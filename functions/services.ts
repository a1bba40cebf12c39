/** What a handler is given: the ports and the few settings it needs. index.ts and the tests put it together. */
import type { Publisher } from './listing/publisher.ts';
import type {
  Clock,
  DocumentStore,
  Files,
  Identity,
  Log,
  Mailer,
  Sheets,
  Tasks,
  WorkbookAccess,
} from './ports.ts';

export interface Settings {
  /** Where citizens read: "https://guong-sang.example". No trailing slash. */
  listingUrl: string;
  /** Who answers for the public pages; absent: they name the issuers of the plans only. */
  publisher?: Publisher;
  /** Where the functions are reached: "https://…/" + name. No trailing slash. */
  functionsUrl: string;
  /** Link to a workbook's tab for people. */
  workbookUrl(spreadsheetId: string, sheetId: number): string;
  /** Key of the links that heads of units get by mail. */
  linkSecret: string;
  /** E-mails of the accounts that Cloud Scheduler and Cloud Tasks call with. */
  platformEmails: readonly string[];
  /** Mails that may leave in any 24 hours. */
  mailDailyLimit: number;
  /** Local hour at which the day's digests are made. */
  digestHour: number;
  /** Proxies between a citizen and the functions that add to X-Forwarded-For. */
  trustedProxies: number;
}

export interface Services {
  store: DocumentStore;
  sheets: Sheets;
  files: Files;
  access: WorkbookAccess;
  mailer: Mailer;
  tasks: Tasks;
  identity: Identity;
  clock: Clock;
  log: Log;
  settings: Settings;
}
