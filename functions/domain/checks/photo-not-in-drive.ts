/**
 * WHAT: the photo is one file in Drive.
 * WHY: the server reads it there and shows a copy; a link to elsewhere would tell its keeper who reads, and is not shown.
 */
import { driveFileId } from '../photo-link.ts';
import { echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

export const checkPhotoInDrive = eachRow((row) => {
  const url = textAt(row, 'photoUrl');
  return url === '' || driveFileId(url) !== undefined
    ? undefined
    : fault('error', 'photo-not-in-drive', row, 'photoUrl', { value: echo(url) });
});
