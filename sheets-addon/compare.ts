/** "So sánh hồ sơ gần giống": a sidebar that always shows the line selected in the review tab, as the server knows it now. */
import { firstDataLine, reviewColumn } from '../functions/domain/workbook.ts';
import type { CompareResponse, RefusalResponse } from '../functions/requests.ts';
import { openComparison, toast } from './dialog.ts';
import { callCompare } from './server.ts';
import { kindOf, type Sheet } from './sheet.ts';

export function showComparison(sheet: Sheet): void {
  if (kindOf(sheet) === 'review') openComparison();
  else toast('Hãy mở tab “Thẩm định”, chọn một dòng rồi chọn lại.');
}

const noLine = (message: string): RefusalResponse => ({ ok: false, code: 'no-line', message });

/** Asked by the sidebar's page. */
export function readComparison(sheet: Sheet): CompareResponse | RefusalResponse {
  if (kindOf(sheet) !== 'review')
    return noLine('Hãy mở tab “Thẩm định”, chọn một dòng rồi bấm “Xem dòng đang chọn”.');
  const line = sheet.getActiveRange()?.getRow() ?? 0;
  const key = line < firstDataLine ? '' : keyAt(sheet, line);
  if (key === '') return noLine('Hãy chọn một ô ở dòng có mã hồ sơ rồi bấm “Xem dòng đang chọn”.');
  return callCompare({ key });
}

function keyAt(sheet: Sheet, line: number): string {
  const [cells] = sheet.getRange(line, reviewColumn('key') + 1, 1, 1).getValues();
  return String(cells?.[0] ?? '').trim();
}
