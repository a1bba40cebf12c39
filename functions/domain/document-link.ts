/** The id of a written work in a link that people copy from Drive: a file, or a Google document. */
import { driveFileId } from './photo-link.ts';

/** A published copy ("/d/e/…") has no id that Drive knows. */
const documentLink =
  /^https:\/\/docs\.google\.com\/document\/(?:u\/\d+\/)?d\/(?!e\/)([A-Za-z0-9_-]{4,200})(?=[/?&#]|$)/i;

export const documentId = (url: string): string | undefined =>
  documentLink.exec(url)?.[1] ?? driveFileId(url);
