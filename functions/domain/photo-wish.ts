/** Which photo a dossier asks to be shown: only with consent to the photo too, a file in Drive, and words for those who cannot see it. */
import type { Dossier } from './dossier.ts';
import { columnOf } from './form.ts';
import { consentWords, exemplarForm } from './forms/exemplar.ts';
import { driveFileId } from './photo-link.ts';
import { cleanPublicText } from './public-row.ts';

export interface PhotoWish {
  fileId: string;
  alt: string;
  /** When the row was last sent in: whoever puts another picture under the same link later has not been reviewed with it. */
  sentAt: string;
}

/** The form is asked again, as for every public field: a column that it calls internal is not shown. */
const isPublicColumn = (key: string): boolean => columnOf(exemplarForm, key)?.visibility === 'public';

export function toPhotoWish({ row, history }: Dossier): PhotoWish | null {
  const { consent, photoUrl, photoAlt } = row.values;
  if (consent !== consentWords.yes || typeof photoUrl !== 'string' || typeof photoAlt !== 'string')
    return null;
  if (!isPublicColumn('photoUrl') || !isPublicColumn('photoAlt')) return null;
  const fileId = driveFileId(photoUrl);
  const alt = cleanPublicText(photoAlt, Number(columnOf(exemplarForm, 'photoAlt')?.max ?? 150));
  const sentAt = history.findLast(({ action }) => action === 'submit')?.at ?? '';
  return fileId === undefined || alt === '' ? null : { fileId, alt, sentAt };
}
