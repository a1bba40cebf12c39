/** Ports over Google's real clients; the same for the cloud and for the local workspace, only addresses differ. */
import { createGmailMailer } from './adapters/gmail.ts';
import { createGoogleClients, type GoogleClients, type GoogleConfig } from './adapters/google-auth.ts';
import { createFiles } from './adapters/google-drive.ts';
import { createSheets } from './adapters/google-sheets.ts';
import { createLimiter, driveLimits, gmailLimits, type Limits, sheetsLimits } from './adapters/limiter.ts';
import { createLimited } from './adapters/retry.ts';
import { createWorkbookAccess } from './adapters/workbook-access.ts';
import { createWorkbookAdmin, type WorkbookAdmin } from './adapters/workbook-admin.ts';
import type { Files, Mailer, Sheets, WorkbookAccess } from './ports.ts';

export interface GoogleServices {
  clients: GoogleClients;
  sheets: Sheets;
  files: Files;
  mailer: Mailer;
  admin: WorkbookAdmin;
  access: WorkbookAccess;
}

export interface GoogleOptions extends GoogleConfig {
  /** Whose quota the calls count against: the service account. */
  robot: string;
  senderName: string;
  /** Other numbers than Google's published quotas, for a workspace that has none. */
  limits?: { sheets: Limits; drive: Limits; gmail: Limits };
}

export function createGoogleServices(options: GoogleOptions): GoogleServices {
  const clients = createGoogleClients(options);
  const limits = options.limits ?? { sheets: sheetsLimits, drive: driveLimits, gmail: gmailLimits };
  const limited = (which: keyof typeof limits, identity: string) =>
    createLimited({ limiter: createLimiter(limits[which]), identity, priority: 'push' });
  const sheets = limited('sheets', options.robot);
  const drive = limited('drive', options.robot);
  const admin = createWorkbookAdmin(clients, sheets);
  return {
    clients,
    sheets: createSheets(clients.sheets, sheets),
    files: createFiles(clients.drive, drive),
    mailer: createGmailMailer(clients.gmail, limited('gmail', options.mailSender), {
      from: options.mailSender,
      fromName: options.senderName,
    }),
    admin,
    access: createWorkbookAccess(admin),
  };
}
