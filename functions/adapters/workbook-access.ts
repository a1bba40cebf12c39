/** The WorkbookAccess port: of all that provisioning may do to a workbook, only who may open it and who may type where. */
import type { WorkbookAccess } from '../ports.ts';
import { ServiceFailure } from './failures.ts';
import type { WorkbookAdmin } from './workbook-admin.ts';

const fields =
  'sheets(properties(sheetId),protectedRanges(protectedRangeId,range,warningOnly,editors(users)))';

/** No account of Google, or one that the organisation does not share with; a limit of the day passes. */
const isAboutAddress = (error: unknown): boolean =>
  error instanceof ServiceFailure &&
  (error.status === 400 || error.status === 403) &&
  !/limit|quota/i.test(error.reason);

export function createWorkbookAccess(
  admin: Pick<WorkbookAdmin, 'get' | 'batchUpdate' | 'listPermissions' | 'share' | 'unshare'>,
): WorkbookAccess {
  return {
    readShares: async (spreadsheetId) =>
      (await admin.listPermissions(spreadsheetId)).map(({ id, email, role }) => ({
        id,
        email: email.toLowerCase(),
        isOwner: role === 'owner',
      })),

    async readGuards(spreadsheetId) {
      const { sheets = [] } = await admin.get(spreadsheetId, fields);
      return sheets.flatMap(({ properties, protectedRanges = [] }) =>
        protectedRanges
          .filter(({ range }) => range?.startRowIndex == null && range?.startColumnIndex == null)
          .map(({ protectedRangeId, editors }) => ({
            id: protectedRangeId ?? 0,
            sheetId: properties?.sheetId ?? 0,
            editors: editors?.users ?? [],
          })),
      );
    },

    async share(spreadsheetId, email) {
      try {
        await admin.share(spreadsheetId, email, 'writer');
        return true;
      } catch (error) {
        if (isAboutAddress(error)) return false;
        throw error;
      }
    },

    unshare: (spreadsheetId, shareId) => admin.unshare(spreadsheetId, shareId),

    async setEditors(spreadsheetId, guards) {
      await admin.batchUpdate(
        spreadsheetId,
        guards.map(({ id, editors }) => ({
          updateProtectedRange: {
            protectedRange: { protectedRangeId: id, editors: { users: editors }, warningOnly: false },
            fields: 'editors,warningOnly',
          },
        })),
      );
    },
  };
}
