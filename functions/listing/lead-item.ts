/** One lead as an entry of the list: who, what for, where; the rest is a link away. */
import { kindLabels } from '../domain/form.ts';
import { storyPath } from './address.ts';
import { formatDate, type Html, html } from './html.ts';
import type { Lead } from './lead.ts';

/** `id`: two plans may give one code, and a page has every id once. */
export const renderLead = (
  lead: Lead,
  id: string,
): Html => html`<article id="${id}"><h3>${nameLink(lead)}</h3><p class="deed"><bdi>${lead.title}</bdi></p>${saysMore(lead) && html`<p><bdi>${lead.line}</bdi></p>`}<p class="soft">${softWords(lead)}</p></article>
`;

function softWords({ kind, sector, unit, above, approvedOn }: Lead): string {
  const place = [unit, above].filter(Boolean).join(', ');
  const day = approvedOn === '' ? '' : `công\u00a0nhận\u00a0${formatDate(approvedOn)}`;
  return [kindLabels[kind], sector, place, day].filter(Boolean).join(' · ');
}

/** A result that begins the deed, or whose figures all stand in it, says the same twice. */
export function saysMore({ title, line }: Pick<Lead, 'title' | 'line'>): boolean {
  if (title.startsWith(line.replace(/…$/, ''))) return false;
  const told = figuresOf(title);
  const figures = figuresOf(line);
  return figures.length === 0 || figures.some((figure) => !told.includes(figure));
}

const figuresOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

const nameLink = (lead: Lead): Html =>
  html`<a href="${storyPath(lead)}">${lead.honorific !== '' && `${lead.honorific} `}<bdi>${lead.name}</bdi></a>`;

/** On a page of its own a name is enough of a link; the deed stands beside it. */
export const renderShortLead = (lead: Lead): Html =>
  html`<li>${nameLink(lead)}: <bdi>${lead.title}</bdi></li>`;

export function renderLeads(leads: readonly Lead[]): Html[] {
  const seen = new Set<string>();
  return leads.map((lead) => {
    const id = seen.has(lead.id) ? `${lead.id}-${lead.key}` : lead.id;
    seen.add(id);
    return renderLead(lead, id);
  });
}
