/** Counting the words of a list's works: which rows, with how many calls to Drive, and what stands in the way of nobody. */
import { expect, it } from 'vitest';
import { driveLimits } from '../../functions/adapters/limiter.ts';
import { contestEntryForm, genres } from '../../functions/domain/forms/contest-entry.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Row } from '../../functions/domain/row.ts';
import { countEntryWords } from '../../functions/lists/entry-words.ts';
import type { Files, FileType } from '../../functions/ports.ts';
import { aDocx, docxType, textOf } from '../support/word-files.ts';

const documentType = 'application/vnd.google-apps.document';

interface Kept extends FileType {
  content: Uint8Array | string;
}

/** A small Drive that counts its calls, and how many are under way at once. */
function aDrive(kept: Record<string, Kept | 'down'>) {
  const calls: string[] = [];
  let running = 0;
  const drive = { calls, most: 0, files: {} as Files };
  const call = async <T>(name: string, id: string, answer: (file: Kept) => T): Promise<T | undefined> => {
    calls.push(`${name} ${id}`);
    running += 1;
    drive.most = Math.max(drive.most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    const file = kept[id];
    if (file === 'down') throw new Error('drive is down');
    return file && answer(file);
  };
  drive.files = {
    fileType: (id: string) => call('type', id, ({ mimeType, bytes }) => ({ mimeType, bytes })),
    exportText: (id: string) =>
      call('export', id, ({ content }) => (content === 'too-large' ? content : { text: String(content) })),
    readFile: (id: string, maxBytes: number, known?: FileType) => {
      if (!known) calls.push(`type ${id}`);
      if (known && known.bytes > maxBytes) return Promise.resolve('too-large' as const);
      return call('read', id, ({ mimeType, content }) => ({ mimeType, bytes: content as Uint8Array }));
    },
  } as unknown as Files;
  return drive;
}

const aDocument = (words: number): Kept => ({ mimeType: documentType, bytes: 1024, content: textOf(words) });

const aRow = (id: string, values: Row['values'] = {}): Row => ({
  id,
  line: 3,
  kind: 'entry',
  values: {
    genre: genres.article,
    wordCount: 1650,
    fileUrl: `https://docs.google.com/document/d/${id}/edit`,
    ...values,
  },
});

const count = (files: Files, rows: readonly Row[], decided: readonly Row[] = []) =>
  countEntryWords(files, contestEntryForm, rows, new Map(decided.map((row) => [row.id, row])));

it('keeps the count with the row and says nothing where the typed number is right', async () => {
  const { files, calls } = aDrive({ bai1: aDocument(1650) });
  const { rows, problems } = await count(files, [aRow('bai1')]);
  expect(rows).toEqual([{ ...aRow('bai1'), words: 1650 }]);
  expect(problems).toEqual([]);
  expect(calls).toEqual(['type bai1', 'export bai1']);
});

it('reads Word files and plain text, each in two calls', async () => {
  const docx = await aDocx(1700);
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${textOf(1640)}`, 'utf16le'));
  const { files, calls } = aDrive({
    word: { mimeType: docxType, bytes: docx.length, content: docx },
    text: { mimeType: 'text/plain', bytes: 10, content: new TextEncoder().encode(textOf(1645)) },
    notepad: { mimeType: 'text/plain', bytes: utf16.length, content: utf16 },
  });
  const { rows, problems } = await count(files, [aRow('word'), aRow('text'), aRow('notepad')]);
  expect(rows.map(({ words }) => words)).toEqual([1700, 1645, 1640]);
  expect(problems).toEqual([]);
  expect(calls.toSorted()).toEqual(
    ['notepad', 'text', 'word'].flatMap((id) => [`read ${id}`, `type ${id}`]).toSorted(),
  );
});

it('asks for nothing of spoken works, of works decided before, and of other forms', async () => {
  const { files, calls } = aDrive({});
  const spoken = aRow('phim', { genre: genres.video });
  const decided = { ...aRow('xong'), words: 1777 };
  const { rows, problems } = await count(files, [spoken, aRow('xong')], [decided]);
  expect(rows).toEqual([spoken, decided]);
  expect(problems).toEqual([]);
  const person: Row = { ...aRow('nguoi'), values: { photoUrl: 'https://drive.google.com/file/d/1AbC/view' } };
  expect(await countEntryWords(files, exemplarForm, [person], new Map())).toEqual({
    rows: [person],
    problems: [],
  });
  expect(calls).toEqual([]);
});

it.each([
  ['out of reach', undefined, { why: 'access' }, 1],
  [
    'a PDF',
    { mimeType: 'application/pdf', bytes: 9, content: '' },
    { why: 'type', type: 'application/pdf' },
    1,
  ],
  ['50 MB', { mimeType: docxType, bytes: 50_000_000, content: '' }, { why: 'size' }, 1],
  ['a document past what Drive exports', { ...aDocument(1), content: 'too-large' }, { why: 'size' }, 2],
  [
    'not what it says',
    { mimeType: docxType, bytes: 3, content: new Uint8Array([1, 2, 3]) },
    { why: 'broken' },
    2,
  ],
  ['without a word', { ...aDocument(1), content: ' – \r\n' }, { why: 'empty' }, 2],
])('warns of a file that is %s, at its link', async (_, kept, params, calls) => {
  const drive = aDrive(kept ? { 'bai-1': kept } : {});
  const { rows, problems } = await count(drive.files, [aRow('bai-1')]);
  expect(rows).toEqual([aRow('bai-1')]);
  const value = 'https://docs.google.com/document/d/bai-1/edit';
  expect(problems).toEqual([
    {
      code: 'entry-uncounted',
      severity: 'warning',
      line: 3,
      column: 'fileUrl',
      params: { value, ...params },
    },
  ]);
  expect(drive.calls).toHaveLength(calls);
});

it.each([
  ['another place', 'https://vidu.vn/bai.docx', 'place'],
  ['a folder', 'https://drive.google.com/drive/folders/1AbC', 'folder'],
  ['a published copy', 'https://docs.google.com/document/d/e/2PACX/pub', 'page'],
])('warns of a link to %s without asking anybody', async (_, fileUrl, why) => {
  const { files, calls } = aDrive({});
  const { problems } = await count(files, [aRow('bai-1', { fileUrl })]);
  expect(problems.map(({ params }) => params)).toEqual([{ value: fileUrl, why }]);
  expect(calls).toEqual([]);
});

it('a list of fifty works is a hundred calls, four at a time, told in the order of its lines', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `bai-${index + 1}`);
  const drive = aDrive(Object.fromEntries(ids.map((id, index) => [id, aDocument(2001 + index)])));
  const { rows, problems } = await count(
    drive.files,
    ids.map((id) => aRow(id)),
  );
  expect(drive.calls).toHaveLength(100);
  const { perMinute, reserve } = driveLimits.identity;
  expect(drive.calls.length).toBeLessThan(perMinute - reserve);
  expect(drive.most).toBe(4);
  expect(rows.map(({ words }) => words)).toEqual(ids.map((_, index) => 2001 + index));
  expect(problems.map(({ params }) => params.counted)).toEqual(ids.map((_, index) => 2001 + index));
});

it('says nothing while Drive is away, and does not ask again for every work', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `bai-${index + 1}`);
  const { files, calls } = aDrive(Object.fromEntries(ids.map((id) => [id, 'down' as const])));
  const { rows, problems } = await count(
    files,
    ids.map((id) => aRow(id)),
  );
  expect(rows).toEqual(ids.map((id) => aRow(id)));
  expect(problems).toEqual([]);
  expect(calls.length).toBeLessThanOrEqual(4);
});
