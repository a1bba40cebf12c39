/** The reading half of the document store by plain REST: no SDK to load, so that a fresh process soon has its first page. */
import type { DocumentData, DocumentStore, ListQuery, StoredDocument } from '../ports.ts';
import { checkDocumentPath, checkQuery } from './document-limits.ts';
import { answerFailure, networkFailure, ServiceFailure } from './failures.ts';
import { type RestDocument, toFieldPath, toRestValue, toStored } from './firestore-value.ts';
import type { Limiter } from './limiter.ts';
import type { AccessTokens } from './metadata-token.ts';
import { type PlainAnswer, type Send, send } from './plain-http.ts';
import { createLimited, type RetryOptions } from './retry.ts';

export type DocumentReader = Pick<DocumentStore, 'read' | 'readMany' | 'list'>;

export interface FirestoreReaderConfig {
  projectId: string;
  /** "127.0.0.1:8085"; absent in the cloud. */
  emulatorHost?: string | undefined;
  tokens: AccessTokens;
  retry?: Partial<RetryOptions>;
  send?: Send;
}

const pageSize = 300;
/** A megabyte over a slow line. */
const timeoutMs = 10_000;

/** Somebody waits for the page: three tries more within about two seconds, then it is told. */
const patience: Partial<RetryOptions> = { retries: 3, baseMs: 200, maxMs: 1_000, maxRetryAfterMs: 2_000 };

/** Firestore has no quota by the minute. */
const unlimited: Limiter = { run: (_place, work) => work() };

/** The emulator takes whoever says so for its owner. */
const emulatorTokens: AccessTokens = { token: async () => 'owner', forget: () => undefined };

/** One of a streamed answer. */
interface Part {
  found?: RestDocument;
  document?: RestDocument;
  error?: unknown;
}

export function createFirestoreReader(config: FirestoreReaderConfig): DocumentReader {
  const { projectId, emulatorHost } = config;
  const tokens = emulatorHost === undefined ? config.tokens : emulatorTokens;
  const root = emulatorHost === undefined ? 'https://firestore.googleapis.com' : `http://${emulatorHost}`;
  const database = `projects/${projectId}/databases/(default)`;
  const documents = `${database}/documents`;
  const limited = createLimited({
    limiter: unlimited,
    identity: projectId,
    priority: 'submit',
    retry: { ...patience, ...config.retry },
  });

  async function attempt(method: string, address: string, body: object): Promise<Part[]> {
    const source = { service: 'firestore', method };
    const token = await tokens.token();
    const { status, headers, text } = await (config.send ?? send)(address, {
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      timeoutMs,
    }).catch((error: unknown): PlainAnswer => {
      throw networkFailure(source, error);
    });
    if (status === 401) {
      tokens.forget();
      throw new ServiceFailure({ ...source, fate: 'unsent', status });
    }
    const parts = toParts(text);
    const failed = parts?.find(({ error }) => error !== undefined);
    const ok = status === 200;
    if (ok && parts && !failed) return parts;
    // An answer that broke off, or failed on its way, is worth another try.
    throw answerFailure(source, { status: ok ? 503 : status, headers, data: failed });
  }

  /** Doing a read twice changes nothing. */
  const call = (method: string, address: string, body: object): Promise<Part[]> =>
    limited({ service: 'firestore', method, kind: 'read', ambiguous: 'repeat' }, async () => ({
      data: await attempt(method, address, body),
    }));

  const toOurs = <T>(document: RestDocument): StoredDocument<T> =>
    toStored<T>(document.name.slice(documents.length + 1), document);

  async function readMany<T>(paths: readonly string[]): Promise<(StoredDocument<T> | undefined)[]> {
    for (const path of paths) checkDocumentPath(path);
    const found = new Map<string, StoredDocument<T>>();
    for (let start = 0; start < paths.length; start += pageSize) {
      const names = paths.slice(start, start + pageSize).map((path) => `${documents}/${path}`);
      for (const part of await call('documents.batchGet', `${root}/v1/${documents}:batchGet`, {
        documents: names,
      }))
        if (part.found) {
          const stored = toOurs<T>(part.found);
          found.set(stored.path, stored);
        }
    }
    return paths.map((path) => found.get(path));
  }

  async function pageOf<T>(
    collection: string,
    query: ListQuery,
    limit: number,
  ): Promise<StoredDocument<T>[]> {
    const { parent, collectionId } = splitCollection(collection);
    const { where = {}, after = '' } = query;
    const filters = Object.entries(where).map(([name, value]) => ({
      fieldFilter: { field: { fieldPath: toFieldPath(name) }, op: 'EQUAL', value: toRestValue(value) },
    }));
    const structuredQuery = {
      from: [{ collectionId }],
      orderBy: [{ field: { fieldPath: '__name__' }, direction: 'ASCENDING' }],
      limit,
      ...(filters.length > 0 ? { where: { compositeFilter: { op: 'AND', filters } } } : {}),
      ...(after === ''
        ? {}
        : {
            startAt: { values: [{ referenceValue: `${documents}/${collection}/${after}` }], before: false },
          }),
    };
    const inside = parent.map((segment) => `/${encodeURIComponent(segment)}`).join('');
    const parts = await call('documents.runQuery', `${root}/v1/${documents}${inside}:runQuery`, {
      structuredQuery,
    });
    return parts.flatMap(({ document }) => (document ? [toOurs<T>(document)] : []));
  }

  return {
    async read<T = DocumentData>(path: string) {
      return (await readMany<T>([path]))[0];
    },
    readMany,
    async list<T = DocumentData>(collection: string, query: ListQuery = {}) {
      checkQuery(collection, query);
      const limit = query.limit ?? Number.POSITIVE_INFINITY;
      const found: StoredDocument<T>[] = [];
      let { after = '' } = query;
      while (found.length < limit) {
        const size = Math.min(pageSize, limit - found.length);
        const page = await pageOf<T>(collection, { ...query, after }, size);
        found.push(...page);
        if (page.length < size) break;
        after = page.at(-1)?.path.split('/').at(-1) ?? '';
      }
      return found;
    },
  };
}

function splitCollection(collection: string): { parent: string[]; collectionId: string } {
  const segments = collection.split('/');
  return { parent: segments.slice(0, -1), collectionId: segments.at(-1) ?? '' };
}

/** A stream is a list, a refusal is a list of one or stands alone; anything else has no parts. */
function toParts(text: string): Part[] | undefined {
  try {
    const answer = JSON.parse(text) as unknown;
    if (typeof answer !== 'object' || answer === null) return undefined;
    return Array.isArray(answer) ? (answer as Part[]) : [answer as Part];
  } catch {
    return undefined;
  }
}
