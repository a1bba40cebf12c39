/** "Gỡ công khai…": a window about the line selected in the review tab; with a reason, that story leaves the public page. */
import { firstDataLine, reviewColumn } from '../functions/domain/workbook.ts';
import type { RefusalResponse, WithdrawResponse } from '../functions/requests.ts';
import { openWithdrawal as open, toast } from './dialog.ts';
import { callWithdraw } from './server.ts';
import { kindOf, type Sheet } from './sheet.ts';

/** What the window shows before anybody decides. */
export interface WithdrawalLine {
  /** Mã hồ sơ with its round; '' when no line with one is selected any more. */
  key: string;
  unit: string;
  name: string;
  title: string;
  status: string;
}

export function openWithdrawal(sheet: Sheet): void {
  if (kindOf(sheet) !== 'review') toast('Hãy mở tab “Thẩm định”, chọn dòng của gương cần gỡ rồi chọn lại.');
  else if (readWithdrawal(sheet).key === '')
    toast('Hãy chọn một ô ở dòng có mã hồ sơ của gương cần gỡ rồi chọn lại.');
  else open();
}

/** Asked by the window's page, which stands over the sheet: the selection stays as it is. */
export function readWithdrawal(sheet: Sheet): WithdrawalLine {
  const line = kindOf(sheet) === 'review' ? (sheet.getActiveRange()?.getRow() ?? 0) : 0;
  const width = reviewColumn('status') + 1;
  const [cells = []] = line < firstDataLine ? [] : sheet.getRange(line, 1, 1, width).getValues();
  const cell = (key: Parameters<typeof reviewColumn>[0]): string =>
    String(cells[reviewColumn(key)] ?? '').trim();
  return {
    key: cell('key'),
    unit: cell('unit'),
    name: cell('name'),
    title: cell('title'),
    status: cell('status'),
  };
}

/** The line is named again by its code: what was shown is what goes, wherever the selection is by now. */
export const withdrawStory = (key: string, reason: string): WithdrawResponse | RefusalResponse =>
  callWithdraw({ key, reason });
