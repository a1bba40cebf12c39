/** The one look of all mails: the same blocks as plain text and as quiet HTML without images or anything from outside. */
import { type Html, html, trusted } from '../listing/html.ts';
import type { Block, Item, Link, Mail } from './blocks.ts';
import type { MailContent } from './data.ts';
import { oneLine, person, planName, say, toSubject } from './wording.ts';

/** What closes the foot: the link to stop is put in front of it, when a mail has one. Text of people cannot hold it. */
export const footEnd = '</div>\n</div>\n</td></tr></table>';

const why = 'Ông/Bà nhận thư này vì có tên trong danh sách cán bộ của kế hoạch.';

/** Last guard: whatever a block holds is one line. */
const line = (text: string): string => oneLine(text, 4000);

const greeting = ({ recipientName }: Mail): string => `Kính gửi ${person(recipientName)},`;

function foot({ plans, key }: Mail): string[] {
  const named = plans.map(({ number, issuer }) => `${planName(number)} – ${say`${issuer}`}`);
  return [...new Set(named), why, `Mã thư: ${oneLine(key, 200)}`];
}

// Text

const linkLine = ({ label, url }: Link): string => `${line(label)}: ${url}`;

function itemLines({ lead, details, links }: Item, mark: string): string[] {
  const inner = [...details.map(line), ...links.map(linkLine)].map((text) => ' '.repeat(mark.length) + text);
  return [mark + line(lead), ...inner];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'label':
      return line(block.text);
    case 'heading':
      return `— ${line(block.text).toLocaleUpperCase('vi')} —`;
    case 'quote':
      return `    “${line(block.text)}”`;
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${line(value)}`).join('\n');
    case 'list':
      return block.items
        .flatMap((item, index) => itemLines(item, block.isNumbered ? `${index + 1}. ` : '- '))
        .join('\n');
    case 'links':
      return block.links.map(linkLine).join('\n');
    case 'button':
      // The address alone on its line: nothing sticks to it where mail programs make links themselves.
      return block.links.map(({ label, url }) => `${line(label)}:\n${url}`).join('\n');
  }
}

const toText = (mail: Mail): string => {
  const parts = [greeting(mail), ...mail.body.map(blockText), `———\n${foot(mail).join('\n')}`];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

// HTML. Styles stand on the elements, since many mail programs drop style sheets; only the dark colours need one.

const dark = trusted(
  '<style>@media (prefers-color-scheme:dark){.page{background:#191714!important;color:#ebe5d9!important}.soft{color:#b3a996!important}.link{color:#f0a08c!important}.line{border-color:#3d382f!important}}</style>',
);

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

const linkHtml = ({ label, url }: Link): Html =>
  html`<a class="link" href="${url}" style="color:#8f1d1a">${line(label)}</a>`;

const detailHtml = (detail: string): Html =>
  html`<br><span class="soft" style="color:#5f574b">${line(detail)}</span>`;

const itemHtml = ({ lead, details, links }: Item): Html =>
  html`<li style="margin:0 0 10px"><strong style="font-weight:600">${line(lead)}</strong>${details.map(detailHtml)}${links.map((link) => html`<br>${linkHtml(link)}`)}</li>
`;

const factHtml = ([name, value]: readonly [string, string]): Html =>
  html`<tr><th scope="row" class="soft" style="width:7em;padding:3px 12px 3px 0;text-align:left;vertical-align:top;font-weight:400;color:#5f574b">${name}</th><td style="padding:3px 0;vertical-align:top">${line(value)}</td></tr>
`;

const buttonHtml = ({ label, url }: Link): Html =>
  html`<p style="margin:20px 0"><a href="${url}" style="display:inline-block;padding:13px 26px;border-radius:6px;background:#8f1d1a;color:#ffffff;font-weight:600;text-decoration:none">${line(label)}</a></p>`;

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p style="margin:0 0 14px">${line(block.text)}</p>`;
    case 'label':
      return html`<p style="margin:0 0 8px;font-weight:600">${line(block.text)}</p>`;
    case 'heading':
      return html`<h2 class="line" style="margin:26px 0 12px;padding-top:16px;border-top:1px solid #d9d1c1;font-size:19px;line-height:1.35">${line(block.text)}</h2>`;
    case 'quote':
      return html`<blockquote style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:4px solid #8f1d1a">“${line(block.text)}”</blockquote>`;
    case 'facts':
      return html`<table style="margin:0 0 14px;border-collapse:collapse;font-size:inherit;line-height:inherit;color:inherit">
${block.facts.map(factHtml)}</table>`;
    case 'list':
      return listHtml(block.isNumbered ? 'ol' : 'ul', block.items);
    case 'links':
      return html`${block.links.map((link) => html`<p style="margin:0 0 14px">${linkHtml(link)}</p>`)}`;
    case 'button':
      return html`${block.links.map(buttonHtml)}`;
  }
}

const listHtml = (tag: 'ol' | 'ul', items: readonly Item[]): Html =>
  html`${trusted(`<${tag} style="margin:0 0 14px;padding-left:26px">`)}
${items.map(itemHtml)}${trusted(`</${tag}>`)}`;

const footHtml = (mail: Mail): Html =>
  html`<div class="soft line" style="margin-top:30px;padding-top:14px;border-top:1px solid #d9d1c1;font-size:14px;color:#5f574b;overflow-wrap:anywhere">
${foot(mail).map((text) => html`<p style="margin:0 0 6px">${text}</p>\n`)}`;

const toHtml = (mail: Mail): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${toSubject(mail.subject)}</title>
${dark}
</head>
<body class="page" style="margin:0;padding:0;background:#fbf9f4;color:#26221c">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#fbf9f4;color:#26221c"><tr><td align="center" style="padding:24px 18px">
<div style="max-width:600px;margin:0 auto;text-align:left;font-size:17px;line-height:1.55;overflow-wrap:break-word;word-break:break-word;${trusted(font)}">
<p class="link" style="margin:0 0 18px;font-size:15px;font-weight:600;color:#8f1d1a">Gương Sáng</p>
<h1 style="margin:0 0 16px;font-size:23px;line-height:1.3">${line(mail.title)}</h1>
<p style="margin:0 0 14px">${greeting(mail)}</p>
${mail.body.map((block) => html`${blockHtml(block)}\n`)}${footHtml(mail)}${trusted(footEnd)}
</body>
</html>
`.html;

export const toContent = (mail: Mail): MailContent => ({
  subject: toSubject(mail.subject),
  text: toText(mail),
  html: toHtml(mail),
});
