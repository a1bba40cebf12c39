/** The frame around every page: head, skip link, masthead, main, foot. */
import { type Html, html, trusted } from './html.ts';

export interface PageFrame {
  /** For the browser's tab; the heading when absent. */
  title?: string;
  heading: string | Html;
  description: string;
  /** More of the head: canonical address, feeds, what other sites show of the page. */
  head?: Html | null;
  /** In the masthead: where one can go. */
  menu?: Html | null;
  /** Under the heading. */
  lead: Html | null;
  main: Html;
  /** After main: navigation. */
  after?: Html;
  foot: Html;
  css: string;
  indexed: boolean;
}

/** A small red disc with a gold heart; a data: address, so that no second request is made. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Ccircle cx='4.5' cy='4.5' r='4.5' fill='%238a1c1a'/%3E%3Ccircle cx='4.5' cy='4.5' r='2' fill='%23e0b860'/%3E%3C/svg%3E";

export function renderPage(frame: PageFrame): string {
  const { heading, description, head, menu, lead, main, after, foot, css, indexed } = frame;
  const title = frame.title ?? (typeof heading === 'string' ? heading : '');
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
${!indexed && html`<meta name="robots" content="noindex">`}${head ?? null}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${trusted(icon)}">
<style>${trusted(css)}</style>
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="top">${menu ?? html`<p class="brand">Gương Sáng</p>`}<h1>${heading}</h1>${lead}</header>
<main id="noi-dung" tabindex="-1">${main}</main>
${after ?? null}
<footer class="foot soft">${foot}</footer>
</body>
</html>
`.html;
}
