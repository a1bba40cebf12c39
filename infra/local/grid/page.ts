/** The page that holds the grid: everything on it is drawn by its script, so it says only what it is. */
import { html } from '../workspace/hub/html.ts';

export const gridPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'";

export const renderGridPage = (title: string, spreadsheetId: string): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Gương Sáng (chạy thử)</title>
<link rel="stylesheet" href="/grid/grid.css">
</head>
<body data-spreadsheet="${spreadsheetId}">
<noscript><p>Bảng tính cần JavaScript. <a href="/workbook/${spreadsheetId}/table">Xem dạng bảng thường</a>.</p></noscript>
<script src="/grid/grid.js"></script>
</body>
</html>
`.html;

/** Pages of the script run apart: their own origin, no way out but a message to the page around them. */
export const scriptPagePolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; sandbox allow-scripts allow-forms allow-popups";
