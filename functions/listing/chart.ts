/** Figures as a small drawing made on the server, and as the table it is drawn from. */
import { formatCount, type Html, html } from './html.ts';

export interface Figure {
  label: string;
  count: number;
  /** Where the rows behind the number are. */
  href?: string;
}

const columnWidth = 56;
const barWidth = 34;
const barHeight = 96;
const top = 18;

/** More columns cannot be read on a phone; the table has them all. */
const mostColumns = 9;

/** `id` names the drawing on its page. The drawing repeats the table, so those who hear the page are told the table only. */
export function renderFigures(
  id: string,
  caption: string,
  heads: [string, string],
  figures: readonly Figure[],
): Html {
  return html`<figure id="${id}"><figcaption>${caption}</figcaption>
${figures.length > 1 && figures.length <= mostColumns && renderColumns(figures)}
<table><thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${figures.map(({ label, count, href }) => html`<tr><td>${href === undefined ? label : html`<a href="${href}">${label}</a>`}</td><td class="n">${formatCount(count)}</td></tr>`)}</tbody></table></figure>
`;
}

function renderColumns(figures: readonly Figure[]): Html {
  const most = Math.max(1, ...figures.map(({ count }) => count));
  const width = figures.length * columnWidth;
  const foot = top + barHeight;
  return html`<svg viewBox="0 0 ${width} ${foot + 22}" aria-hidden="true" focusable="false">${figures.map(
    (figure, index) => {
      const middle = index * columnWidth + columnWidth / 2;
      const height = Math.round((figure.count / most) * barHeight);
      return html`<rect x="${middle - barWidth / 2}" y="${foot - height}" width="${barWidth}" height="${height}"></rect><text x="${middle}" y="${foot - height - 5}">${formatCount(figure.count)}</text><text x="${middle}" y="${foot + 17}">${shortLabel(figure.label)}</text>`;
    },
  )}<line x1="0" y1="${foot}" x2="${width}" y2="${foot}"></line></svg>`;
}

/** As much as stands under a column. */
const shortLabel = (label: string): string => {
  const characters = [...label];
  return characters.length <= 8 ? label : `${characters.slice(0, 7).join('').trimEnd()}…`;
};
