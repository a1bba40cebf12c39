/** "So sánh hồ sơ gần giống": a sidebar that always shows the line selected in the review tab, as the server knows it now. */
import type { CompareResponse, RefusalResponse } from '../functions/requests.ts';
import { openForLine } from './dialog.ts';
import { selectedLine } from './review-line.ts';
import { callCompare } from './server.ts';
import type { Sheet } from './sheet.ts';

export const showComparison = (sheet: Sheet): void => openForLine(sheet, 'compare');

/** Asked by the sidebar's page. */
export function readComparison(sheet: Sheet): CompareResponse | RefusalResponse {
  const line = selectedLine(sheet);
  return line.ok ? callCompare({ key: line.key }) : line;
}
