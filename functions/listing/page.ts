/** The frame around every page: head, skip link, masthead, main, foot. */
import { type Html, html, trusted } from './html.ts';

export interface PageFrame {
  /** For the browser's tab; the heading when absent. */
  title?: string;
  heading: string;
  description: string;
  /** Under the heading. */
  lead: Html | null;
  main: Html;
  /** After main: navigation. */
  after?: Html;
  foot: Html;
  css: string;
  indexed: boolean;
}

/** A small red disc; a data: address, so that no second request is made. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Ccircle cx='4.5' cy='4.5' r='4' fill='%238f1d1a'/%3E%3C/svg%3E";

export function renderPage(frame: PageFrame): string {
  const { heading, title = heading, description, lead, main, after, foot, css, indexed } = frame;
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
${!indexed && html`<meta name="robots" content="noindex">`}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${trusted(icon)}">
<style>${trusted(css)}</style>
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="top"><p class="brand">Gương Sáng</p><h1>${heading}</h1>${lead}</header>
<main id="noi-dung" tabindex="-1">${main}</main>
${after ?? null}
<footer class="foot soft">${foot}</footer>
</body>
</html>
`.html;
}
