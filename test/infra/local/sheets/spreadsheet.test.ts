/** The spreadsheet as a whole: created, answered in part, answered with a batch. */
import { describe, expect, it } from 'vitest';
import { oneTab, sheetsWorkspace, text } from '../../../support/sheets-workspace.ts';

describe('the spreadsheet', () => {
  it('is created with everything it is given, and registered as a file', () => {
    const { call, files } = sheetsWorkspace();
    const made = call('POST', '', {
      body: {
        properties: { title: 'Sổ', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
        sheets: [
          {
            properties: { title: 'Hướng dẫn' },
            data: [{ startRow: 1, rowData: [{ values: [text('a')] }], columnMetadata: [{ pixelSize: 300 }] }],
            merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
          },
        ],
      },
    });
    expect(made.spreadsheetId).toMatch(/^[\w-]{44}$/);
    expect(made.spreadsheetUrl).toBe(`https://docs.google.com/spreadsheets/d/${made.spreadsheetId}/edit`);
    expect(files).toEqual([
      {
        id: made.spreadsheetId,
        name: 'Sổ',
        mimeType: 'application/vnd.google-apps.spreadsheet',
        owner: 'robot@guong-sang.local',
      },
    ]);
    const whole = call('GET', `/${made.spreadsheetId}`, { query: { includeGridData: 'true' } });
    expect(whole.sheets[0].data[0].rowData).toMatchObject([
      {},
      { values: [{ formattedValue: 'a', effectiveFormat: { wrapStrategy: 'OVERFLOW_CELL' } }] },
    ]);
    expect(whole.sheets[0].data[0].columnMetadata[0]).toEqual({ pixelSize: 300 });
    expect(whole.sheets[0].merges).toHaveLength(1);
  });

  it('answers only the tabs and parts asked for', () => {
    const { get, batch } = oneTab();
    batch([{ addSheet: { properties: { title: 'B' } } }]);
    expect(get({ ranges: 'B!A1', fields: 'sheets.properties.title' })).toEqual({
      sheets: [{ properties: { title: 'B' } }],
    });
    expect(get({ fields: 'spreadsheetId,properties/title' })).toEqual({
      spreadsheetId: expect.any(String),
      properties: { title: 'Sổ thử' },
    });
    expect(get().sheets[0].data).toBeUndefined();
  });

  it('comes back with a batch when asked', () => {
    const { call, id } = oneTab();
    const body = {
      requests: [{ updateSpreadsheetProperties: { properties: { title: 'Mới' }, fields: 'title' } }],
      includeSpreadsheetInResponse: true,
      responseRanges: ["'Xã A'!A1:B2"],
      responseIncludeGridData: true,
    };
    const { updatedSpreadsheet } = call('POST', `/${id}:batchUpdate`, { body });
    expect(updatedSpreadsheet.properties.title).toBe('Mới');
    expect(updatedSpreadsheet.sheets[0].data[0].rowMetadata).toHaveLength(2);
  });
});
