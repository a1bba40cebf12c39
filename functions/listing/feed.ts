/**
 * What of any filter changed last, as an Atom feed: whoever was published long after being recognised, or mended since,
 * stands deep in the list, and subscribers would never hear of it.
 */
import { storyPath } from './address.ts';
import { type Filter, listHref } from './filter.ts';
import { html } from './html.ts';
import { type Lead, lastChangeOf, toInstant } from './lead.ts';
import { wordsOf } from './list-page.ts';
import { look, pageSize } from './look.ts';
import { newest } from './newest.ts';
import { leadOf, type Shelf } from './shelf.ts';
import { feedName, type Site, siteName } from './site.ts';

export function renderFeed({ url }: Site, shelf: Shelf, filter: Filter): string {
  const words = wordsOf(shelf, filter);
  const { positions, isNear } = look(shelf, filter, 0, 'roll');
  const leads = newest(shelf, positions, pageSize).map((position) => leadOf(shelf, position));
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<title>${siteName}${words !== '' && ` – ${words}`}${isNear && ' (gần đúng)'}</title>
<subtitle>${feedName}</subtitle>
<id>${url}${listHref(filter, '/nguon.xml')}</id>
<link rel="self" href="${url}${listHref(filter, '/nguon.xml')}"/>
<link rel="alternate" type="text/html" href="${url}${listHref(filter)}"/>
<updated>${(leads[0] && lastChangeOf(leads[0])) || never}</updated>
<author><name>${siteName}</name></author>
${leads.map((lead) => renderEntry(url, lead))}</feed>
`.html;
}

/** Atom knows no feed without an instant. */
const never = '1970-01-01T00:00:00Z';

/** The id has no name in it: it stays when the name is mended. */
const renderEntry = (url: string, lead: Lead) => html`<entry>
<id>${url}/guong/${lead.key}</id>
<title>${[lead.honorific, lead.name].filter(Boolean).join(' ')}: ${lead.title}</title>
<link rel="alternate" type="text/html" href="${url}${storyPath(lead)}"/>
<published>${toInstant(lead.approvedOn) || never}</published>
<updated>${lastChangeOf(lead) || never}</updated>
<summary>${[lead.unit, lead.above].filter(Boolean).join(', ')}. ${lead.line}</summary>
</entry>
`;
