/** How the add-on speaks: a toast for what went well, a dialog for what has to be read. */
import { kindOf, type Sheet } from './sheet.ts';

const title = 'Gương Sáng';

export const toast = (message: string): void => {
  SpreadsheetApp.getActive().toast(message, title, 8);
};

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const pageStyle =
  'body{font:14px/1.5 Arial,sans-serif;color:#202124;margin:0 4px}li{margin:0 0 8px}p{white-space:pre-line}';

/** A page that scrolls: an alert cuts long lists off. */
export function report(heading: string, message: string, lines: readonly string[] = []): void {
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  const list = items === '' ? '' : `<ol>${items}</ol>`;
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title><style>${pageStyle}</style></head><body><p>${escapeHtml(message)}</p>${list}</body></html>`;
  const output = HtmlService.createHtmlOutput(page)
    .setWidth(520)
    .setHeight(lines.length > 5 ? 480 : 260);
  SpreadsheetApp.getUi().showModalDialog(output, heading);
}

/** A sidebar about the line that is selected in the review tab. */
export function openForLine(sheet: Sheet, page: 'compare' | 'hold'): void {
  if (kindOf(sheet) === 'review')
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
  else toast('Hãy mở tab “Thẩm định”, chọn một dòng rồi chọn lại.');
}

export function openWithdrawal(): void {
  const page = HtmlService.createHtmlOutputFromFile('withdraw').setWidth(520).setHeight(400);
  SpreadsheetApp.getUi().showModalDialog(page, 'Gỡ công khai');
}

/** The sidebar reads which part to open first from the last line of its page. */
export function openPanel(view: 'problems' | 'send'): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').append(`<script>start('${view}')</script>`);
  SpreadsheetApp.getUi().showSidebar(page.setTitle(title));
}
