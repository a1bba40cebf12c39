/** What provisioning and the doctor do to workbooks: make, read, change, find, share. The functions have `workbook-access.ts`, a small part of it. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { ServiceFailure } from './failures.ts';
import type { Call, Limited } from './retry.ts';

export type Workbook = sheets_v4.Schema$Spreadsheet;
export type WorkbookRequest = sheets_v4.Schema$Request;

export interface Permission {
  id: string;
  email: string;
  role: string;
}

export interface WorkbookAdmin {
  /**
   * An empty spreadsheet that carries its properties from the first moment: made through Drive, since Sheets' own create
   * cannot set them and a crash in between would leave an orphan. Not retried on an unknown outcome: look for it first.
   */
  createSpreadsheet(name: string, appProperties: Record<string, string>): Promise<string>;
  /** With `ranges` only the tabs and cells they name. */
  get(spreadsheetId: string, fields: string, ranges?: readonly string[]): Promise<Workbook>;
  batchUpdate(
    spreadsheetId: string,
    requests: WorkbookRequest[],
  ): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>;
  /** Files not in the bin that carry all of these. */
  findByAppProperties(
    props: Record<string, string>,
  ): Promise<{ id: string; name: string; appProperties: Record<string, string> }[]>;
  /** Without Google's own e-mail about it. */
  share(fileId: string, email: string, role: 'reader' | 'commenter' | 'writer'): Promise<string>;
  listPermissions(fileId: string): Promise<Permission[]>;
  /** A permission that is already gone is a success. */
  unshare(fileId: string, permissionId: string): Promise<void>;
}

const call = (
  service: 'sheets' | 'drive',
  method: string,
  kind: Call['kind'],
  ambiguous: Call['ambiguous'] = 'repeat',
): Call => ({ service, method, kind, ambiguous });

/** Inside Drive's query language. */
const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

export const toQuery = (props: Record<string, string>): string =>
  [
    ...Object.entries(props).map(
      ([key, value]) => `appProperties has { key=${quote(key)} and value=${quote(value)} }`,
    ),
    'trashed = false',
  ].join(' and ');

/** Every page of a Drive list. */
async function readPages<P extends { nextPageToken?: string | null }>(
  page: (pageToken: string | undefined) => Promise<P>,
): Promise<P[]> {
  const pages: P[] = [];
  let token: string | undefined;
  do {
    const answer: P = await page(token);
    pages.push(answer);
    token = answer.nextPageToken ?? undefined;
  } while (token !== undefined);
  return pages;
}

const paged = (pageToken: string | undefined): { pageToken?: string } => (pageToken ? { pageToken } : {});

export function createWorkbookAdmin(
  clients: { sheets: sheets_v4.Sheets; drive: drive_v3.Drive },
  limited: Limited,
): WorkbookAdmin {
  const { spreadsheets } = clients.sheets;
  const { files, permissions } = clients.drive;
  return {
    async createSpreadsheet(name, appProperties) {
      const made = await limited(call('drive', 'files.create', 'write', 'reread'), () =>
        files.create({
          requestBody: { name, appProperties, mimeType: 'application/vnd.google-apps.spreadsheet' },
          fields: 'id',
        }),
      );
      return made.id ?? '';
    },
    get: (spreadsheetId, fields, ranges = []) =>
      limited(call('sheets', 'spreadsheets.get', 'read'), () =>
        spreadsheets.get({ spreadsheetId, fields, ...(ranges.length > 0 ? { ranges: [...ranges] } : {}) }),
      ),
    batchUpdate: (spreadsheetId, requests) =>
      limited(call('sheets', 'batchUpdate', 'write', 'reread'), () =>
        spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
      ),

    async findByAppProperties(props) {
      const fields = 'nextPageToken,files(id,name,appProperties)';
      const pages = await readPages((pageToken) =>
        limited(call('drive', 'files.list', 'read'), () =>
          files.list({ q: toQuery(props), fields, pageSize: 1000, spaces: 'drive', ...paged(pageToken) }),
        ),
      );
      return pages
        .flatMap((page) => page.files ?? [])
        .map((file) => ({
          id: file.id ?? '',
          name: file.name ?? '',
          appProperties: file.appProperties ?? {},
        }));
    },

    async share(fileId, email, role) {
      const made = await limited(call('drive', 'permissions.create', 'write'), () =>
        permissions.create({
          fileId,
          requestBody: { type: 'user', emailAddress: email, role },
          sendNotificationEmail: false,
          fields: 'id',
        }),
      );
      return made.id ?? '';
    },

    async listPermissions(fileId) {
      const fields = 'nextPageToken,permissions(id,emailAddress,role)';
      const pages = await readPages((pageToken) =>
        limited(call('drive', 'permissions.list', 'read'), () =>
          permissions.list({ fileId, fields, pageSize: 100, ...paged(pageToken) }),
        ),
      );
      return pages
        .flatMap((page) => page.permissions ?? [])
        .map((one) => ({ id: one.id ?? '', email: one.emailAddress ?? '', role: one.role ?? '' }));
    },

    async unshare(fileId, permissionId) {
      try {
        await limited(call('drive', 'permissions.delete', 'write'), () =>
          permissions.delete({ fileId, permissionId }),
        );
      } catch (error) {
        if (!(error instanceof ServiceFailure && error.status === 404)) throw error;
      }
    },
  };
}
