/** One API call as the methods see it: query and body read the way Google reads them, and what every method needs at hand. */
import { ApiError, type ApiRequest, type WorkspaceContext } from '../api.ts';
import { type Actor, type Draft, openDraft } from './draft.ts';
import type { Spreadsheet } from './model.ts';
import type { RenderOptions } from './render.ts';
import type { SheetStore } from './store.ts';

export interface Call {
  request: ApiRequest;
  context: WorkspaceContext;
  store: SheetStore;
  /** Of the spreadsheet in the path. */
  id: string;
}

export function actorOf({ request, context }: Call): Actor {
  return { email: request.email, now: context.now(), random: Math.random };
}

export function readBook({ request, context, store, id }: Call): Spreadsheet {
  context.requireAccess(id, request.email, 'reader');
  return store.load(id);
}

/** Everything or nothing: only when `work` ends well is the draft kept. */
export function changeBook<R>(
  call: Call,
  work: (draft: Draft) => R,
  id: string = call.id,
): { result: R; book: Spreadsheet } {
  call.context.requireAccess(id, call.request.email, 'writer');
  const draft = openDraft(call.store.load(id), actorOf(call));
  const result = work(draft);
  return { result, book: call.store.save(draft) };
}

export function bodyOf<T>({ request }: Call): T {
  const { body } = request;
  if (body === undefined || body === null) return {} as T;
  if (typeof body !== 'object' || Array.isArray(body))
    throw new ApiError(400, 'Invalid JSON payload received.');
  return (hasNullMember(body) ? withoutNulls(body) : body) as T;
}

/** To Google a member that is null is one left out; a null in a list of values stays, it means "leave this cell". */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}

function hasNullMember(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasNullMember);
  return Object.values(value).some((member) => member === null || hasNullMember(member));
}

export function listOf<T>(value: T[] | undefined, name: string): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new ApiError(400, `Invalid value at '${name}': must be a list.`);
  return value;
}

export function flag(query: URLSearchParams, name: string): boolean {
  return query.get(name) === 'true';
}

/** Options from the query or the body, where writes name them with a prefix. */
export function renderOptions(
  get: (name: string) => string | null | undefined,
  prefix: '' | 'response' = '',
): RenderOptions {
  const name = (rest: string) => (prefix ? `response${rest[0]?.toUpperCase()}${rest.slice(1)}` : rest);
  return {
    value: oneOf(name('valueRenderOption'), get, ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']),
    date: oneOf(name('dateTimeRenderOption'), get, ['SERIAL_NUMBER', 'FORMATTED_STRING']),
    columns: oneOf('majorDimension', get, ['ROWS', 'COLUMNS']) === 'COLUMNS',
  };
}

/** The first is the default. */
function oneOf<T extends string>(
  name: string,
  get: (name: string) => string | null | undefined,
  allowed: [T, ...T[]],
): T {
  const value = get(name);
  if (!value || value === 'DIMENSION_UNSPECIFIED') return allowed[0];
  const known = allowed.find((each) => each === value);
  if (!known) throw new ApiError(400, `Invalid value at '${snake(name)}': "${value}"`);
  return known;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
