/** One public row as an entry of the roll: who, what was done, what came of it, who recognised it. */
import { type ExemplarKind, kindLabels } from '../domain/form.ts';
import { periodLabel } from '../domain/period.ts';
import type { PublicRow } from '../domain/public-row.ts';
import { formatDate, type Html, html, toSafeUrl } from './html.ts';

export function renderCard(row: PublicRow): Html {
  const { lead, rest } = splitStory(row.summary);
  return html`<article id="${row.id}">
<p class="kind">${[kindWord(row.kind), row.sector].filter(Boolean).join(' · ')}</p>
<h2>${[row.honorific, row.name].filter(Boolean).join(' ')}</h2>
<p class="soft">${whoWords(row)}</p>
<p class="deed">${row.title}</p>
<p class="long">${lead}</p>
${row.keyResults !== '' && html`<p class="long"><b>Kết quả:</b> ${row.keyResults}</p>`}
${renderMore(row, rest)}
<p class="seal">${sealWords(row)}</p>
</article>
`;
}

const kindWord = (kind: ExemplarKind): string => kindLabels[kind] ?? '';

function whoWords({ birthYear, position, affiliation, unit, unitPath }: PublicRow): string {
  const year = birthYear === null ? '' : `Sinh năm ${birthYear}`;
  const place = [unit, ...unitPath].filter(Boolean).join(', ');
  return [year, position, affiliation, place].filter(Boolean).join(' · ');
}

function sealWords({ approvedBy, approvedOn, planNumber, period }: PublicRow): string {
  const by = approvedBy && `${approvedBy} công nhận`;
  const on = approvedOn && `ngày ${formatDate(approvedOn)}`;
  const plan = [planNumber, period && periodLabel(period)].filter(Boolean).join(', ');
  return [[by, on].filter(Boolean).join(' '), plan].filter(Boolean).join(' · ');
}

/** Folded away, so that a phone shows the roll and not walls of text; opens without a script. */
function renderMore(row: PublicRow, rest: string): Html | null {
  const facts = renderFacts(row);
  const photo = renderPhoto(row);
  if (rest === '' && facts.length === 0 && photo === null) return null;
  return html`<details><summary>Đọc thêm<span class="hide"> về ${row.name}</span></summary>
${rest !== '' && html`<p class="long">${rest}</p>`}${facts.length > 0 && html`<dl>${facts}</dl>`}${photo}</details>`;
}

const renderFacts = (row: PublicRow): Html[] =>
  [
    ['Cách làm', row.method],
    ['Phong trào', row.movement],
    ['Loại thành tích', row.awardTrack],
    ['Phạm vi ảnh hưởng', row.impactScope],
    ['Khâu', row.stage],
    ['Khen thưởng đã nhận', row.priorAwards],
  ]
    .filter(([, value]) => value !== '')
    .map(([label = '', value = '']) => html`<dt>${label}</dt><dd class="long">${value}</dd>`);

/** A link, not an image: showing it would send every reader's address to whoever keeps the photo. */
function renderPhoto({ photo }: PublicRow): Html | null {
  const url = photo && toSafeUrl(photo.url);
  if (!photo || !url?.startsWith('https:')) return null;
  return html`<p><a href="${url}" rel="noopener noreferrer nofollow">Xem ảnh${photo.alt && `: ${photo.alt}`}</a></p>`;
}

/** Characters shown before the fold. */
const leadLength = 320;

/** The first sentences, as many as fit, and what is left of the story. */
export function splitStory(summary: string): { lead: string; rest: string } {
  if (summary.length <= leadLength) return { lead: summary, rest: '' };
  const head = summary.slice(0, leadLength + 1);
  const sentence = Math.max(...['. ', '! ', '? ', '.\n', ';\n', '\n'].map((end) => head.lastIndexOf(end)));
  const at = sentence > leadLength / 3 ? sentence + 1 : head.lastIndexOf(' ');
  const cut = at > 0 ? at : wholeCharacters(leadLength, summary);
  return { lead: summary.slice(0, cut).trim(), rest: summary.slice(cut).trim() };
}

/** Never between the two halves of one character. */
const wholeCharacters = (at: number, text: string): number =>
  (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
