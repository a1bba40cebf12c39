/** The menu "Gương sáng" and what its items do in a tab. */
import { sheetIds } from '../functions/domain/workbook.ts';
import { isRequestsTab } from './answer.ts';
import { openPanel, report, toast } from './dialog.ts';
import { readState } from './panel.ts';
import type { PanelState } from './panel-state.ts';
import { fetchDossiers } from './review.ts';
import { kindOf } from './sheet.ts';

/** Names of functions in main.ts. */
const items = [
  ['Kiểm tra ngay', 'checkNow'],
  ['Nộp danh sách', 'sendNow'],
  ['Xem lỗi', 'showProblems'],
  ['Cấp mã cho dòng mới', 'giveIds'],
  ['Hướng dẫn', 'showGuide'],
  ['Tự kiểm tra', 'selfTest'],
] as const;

const reviewItems = [
  ['Lấy hồ sơ mới', 'fetchDossiers'],
  ['So sánh hồ sơ gần giống', 'showComparison'],
  ['Đánh dấu đang xem xét, khiếu nại…', 'showHold'],
  ['Ghi quyết định', 'recordDecisions'],
  ['Gỡ công khai…', 'openWithdrawal'],
] as const;

const requestItems = [['Ghi trả lời', 'recordAnswers']] as const;

export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu('Gương sáng');
  for (const [caption, name] of items) menu.addItem(caption, name);
  const sheet = SpreadsheetApp.getActiveSheet();
  const more = kindOf(sheet) === 'review' ? reviewItems : isRequestsTab(sheet) ? requestItems : [];
  if (more.length > 0) menu.addSeparator();
  for (const [caption, name] of more) menu.addItem(caption, name);
  menu.addToUi();
}

/** Sheets never tells when people change to another tab, so the menu is made again whenever it is used. */
export function fromMenu(act: () => void): void {
  addMenu();
  act();
}

export function checkNow(): void {
  const sheet = SpreadsheetApp.getActiveSheet();
  const kind = kindOf(sheet);
  if (kind === 'review') fetchDossiers(sheet);
  else if (isRequestsTab(sheet))
    toast('Tab này để đề nghị và trả lời. Người thẩm định trả lời xong thì bấm “Ghi trả lời”.');
  else if (kind === 'other') toast('Hãy mở tab của đơn vị mình rồi bấm “Kiểm tra ngay”.');
  else tellState(readState(sheet));
}

function tellState({ tab, problems, rows, unit, notice }: PanelState): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = errors === 0 ? 'không còn lỗi' : `còn ${errors} chỗ cần sửa`;
  const standing = unit ? ` Số lượng ${unit.counter}; ${daysLeft(unit.daysLeft)}.` : '';
  toast(`${tab}: ${rows} dòng, ${found}.${standing}${notice === '' ? '' : ` ${notice}`}`);
  if (problems.length > 0) openPanel('problems');
}

const daysLeft = (days: number): string =>
  days > 0 ? `còn ${days} ngày` : days === 0 ? 'hôm nay là ngày cuối' : `đã quá hạn ${-days} ngày`;

export function showGuide(): void {
  const guide = SpreadsheetApp.getActive()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetIds.guide);
  if (guide) guide.activate();
  else
    report('Hướng dẫn', 'Bảng tính không còn tab “Hướng dẫn”. Hãy khôi phục trong Tệp › Nhật ký phiên bản.');
}
