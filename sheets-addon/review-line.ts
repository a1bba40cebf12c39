/** The line that is selected in the review tab, as the sidebars of reviewers ask for it. */
import { firstDataLine, reviewColumn } from '../functions/domain/workbook.ts';
import type { RefusalResponse } from '../functions/requests.ts';
import { kindOf, type Sheet } from './sheet.ts';

const noLine = (message: string): RefusalResponse => ({ ok: false, code: 'no-line', message });

export function selectedLine(sheet: Sheet): { ok: true; key: string } | RefusalResponse {
  if (kindOf(sheet) !== 'review')
    return noLine('Hãy mở tab “Thẩm định”, chọn một dòng rồi bấm “Xem dòng đang chọn”.');
  const line = sheet.getActiveRange()?.getRow() ?? 0;
  const key = line < firstDataLine ? '' : keyAt(sheet, line);
  if (key === '') return noLine('Hãy chọn một ô ở dòng có mã hồ sơ rồi bấm “Xem dòng đang chọn”.');
  return { ok: true, key };
}

function keyAt(sheet: Sheet, line: number): string {
  const [cells] = sheet.getRange(line, reviewColumn('key') + 1, 1, 1).getValues();
  return String(cells?.[0] ?? '').trim();
}
