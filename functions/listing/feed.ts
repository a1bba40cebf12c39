/** The newest of any filter as an Atom feed. */
import { storyPath } from './address.ts';
import { type Filter, listHref } from './filter.ts';
import { html } from './html.ts';
import { type Lead, lastDayOf } from './lead.ts';
import { wordsOf } from './list-page.ts';
import { look } from './look.ts';
import type { Shelf } from './shelf.ts';
import { type Site, siteName } from './site.ts';

export function renderFeed({ url }: Site, shelf: Shelf, filter: Filter): string {
  const words = wordsOf(shelf, filter);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<title>${siteName}${words !== '' && ` – ${words}`}</title>
<id>${url}${listHref(filter, '/nguon.xml')}</id>
<link rel="self" href="${url}${listHref(filter, '/nguon.xml')}"/>
<link rel="alternate" type="text/html" href="${url}${listHref(filter)}"/>
<updated>${shelf.updatedAt || '1970-01-01T00:00:00Z'}</updated>
<author><name>${siteName}</name></author>
${look(shelf, filter).leads.map((lead) => renderEntry(url, lead))}</feed>
`.html;
}

/** The id has no name in it: it stays when the name is mended. */
const renderEntry = (url: string, lead: Lead) => html`<entry>
<id>${url}/guong/${lead.key}</id>
<title>${[lead.honorific, lead.name].filter(Boolean).join(' ')}: ${lead.title}</title>
<link rel="alternate" type="text/html" href="${url}${storyPath(lead)}"/>
<published>${lead.approvedOn || '1970-01-01'}T00:00:00+07:00</published>
<updated>${lastDayOf(lead) || '1970-01-01'}T00:00:00+07:00</updated>
<summary>${[lead.unit, lead.above].filter(Boolean).join(', ')}. ${lead.line}</summary>
</entry>
`;
