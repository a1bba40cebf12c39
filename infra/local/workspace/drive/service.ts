/** Drive v3 as far as the product uses it: files, permissions, changes and about, in one service for the server. */
import { createHash, randomBytes } from 'node:crypto';
import { ApiError, type ApiRequest, type ApiService, type WorkspaceStorage } from '../api.ts';
import { createRouter, noContent, ok } from '../router.ts';
import { parseMask, pick } from '../sheets/fields.ts';
import type { Spreadsheets } from '../spreadsheets.ts';
import { type DriveFile, isSame, rootOf } from './files.ts';
import { createPermissionRoutes } from './permissions.ts';
import { parseQuery } from './query.ts';
import {
  defaultFields,
  documentType,
  spreadsheetType,
  toChangeView,
  toFileView,
  toUser,
  type ViewOptions,
} from './views.ts';

/** "files.export … exported content is limited to 10 MB." */
const mostExported = 10 * 1024 * 1024;

export interface DriveOptions extends ViewOptions {
  storage: WorkspaceStorage;
  /** Drive makes and renames spreadsheets too; their grids belong to the Sheets service. */
  spreadsheets: Spreadsheets;
}

export function createDriveService(options: DriveOptions): ApiService {
  const { files, storage } = options;
  const contents = storage.table<{ contentType: string; base64: string }>('driveContents');

  const answer = (request: ApiRequest, value: unknown, fallback: string) =>
    ok(pick(value, parseMask(request.query.get('fields') ?? fallback)));
  const answerFile = (request: ApiRequest, id: string) =>
    answer(
      request,
      toFileView(options, files.require(id, request.email, 'reader'), request.email),
      defaultFields.file,
    );

  function saveContent(request: ApiRequest, file: DriveFile): DriveFile {
    if (!request.path.startsWith('/upload/')) return file;
    contents.put(file.id, {
      contentType: request.contentType,
      base64: Buffer.from(request.raw).toString('base64'),
    });
    const size = request.raw.length;
    // Text that is uploaded as a document becomes one: its content can only be exported.
    if (file.mimeType === documentType) return { ...file, size };
    return { ...file, size, md5: createHash('md5').update(request.raw).digest('hex') };
  }

  function create(request: ApiRequest) {
    const given = toMetadata(request.body);
    const parents = given.parents?.map((id) => (id === 'root' ? rootOf(request.email) : id)) ?? [
      rootOf(request.email),
    ];
    for (const id of parents) if (id !== rootOf(request.email)) files.require(id, request.email, 'writer');
    const id = makeFile(request, given);
    const file = files.require(id, request.email, 'writer');
    files.save(saveContent(request, applyMetadata({ ...file, parents }, given)), request.email);
    return answerFile(request, id);
  }

  function makeFile(request: ApiRequest, given: Metadata): string {
    const name = given.name ?? 'Untitled';
    if (given.mimeType === spreadsheetType) return options.spreadsheets.create(name, request.email);
    const mimeType = given.mimeType ?? (request.contentType.split(';')[0] || 'application/octet-stream');
    return files.create(
      { id: given.id ?? randomBytes(24).toString('base64url'), name, mimeType },
      request.email,
    ).id;
  }

  function update(request: ApiRequest, id: string) {
    const given = toMetadata(request.body);
    const before = files.require(id, request.email, 'writer');
    if (before.mimeType === spreadsheetType && given.name !== undefined && given.name !== before.name)
      options.spreadsheets.rename(id, given.name, request.email);
    const file = files.require(id, request.email, 'writer');
    const split = (name: string) => (request.query.get(name) ?? '').split(',').filter((one) => one !== '');
    for (const parent of split('addParents'))
      if (files.isWithin(files.require(parent, request.email, 'writer'), id))
        throw new ApiError(403, 'A folder cannot be moved into itself or below itself.');
    const kept = file.parents.filter((parent) => !split('removeParents').includes(parent));
    const parents = [...new Set([...kept, ...split('addParents')])];
    files.save(saveContent(request, applyMetadata({ ...file, parents }, given)), request.email);
    return answerFile(request, id);
  }

  function list(request: ApiRequest) {
    const { query, email } = request;
    const q = (query.get('q') ?? '').replaceAll(/'(root|me)'(?=\s+in\s)/g, (_, word) =>
      word === 'root' ? `'${rootOf(email)}'` : `'${email}'`,
    );
    const test = q.trim() === '' ? () => true : parseQuery(q);
    const found = files.all().filter((file) => files.isNamed(file, email) && test(file));
    sortFiles(found, query.get('orderBy') ?? 'modifiedTime desc');
    const { from, size } = readPage(query, 100);
    const rest = found.length > from + size ? { nextPageToken: toPageToken(from + size) } : {};
    const page = found.slice(from, from + size).map((file) => toFileView(options, file, email));
    return answer(
      request,
      { kind: 'drive#fileList', incompleteSearch: false, ...rest, files: page },
      defaultFields.files,
    );
  }

  function get(request: ApiRequest, id: string) {
    if (request.query.get('alt') !== 'media') return answerFile(request, id);
    const file = files.require(id, request.email, 'reader');
    const content = file.mimeType === documentType ? undefined : contents.get(id);
    if (!content)
      throw new ApiError(
        403,
        'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
        'fileNotDownloadable',
      );
    return { status: 200, body: Buffer.from(content.base64, 'base64'), contentType: content.contentType };
  }

  /** A document as plain text: with a byte order mark and Windows' line ends, as Google writes it. */
  function exportFile(request: ApiRequest, id: string) {
    const file = files.require(id, request.email, 'reader');
    const mimeType = request.query.get('mimeType') ?? '';
    if (file.mimeType !== documentType)
      throw new ApiError(403, 'Export only supports Docs Editors files.', 'fileNotExportable');
    if (mimeType !== 'text/plain')
      throw new ApiError(400, 'The requested conversion is not supported.', 'badRequest');
    const text = Buffer.from(contents.get(id)?.base64 ?? '', 'base64').toString();
    const body = Buffer.from(`\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`);
    if (body.length > mostExported)
      throw new ApiError(403, 'This file is too large to be exported.', 'exportSizeLimitExceeded');
    return { status: 200, body, contentType: 'text/plain' };
  }

  function listChanges(request: ApiRequest) {
    const { query, email } = request;
    const isShown: Parameters<typeof files.changes.page>[2] = (change) => {
      const file = files.find(change.fileId);
      if (file && files.isNamed(file, email)) return true;
      const formerly = file ? file.formerly : change.formerly;
      return query.get('includeRemoved') !== 'false' && formerly.some((one) => isSame(one, email));
    };
    const size = Math.min(1000, Math.max(1, Number(query.get('pageSize') ?? 100)));
    const page = files.changes.page(query.get('pageToken') ?? '', size, isShown);
    const tokens = page.next ? { nextPageToken: page.next } : { newStartPageToken: page.newStart };
    const changes = page.changes.map((change) => toChangeView(options, change, email));
    return answer(request, { kind: 'drive#changeList', ...tokens, changes }, defaultFields.changes);
  }

  return createRouter({
    'GET /drive/v3/about': (request) => {
      if (!request.query.get('fields'))
        throw new ApiError(400, "The 'fields' parameter is required for this method.");
      return answer(request, { kind: 'drive#about', user: toUser(request.email, request.email) }, '*');
    },
    'GET /drive/v3/changes/startPageToken': (request) =>
      answer(request, { kind: 'drive#startPageToken', startPageToken: files.changes.startToken() }, '*'),
    'GET /drive/v3/changes': listChanges,
    'POST /drive/v3/files': create,
    'POST /upload/drive/v3/files': create,
    'GET /drive/v3/files': list,
    'GET /drive/v3/files/{id}': get,
    'GET /drive/v3/files/{id}/export': exportFile,
    'PATCH /drive/v3/files/{id}': update,
    'PATCH /upload/drive/v3/files/{id}': update,
    'DELETE /drive/v3/files/{id}': (request, id) => {
      files.remove(files.require(id, request.email, 'owner'));
      return noContent;
    },
    ...createPermissionRoutes(files),
  });
}

interface Metadata {
  id?: string;
  name?: string;
  mimeType?: string;
  description?: string;
  trashed?: boolean;
  parents?: string[];
  properties?: Record<string, string | null>;
  appProperties?: Record<string, string | null>;
}

function toMetadata(body: unknown): Metadata {
  return typeof body === 'object' && body !== null ? body : {};
}

function applyMetadata(file: DriveFile, given: Metadata): DriveFile {
  return {
    ...file,
    ...(given.name === undefined ? {} : { name: given.name }),
    ...(given.description === undefined ? {} : { description: given.description }),
    ...(given.trashed === undefined ? {} : { trashed: given.trashed }),
    properties: mergeProperties(file.properties, given.properties),
    appProperties: mergeProperties(file.appProperties, given.appProperties),
  };
}

/** null takes a property away; others stay. Google allows 124 bytes for key and value together. */
function mergeProperties(
  kept: Record<string, string>,
  given: Record<string, string | null> = {},
): Record<string, string> {
  const merged = { ...kept };
  for (const [key, value] of Object.entries(given)) {
    if (value === null) delete merged[key];
    else if (Buffer.byteLength(key) + Buffer.byteLength(value) > 124)
      throw new ApiError(400, 'The value of a property is too long.');
    else merged[key] = value;
  }
  return merged;
}

function sortFiles(found: DriveFile[], orderBy: string): void {
  const keys = orderBy.split(',').map((part) => part.trim().split(/\s+/));
  found.sort((one, other) => {
    for (const [key = '', direction] of keys) {
      const order = toSortKey(one, key).localeCompare(toSortKey(other, key), 'vi', {
        numeric: key === 'name_natural',
      });
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return one.id < other.id ? -1 : 1;
  });
}

function toSortKey(file: DriveFile, key: string): string {
  if (key === 'name' || key === 'name_natural') return file.name;
  if (key === 'createdTime') return file.createdTime;
  if (key === 'modifiedTime' || key === 'recency') return file.modifiedTime;
  throw new ApiError(400, `Invalid Value: orderBy ${key}`);
}

function readPage(query: URLSearchParams, usual: number): { from: number; size: number } {
  const token = query.get('pageToken');
  const from = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString().replace('from ', ''));
  if (!Number.isSafeInteger(from)) throw new ApiError(400, `Invalid Value: pageToken ${token}`);
  return { from, size: Math.min(1000, Math.max(1, Number(query.get('pageSize') ?? usual))) };
}

function toPageToken(from: number): string {
  return Buffer.from(`from ${from}`).toString('base64url');
}
