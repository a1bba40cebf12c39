/** The Đề nghị tab: record what reviewers answered to the units' requests. */
import { sheetIds } from '../functions/domain/workbook.ts';
import { report, toast } from './dialog.ts';
import { callAnswer } from './server.ts';
import type { Sheet } from './sheet.ts';

/** By the sheet's id, which stays when people rename or move the tab. */
export const isRequestsTab = (sheet: Sheet): boolean => sheet.getSheetId() === sheetIds.requests;

export function recordAnswers(sheet: Sheet): void {
  if (!isRequestsTab(sheet)) {
    toast('Hãy mở tab “Đề nghị” rồi chọn lại.');
    return;
  }
  const answer = callAnswer();
  if (answer.ok) report('Ghi trả lời', answer.message, answer.lines);
  else
    report(
      'Chưa ghi được trả lời',
      answer.message,
      answer.problems?.map(({ message }) => message),
    );
}
