/** What a finished demo leaves behind, read with the real adapters and without what may differ: times and generations. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import type { Snapshot, Submission } from '../../functions/domain/submission.ts';
import { isStories, type ListingPointer, manifestName, type Part } from '../../functions/listing/manifest.ts';
import { rowsIn, type StoriesDocument } from '../../functions/listing/stories.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readAllGroups, readStanding } from '../../functions/publishing/standing.ts';
import { type OutboxMail, paths } from '../../functions/records.ts';
import { createPeople, type People, type WorkbookInfo } from '../../infra/local/demo/people.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import { startWorkspace } from '../../infra/local/workspace/server.ts';

export interface FinalState {
  dossiers: string[];
  submissions: string[];
  publicRows: string[];
  /** "unit | title of the tab | cells of a line": what people typed, what the machine shows beside it, review lines. */
  lines: string[];
  /** "to | subject", one for each mail that arrived. */
  mails: string[];
  /** "to | kind | subject | state" of each mail owed. */
  outbox: string[];
  /** Work that nobody did, pages that nobody reads, mails that came twice: empty. */
  leftovers: string[];
}

export async function readFinalState(folder: string): Promise<FinalState> {
  const file = join(folder, 'firestore.db');
  const store = createSqliteStore(file);
  const workspace = await startWorkspace({
    port: 0,
    dataFile: join(folder, 'workspace.db'),
    robot,
    audiences: ['test'],
  });
  try {
    const people = createPeople({ workspace: workspace.url, functions: '', listing: '' });
    const pointer = (await store.read<ListingPointer>(paths.pointer))?.data;
    return {
      dossiers: (await readDossiers(store)).map(toLine),
      submissions: (await readSubmissions(store)).map(toLine),
      publicRows: (await readPublicRows(store, pointer)).map(toLine).map(withoutTimes),
      lines: (await readLines(people)).sort(),
      mails: (await people.mailbox()).map(({ to, subject }) => withoutIds(`${to} | ${subject}`)).sort(),
      outbox: await readOutbox(store),
      leftovers: [
        ...(await readMarks(store)),
        ...(await readUnseenPhotos(store, await readPublicRows(store, pointer))),
        ...unnamedPages(file, await namedParts(store, pointer)),
        ...(await readTwice(people)),
      ],
    };
  } finally {
    await workspace.close();
    store.close();
  }
}

/** What one state has and the other has not, line by line and cut short: whole states fill screens. */
export function differences(before: FinalState, after: FinalState): string[] {
  return (Object.keys(before) as (keyof FinalState)[]).flatMap((part) => [
    ...without(before[part], after[part]).map((line) => `- ${part}: ${line}`),
    ...without(after[part], before[part]).map((line) => `+ ${part}: ${line}`),
  ]);
}

/** As often as a line stands in `lines` more than in `others`. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = Map.groupBy(others, (line) => line);
  return lines.filter((line) => left.get(line)?.pop() === undefined).map((line) => line.slice(0, 300));
}

/** Drive gives ids as it likes, and codes of requests are keyed with a secret of each trial. */
const withoutIds = (line: string): string =>
  line.replaceAll(/\/file\/d\/[\w-]+/g, '/file/d/…').replaceAll(/DN-[0-9A-F]{10}/g, 'DN-…');

/** Whoever publishes later than the killed one says so to the second. */
const withoutTimes = (line: string): string => line.replace(/("changedOn":"[\d-]{10})T[^"]*/, '$1');

const toLine = (value: object): string => withoutIds(JSON.stringify(value));

async function readDossiers(store: DocumentStore): Promise<object[]> {
  return (await store.list<Dossier>('dossiers')).map(({ data }) => ({
    id: data.id,
    status: data.status,
    at: data.at,
    round: data.round,
    kind: data.row.kind,
    values: data.row.values,
    approvals: data.approvals,
    public: data.public,
    isWithdrawn: data.withdrawn !== null,
    history: data.history.map(({ action, unitId, round, by }) => `${action} ${unitId} ${round} ${by}`),
  }));
}

async function readSubmissions(store: DocumentStore): Promise<object[]> {
  const submissions = (await store.list<Submission>('submissions')).map(({ data }) => data);
  return Promise.all(
    submissions.map(async ({ unitId, state, versions }) => ({
      unitId,
      state,
      versions: await Promise.all(
        versions.map(async ({ snapshotId, late, rows, signedBy }) => {
          const snapshot = await store.read<Snapshot>(paths.snapshot(snapshotId));
          return {
            late,
            rows,
            signedBy,
            own: snapshot?.data.rows.map(({ id, values }) => ({ id, values })),
            promoted: snapshot?.data.promoted,
            paper: snapshot?.data.attachment?.documentNumber,
          };
        }),
      ),
    })),
  );
}

async function readPublicRows(
  store: DocumentStore,
  pointer: ListingPointer | undefined,
): Promise<PublicRow[]> {
  const stories = (await namedParts(store, pointer)).filter(({ name }) => isStories(name));
  const found = await store.readMany<StoriesDocument>(
    stories.map(({ generation, name }) => paths.part(generation, name)),
  );
  return found.flatMap((part) => (part ? rowsIn(part.data) : []));
}

async function namedParts(store: DocumentStore, pointer: ListingPointer | undefined): Promise<Part[]> {
  if (!pointer) return [];
  const standing = await readStanding(store);
  const own: Part = { name: manifestName, generation: pointer.generation, hash: '' };
  const groups = await readAllGroups(store, standing);
  return [own, ...standing.parts.values(), ...groups.values()];
}

async function readOutbox(store: DocumentStore): Promise<string[]> {
  const mails = (await store.list<OutboxMail>('outbox')).map(({ data }) => data);
  return mails
    .map(({ to, kind, subject, state }) => withoutIds(`${to} | ${kind} | ${subject} | ${state}`))
    .sort();
}

async function readLines(people: People): Promise<string[]> {
  const books = await people.workbooks();
  return (await Promise.all(books.map((book) => readBook(people, book)))).flat();
}

/** Lines as a set: in which order the machine added them to a review tab says nothing. */
async function readBook(people: People, { unit, spreadsheetId, tabs }: WorkbookInfo): Promise<string[]> {
  const shown = tabs.filter(({ kind }) => kind === 'unit' || kind === 'review');
  const read = await Promise.all(
    shown.map(async ({ title }) => {
      const range = `'${title.replaceAll("'", "''")}'!A3:AZ`;
      const lines = await people.read(robot, spreadsheetId, range);
      return lines.filter(isTyped).map((cells) => withoutIds([unit, title, ...cells].join(' | ')));
    }),
  );
  return read.flat();
}

/** More than the id that every line was born with and the formulas beside it. */
const isTyped = (cells: readonly CellValue[]): boolean => cells.slice(3).some((cell) => cell !== '');

async function readMarks(store: DocumentStore): Promise<string[]> {
  return (await store.list('marks')).map(({ path }) => `work still owed: ${path}`);
}

async function readUnseenPhotos(store: DocumentStore, rows: readonly PublicRow[]): Promise<string[]> {
  const shown = new Set(rows.flatMap(({ photo }) => (photo ? [paths.photo(photo.id)] : [])));
  const stored = (await store.list('photos')).map(({ path }) => path);
  return [
    ...stored.filter((path) => !shown.has(path)).map((path) => `a photo that nobody sees: ${path}`),
    ...[...shown].filter((path) => !stored.includes(path)).map((path) => `a photo is missing: ${path}`),
  ];
}

/** The port cannot list collections, so the file is asked. */
function unnamedPages(file: string, parts: readonly Part[]): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("SELECT collection, id FROM documents WHERE collection LIKE 'pages/%'").all();
  database.close();
  const named = new Set(parts.map(({ generation, name }) => paths.part(generation, name)));
  return rows
    .map(({ collection, id }) => `${collection}/${id}`)
    .filter((path) => !named.has(path))
    .map((path) => `a page that nobody reads: ${path}`);
}

async function readTwice(people: People): Promise<string[]> {
  const keys = (await people.mailbox()).map(
    ({ text, to }) => `${to} ${/Mã thư: ([\w-]+)/.exec(text)?.[1] ?? 'without a key'}`,
  );
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `mail twice: ${key}`);
}
