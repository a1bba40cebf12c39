/** The id of a written work in a link that people copy from Drive: a file, or a Google document. */
import type { Form } from './form.ts';
import { driveFileId } from './photo-link.ts';
import type { Row } from './row.ts';

/** A published copy ("/d/e/…") has no id that Drive knows. */
const documentLink =
  /^https:\/\/docs\.google\.com\/document\/(?:u\/\d+\/)?d\/(?!e\/)([A-Za-z0-9_-]{4,200})(?=[/?&#]|$)/i;

export const documentId = (url: string): string | undefined =>
  documentLink.exec(url)?.[1] ?? driveFileId(url);

/** The same however the link was copied; '' where the form has no such column or the cell is blank. */
export function workFile({ countedWords }: Form, { values }: Row): string {
  const link = String(values[countedWords?.file ?? ''] ?? '');
  return documentId(link) ?? link;
}

const folderLink =
  /^https:\/\/drive\.google\.com\/(?:(?:a\/[^/?#]+\/)?drive\/(?:u\/\d+\/)?(?:mobile\/)?folders\/|folderview\?)/i;
const googleLink = /^https:\/\/(?:drive|docs)\.google\.com(?=[/?#]|$)/i;

/** What a link without such an id is: a folder, a page of Google's that is no one file, or a place elsewhere. */
export const whyNoDocument = (url: string): 'folder' | 'page' | 'place' =>
  folderLink.test(url) ? 'folder' : googleLink.test(url) ? 'page' : 'place';
