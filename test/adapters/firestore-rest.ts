/**
 * The reading methods of Firestore's REST interface over any document store: what the emulator answers, without Java.
 * `firestore-reader.test.ts` compares the two, answer by answer, on machines that have the emulator.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { RestDocument, RestValue } from '../../functions/adapters/firestore-value.ts';
import type { DocumentStore, StoredDocument } from '../../functions/ports.ts';
import { listen } from '../../infra/local/runtime/listen.ts';

export interface RestCall {
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
  status: number;
  answer: unknown;
}

export interface FirestoreRest {
  /** "127.0.0.1:1234", as FIRESTORE_EMULATOR_HOST wants it. */
  host: string;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
}

type ReadStore = Pick<DocumentStore, 'readMany' | 'list'>;

export async function startFirestoreRest(
  store: ReadStore,
  observe: (call: RestCall) => void = () => undefined,
): Promise<FirestoreRest> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = (request.url ?? '').split('?')[0] ?? '';
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as unknown;
    const { status, body: answer } = await answerTo(store, path, body);
    observe({ path, headers: request.headers, body, status, answer });
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
    response.end(JSON.stringify(answer));
  });
  const { url, close } = await listen(server, 0, 'FIRESTORE_PORT');
  return { host: url.slice('http://'.length), close };
}

const refused = (message: string): Answer => ({
  status: 400,
  body: [{ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }],
});

const methodPath = /^\/v1\/(projects\/[^/]+\/databases\/\(default\)\/documents)((?:\/[^/:]+)*):(\w+)$/;

async function answerTo(store: ReadStore, path: string, body: unknown): Promise<Answer> {
  const [, documents = '', inside = '', method = ''] = methodPath.exec(path) ?? [];
  const readTime = new Date().toISOString();
  const toRest = ({ path, data, version }: StoredDocument): RestDocument & { createTime: string } => {
    const time = toTime(version);
    const name = `${documents}/${path}`;
    return { name, ...toMap(data), createTime: time, updateTime: time };
  };
  if (method === 'batchGet' && inside === '') {
    const names = (body as { documents: string[] }).documents;
    const found = await store.readMany(names.map((name) => name.slice(documents.length + 1)));
    const parts = found.map((stored, index) =>
      stored ? { found: toRest(stored), readTime } : { missing: names[index], readTime },
    );
    return { status: 200, body: parts };
  }
  if (method === 'runQuery') {
    const parent = inside.split('/').slice(1).map(decodeURIComponent);
    const query = parseQuery(
      documents,
      parent,
      (body as { structuredQuery: StructuredQuery }).structuredQuery,
    );
    if (typeof query === 'string') return refused(query);
    const found = await store.list(query.collection, query);
    const parts = found.map((stored) => ({ document: toRest(stored), readTime }));
    // The last part says so, and where nothing was found it stands alone.
    const last = { ...parts.pop(), readTime, done: true };
    return { status: 200, body: [...parts, last] };
  }
  return { status: 404, body: { error: { code: 404, message: `No ${path}`, status: 'NOT_FOUND' } } };
}

interface StructuredQuery {
  from: { collectionId: string }[];
  where?: {
    compositeFilter: {
      op: string;
      filters: { fieldFilter: { field: Field; op: string; value: RestValue } }[];
    };
  };
  orderBy: { field: Field; direction: string }[];
  startAt?: { values: { referenceValue: string }[]; before: boolean };
  limit: number;
}

interface Field {
  fieldPath: string;
}

/** Only what the port can ask for; anything else is told in words, so that a changed reader is noticed. */
function parseQuery(documents: string, parent: string[], query: StructuredQuery) {
  const { from, where, orderBy, startAt, limit } = query;
  const collection = [...parent, from[0]?.collectionId ?? ''].join('/');
  if (from.length !== 1) return 'one collection';
  if (orderBy.length !== 1 || orderBy[0]?.field.fieldPath !== '__name__') return 'ordered by __name__';
  if (orderBy[0].direction !== 'ASCENDING' || startAt?.before === true) return 'forwards';
  if (where && where.compositeFilter.op !== 'AND') return 'all conditions';
  const conditions: [string, string | number | boolean][] = [];
  for (const { fieldFilter } of where?.compositeFilter.filters ?? []) {
    const name = /^`((?:[^`\\]|\\.)*)`$/s.exec(fieldFilter.field.fieldPath)?.[1];
    if (fieldFilter.op !== 'EQUAL' || name === undefined) return `a field in backticks and equality`;
    conditions.push([name.replace(/\\(.)/gs, '$1'), toScalar(fieldFilter.value)]);
  }
  const reference = startAt?.values[0]?.referenceValue ?? '';
  const prefix = `${documents}/${collection}/`;
  if (reference !== '' && !reference.startsWith(prefix)) return `a reference under ${prefix}`;
  return {
    collection,
    limit,
    where: Object.fromEntries(conditions),
    after: reference.slice(prefix.length),
  };
}

function toScalar({ stringValue, booleanValue, integerValue, doubleValue }: RestValue) {
  return stringValue ?? booleanValue ?? Number(integerValue ?? doubleValue);
}

/** What is empty is left out. */
function toMap(data: object): { fields?: Record<string, RestValue> } {
  const fields = Object.entries(data).map(([name, value]) => [name, toValue(value)] as const);
  return fields.length > 0 ? { fields: Object.fromEntries(fields) } : {};
}

function toValue(value: unknown): RestValue {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: value.length > 0 ? { values: value.map(toValue) } : {} };
  return { mapValue: toMap(value as object) };
}

/** The embedded store counts; Firestore tells the time. A microsecond a version, as fine as Google's times are. */
const toTime = (version: string): string => {
  const micros = version.padStart(7, '0');
  return `1970-01-01T00:00:${micros.slice(0, -6).padStart(2, '0')}.${micros.slice(-6)}Z`;
};

/** What the reader makes of a version of the embedded store. */
export const toReadVersion = (version: string): string => {
  const micros = version.padStart(7, '0');
  return `${Number(micros.slice(0, -6))}.${micros.slice(-6)}000`;
};

/** And back, so that what was read can guard a write. */
export const toStoreVersion = (version: string): string =>
  version.replace(/^(\d+)\.(\d{6})000$/, (_, seconds: string, micros: string) =>
    String(Number(seconds) * 1_000_000 + Number(micros)),
  );
