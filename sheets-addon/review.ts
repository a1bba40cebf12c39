/** The review tab: fetch dossiers that wait here, record what reviewers decided. */
import { firstDataLine, reviewColumn } from '../functions/domain/workbook.ts';
import { report, toast } from './dialog.ts';
import { callCheck, callReview } from './server.ts';
import { kindOf, type Sheet } from './sheet.ts';

function isReviewTab(sheet: Sheet): boolean {
  if (kindOf(sheet) === 'review') return true;
  toast('Hãy mở tab “Thẩm định” rồi chọn lại.');
  return false;
}

/** The server appends the lines while it checks the workbook. */
export function fetchDossiers(sheet: Sheet): void {
  if (!isReviewTab(sheet)) return;
  const before = countLines(sheet);
  const answer = callCheck();
  if (!answer.ok) {
    report('Chưa lấy được hồ sơ', answer.message);
    return;
  }
  const added = countLines(sheet) - before;
  toast(added > 0 ? `Đã thêm ${added} hồ sơ mới ở cuối tab.` : 'Không có hồ sơ mới.');
}

const countLines = (sheet: Sheet): number => keysOf(sheet, firstDataLine, sheet.getLastRow()).length;

function keysOf(sheet: Sheet, from: number, to: number): string[] {
  if (to < from) return [];
  const values = sheet.getRange(from, reviewColumn('key') + 1, to - from + 1, 1).getValues();
  return values.map(([key]) => String(key).trim()).filter((key) => key !== '');
}

/** One selected cell means the whole tab; several selected lines mean those lines. */
function selectedKeys(sheet: Sheet): string[] | undefined {
  const range = sheet.getActiveRange();
  if (!range || range.getNumRows() <= 1) return undefined;
  return keysOf(
    sheet,
    Math.max(range.getRow(), firstDataLine),
    Math.min(range.getLastRow(), sheet.getLastRow()),
  );
}

export function recordDecisions(sheet: Sheet): void {
  if (!isReviewTab(sheet)) return;
  const keys = selectedKeys(sheet);
  if (keys?.length === 0) {
    toast('Các dòng đang chọn không có hồ sơ nào. Hãy chọn lại, hoặc chọn một ô để ghi cả tab.');
    return;
  }
  const answer = callReview(keys ? { keys } : {});
  if (!answer.ok) {
    report(
      'Chưa ghi được quyết định',
      answer.message,
      answer.problems?.map(({ message }) => message),
    );
    return;
  }
  const scope = keys ? `\nChỉ ghi ${keys.length} dòng đang chọn.` : '';
  report(
    'Ghi quyết định',
    `${answer.message}${scope}`,
    answer.problems.map(({ message }) => message),
  );
}
