/** Asks the server; what it refuses comes as an error whose message is for the person. */
import type { GridBook } from '../../workspace/sheets/grid-view.ts';
import type { DeskAnswer } from '../desks.ts';
import type { PersonAtWorkbook } from '../people.ts';

export class Refused extends Error {}

async function ask<T>(path: string, body?: object): Promise<T> {
  const sent: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, sent).catch(() => {
    throw new Refused('Máy chủ không trả lời. Nội dung trên màn hình có thể chưa được lưu.');
  });
  const answer = (await response.json()) as T & { error?: { message?: string } };
  if (!response.ok) throw new Refused(answer.error?.message ?? `Máy chủ trả lời ${response.status}.`);
  return answer;
}

export const readPeople = (id: string): Promise<PersonAtWorkbook[]> => ask(`/grid/books/${id}/people`);

export const readBook = (id: string, email: string, sheetId?: number): Promise<GridBook> =>
  ask(`/grid/books/${id}?as=${encodeURIComponent(email)}${sheetId === undefined ? '' : `&tab=${sheetId}`}`);

export const openDesk = (
  spreadsheetId: string,
  email: string,
  sheetId: number,
): Promise<DeskAnswer & { desk: string }> => ask('/grid/desks', { spreadsheetId, email, sheetId });

export const act = (
  desk: string,
  kind: 'edit' | 'click' | 'call' | 'lines',
  body: object,
): Promise<DeskAnswer> => ask(`/grid/desks/${desk}/${kind}`, body);
