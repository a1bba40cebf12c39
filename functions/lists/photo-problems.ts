/**
 * Photos that the server could not show, told to the clerk while the list is sent: one question to Drive a photo. Only
 * warnings, since the story is published without its photo.
 */
import { consentWords } from '../domain/forms/exemplar.ts';
import { driveFileId } from '../domain/photo-link.ts';
import type { Problem } from '../domain/problem.ts';
import type { Row } from '../domain/row.ts';
import { echo } from '../domain/text.ts';
import { mostPhotoBytes, photoTypes } from '../photo/measure.ts';
import type { Files } from '../ports.ts';

export async function findPhotoProblems(files: Files, rows: readonly Row[]): Promise<Problem[]> {
  const asked = rows.map(async (row): Promise<Problem[]> => {
    const { photoUrl, consent } = row.values;
    const fileId = typeof photoUrl === 'string' ? driveFileId(photoUrl) : undefined;
    if (fileId === undefined || consent !== consentWords.yes) return [];
    const fault = await findFault(files, fileId);
    if (!fault) return [];
    const params = { value: echo(String(photoUrl)), ...fault };
    return [{ code: 'photo-unreadable', severity: 'warning', line: row.line, column: 'photoUrl', params }];
  });
  return (await Promise.all(asked)).flat();
}

async function findFault(files: Files, fileId: string): Promise<{ why: string; type?: string } | undefined> {
  // Nobody is kept from sending a list because Drive is away: the publisher looks again.
  const file = await files.fileType(fileId).catch(() => 'unknown' as const);
  if (file === 'unknown') return undefined;
  if (!file) return { why: 'access' };
  if (!photoTypes.includes(file.mimeType)) return { why: 'type', type: file.mimeType };
  return file.bytes > mostPhotoBytes ? { why: 'size' } : undefined;
}
