/** One lead as an entry of the list: who, what for, where; the rest is a link away. */
import { kindLabels } from '../domain/form.ts';
import { storyPath } from './address.ts';
import { type Html, html } from './html.ts';
import type { Lead } from './lead.ts';

/** `id`: two plans may give one code, and a page has every id once. */
export const renderLead = (
  lead: Lead,
  id: string,
): Html => html`<article id="${id}"><h3>${nameLink(lead)}</h3><p class="deed"><bdi>${lead.title}</bdi></p>${lead.line !== '' && html`<p><bdi>${lead.line}</bdi></p>`}<p class="soft">${[kindLabels[lead.kind], lead.sector, [lead.unit, lead.above].filter(Boolean).join(', ')].filter(Boolean).join(' · ')}</p></article>
`;

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
