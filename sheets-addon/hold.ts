/**
 * "Đánh dấu đang xem xét, khiếu nại…": a sidebar in which reviewers look at, set and lift the complaint hold of a line.
 * It is shown to whoever opened it alone; the sheet, which others read, is not touched.
 */
import type { HoldRequest, HoldResponse, RefusalResponse } from '../functions/requests.ts';
import { openForLine } from './dialog.ts';
import { selectedLine } from './review-line.ts';
import { callHold } from './server.ts';
import type { Sheet } from './sheet.ts';

export const showHold = (sheet: Sheet): void => openForLine(sheet, 'hold');

/** Asked by the sidebar's page. */
export function readHold(sheet: Sheet): HoldResponse | RefusalResponse {
  const line = selectedLine(sheet);
  return line.ok ? callHold({ key: line.key, action: 'look' }) : line;
}

/** About the line that the page shows, whatever is selected by now. */
export const sendHold = (wish: Omit<HoldRequest, 'spreadsheetId'>): HoldResponse | RefusalResponse =>
  callHold(wish);
