/** A story as search engines read it: schema.org in a data block, which no browser runs. */
import type { PublicRow } from '../domain/public-row.ts';
import { photoPath } from './address.ts';
import { type Html, html, trusted } from './html.ts';
import { oneLine } from './lead.ts';
import { type Site, siteName } from './site.ts';

export function renderStoryData({ url }: Site, row: PublicRow, path: string): Html {
  const about =
    row.kind === 'individual'
      ? { '@type': 'Person', name: row.name, jobTitle: row.position || undefined }
      : { '@type': row.kind === 'collective' ? 'Organization' : 'Thing', name: row.name };
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: row.title,
    description: oneLine(row.keyResults || row.summary, 200),
    inLanguage: 'vi',
    url: url + path,
    datePublished: row.approvedOn || undefined,
    dateModified: row.changedOn,
    image: row.photo
      ? {
          '@type': 'ImageObject',
          url: url + photoPath(row.photo),
          width: row.photo.width,
          height: row.photo.height,
          caption: row.photo.alt,
        }
      : undefined,
    about,
    contentLocation: { '@type': 'Place', name: [row.unit, ...row.unitPath].filter(Boolean).join(', ') },
    publisher: { '@type': 'Organization', name: siteName, url },
  };
  return html`
<script type="application/ld+json">${toDataBlock(data)}</script>`;
}

/** JSON that cannot end the block it stands in, nor begin a comment. */
const toDataBlock = (data: object): Html =>
  trusted(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
