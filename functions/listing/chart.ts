/** Figures as a table with a bar for each number, drawn on the server: beside its label, or on a phone below it. */
import { formatCount, type Html, html } from './html.ts';

export interface Figure {
  label: string;
  count: number;
  /** Where the rows behind the number are. */
  href?: string;
}

/** `id` names the figure on its page, `meaning` explains words that not everybody knows. The bars repeat the numbers, so those who hear the page are told the numbers only. */
export function renderFigures(
  id: string,
  caption: string,
  figures: readonly Figure[],
  meaning?: string,
): Html {
  const most = Math.max(1, ...figures.map(({ count }) => count));
  return html`<figure id="${id}">
<table><thead><tr><th scope="col">${caption}</th><th scope="col">Số gương</th></tr></thead>
<tbody>${figures.map((figure) => renderRow(figure, most))}</tbody></table>${meaning !== undefined && html`<figcaption>${meaning}</figcaption>`}</figure>
`;
}

const renderRow = ({ label, count, href }: Figure, most: number): Html =>
  html`<tr><td><div class="bar"><span>${href === undefined ? label : html`<a href="${href}">${label}</a>`}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${toShare(count, most)}" height="10"></rect></svg></div></td><td class="n">${formatCount(count)}</td></tr>`;

/** Of a hundred; whoever is counted at all is seen. */
const toShare = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.round((count / most) * 100));
