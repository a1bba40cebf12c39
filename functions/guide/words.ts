/** The few pieces of markup that every section is made of: captions as they stand on the screen, steps, tables, figures. */
import { columnOf } from '../domain/form.ts';
import { type Html, html } from '../listing/html.ts';
import { type GuideInput, numberOf, type SectionId } from './guide.ts';
import type { PictureName } from './pictures.ts';

/** A caption of ours, letter by letter as the reader finds it; a test looks each up where it stands. */
export const shown = (caption: string): Html => html`<b class="nut">${caption}</b>`;

/** An item of our menu, with the way to it. */
export const menuItem = (caption: string): Html => html`${shown('Gương sáng')} › ${shown(caption)}`;

/** A key, or a caption of Google's or Excel's own. */
export const foreign = (caption: string): Html => html`<i>${caption}</i>`;

const items = (texts: readonly Html[]): Html => html`${texts.map((text) => html`<li>${text}</li>\n`)}`;

export const steps = (...texts: Html[]): Html => html`<ol>\n${items(texts)}</ol>\n`;
export const points = (...texts: Html[]): Html => html`<ul>\n${items(texts)}</ul>\n`;

export const heading = (text: string): Html => html`<h3>${text}</h3>\n`;
export const paragraph = (text: Html): Html => html`<p>${text}</p>\n`;

/** What to do when it goes otherwise. */
export const note = (text: Html): Html => html`<p class="nho">${text}</p>\n`;

export const link = (id: SectionId, words: string): Html => html`<a href="#${id}">${words}</a>`;
/** "mục 3". */
export const sectionLink = (id: SectionId): Html => link(id, `mục ${numberOf(id)}`);

interface Table {
  /** Of the caption, which names the region that scrolls. */
  id: string;
  caption: string;
  head: readonly string[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly Html[])[];
}

/** Wide tables scroll by themselves, by keyboard too, so that the page never does. */
export const table = ({
  id,
  caption,
  head,
  rows,
}: Table): Html => html`<div class="cuon" role="region" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first ?? null}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;

export const text = (words: string): Html => html`${words}`;

export function figure({ pictures, form }: GuideInput, name: PictureName): Html | null {
  const picture = pictures.find((one) => one.name === name);
  if (!picture || (picture.column && !columnOf(form, picture.column))) return null;
  const { width, height, alt, caption } = picture;
  return html`<figure><img src="/huong-dan/${name}.png" width="${width}" height="${height}" loading="lazy" alt="${alt}"><figcaption>${caption}</figcaption></figure>
`;
}
