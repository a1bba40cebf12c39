/** A small workbook as the product makes them: marked tabs, appProperties in Drive. */
import { type TestWorkspace, testRobot } from './workspace.ts';

/** Id of the spreadsheet; its one tab has the id 7. */
export async function aWorkbook(of: TestWorkspace, title = 'Sổ xã Vĩnh Trạch'): Promise<string> {
  const tab = { properties: { sheetId: 7, title: 'Ấp Công Điền' } };
  const made = await of.call<{ spreadsheetId: string }>(testRobot, 'POST', '/v4/spreadsheets', {
    properties: { title },
    sheets: [tab],
  });
  const id = made.body.spreadsheetId;
  const mark = (metadataKey: string, metadataValue: string) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, location: { sheetId: 7 }, visibility: 'DOCUMENT' },
    },
  });
  await of.call(testRobot, 'POST', `/v4/spreadsheets/${id}:batchUpdate`, {
    requests: [mark('kind', 'unit'), mark('unit', '31939')],
  });
  const appProperties = { app: 'guong-sang', plan: 'kh-113', period: '2025', unit: '31936', part: '1' };
  await of.call(testRobot, 'PATCH', `/drive/v3/files/${id}`, { appProperties });
  return id;
}
