/** What the parts of the workspace share: a request as a service sees it, the answer, and errors as Google words them. */
import type { ServerResponse } from 'node:http';

export interface ApiRequest {
  method: string;
  /** Without host and query; slashes folded, trailing slash and slash before ':' removed. */
  path: string;
  query: URLSearchParams;
  /** Parsed JSON body; undefined when there was none. */
  body: unknown;
  /** Raw body bytes, for uploads. */
  raw: Uint8Array;
  contentType: string;
  /** E-mail behind the bearer token. */
  email: string;
}

export interface ApiResponse {
  status: number;
  /** JSON when an object; sent as it is when bytes or text. */
  body: unknown;
  contentType?: string;
  /** Beside the usual ones, or instead of them. */
  headers?: Record<string, string>;
  /** Writes the body itself, for as long as it likes. */
  stream?: (response: ServerResponse) => void;
}

/** undefined: this service has no such path. */
export type ApiService = (request: ApiRequest) => ApiResponse | undefined;

/** Google's error status words by HTTP code. */
const statusWords: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** Thrown inside a service; the server answers it in Google's error shape. */
export class ApiError extends Error {
  readonly status: number;
  /** Google's word for it, where clients decide by it. */
  readonly reason: string | undefined;
  constructor(status: number, message: string, reason?: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
  toBody(): { error: { code: number; message: string; status: string; errors?: object[] } } {
    const { status: code, message, reason } = this;
    const errors = reason === undefined ? {} : { errors: [{ domain: 'global', reason, message }] };
    return { error: { code, message, status: statusWords[code] ?? 'UNKNOWN', ...errors } };
  }
}

/** One table of JSON values by key; every write is on disk when the call returns. */
export interface Table<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  delete(key: string): void;
  keys(): string[];
  entries(): [string, T][];
}

/** Where the workspace keeps its state. Writes inside `transaction` land together or not at all. */
export interface WorkspaceStorage {
  table<T>(name: string): Table<T>;
  transaction<R>(work: () => R): R;
  /** How often writes were taken back: whoever keeps a copy in memory reads it again when this has changed. */
  undone(): number;
  close(): void;
}

/** What the services of one workspace share. */
export interface WorkspaceContext {
  storage: WorkspaceStorage;
  now(): Date;
  /** Service account that owns the workbooks. */
  robot: string;
  /** Called after a spreadsheet changed, with who changed it; feeds Drive's changes and the event stream. */
  fileChanged(fileId: string, by: string): void;
  /** Whether this person may read or write a file, by Drive permissions; throws ApiError 403/404. */
  requireAccess(fileId: string, email: string, role: 'reader' | 'writer'): void;
  /** Registers a file of a service outside Drive (a new spreadsheet). */
  createFile(file: { id: string; name: string; mimeType: string; owner: string }): void;
}
