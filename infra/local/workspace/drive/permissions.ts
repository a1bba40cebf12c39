/** Sharing of a file: who is added, changed and taken away, by whom, and what Drive answers about it. */
import { ApiError, type ApiRequest, type ApiResponse } from '../api.ts';
import { noContent, ok, type Routes } from '../router.ts';
import { parseMask, pick } from '../sheets/fields.ts';
import {
  type DriveFile,
  type DriveFiles,
  type DrivePermission,
  isSame,
  type Role,
  toPermission,
} from './files.ts';
import { defaultFields, toPermissionView } from './views.ts';

const roles: readonly Role[] = ['reader', 'commenter', 'writer', 'owner'];

export function createPermissionRoutes(files: DriveFiles): Routes<ApiResponse> {
  const answer = (request: ApiRequest, value: unknown, fallback: string) =>
    ok(pick(value, parseMask(request.query.get('fields') ?? fallback)));

  function create(request: ApiRequest, fileId: string) {
    const file = files.require(fileId, request.email, 'writer');
    const wanted = toWanted(request.body);
    const others = file.permissions.filter((one) => one.id !== wanted.id);
    const current = file.permissions.find((one) => one.id === wanted.id);
    // Sharing once more never takes the file from its owner.
    const permission = current?.role === 'owner' ? current : wanted;
    savePermissions(request, file, [...others, permission]);
    return answer(request, toPermissionView(permission), defaultFields.permission);
  }

  function update(request: ApiRequest, fileId: string, id: string) {
    const file = files.require(fileId, request.email, 'writer');
    const current = findPermission(file, id);
    if (current.role === 'owner') throw new ApiError(403, 'The owner of a file cannot be removed.');
    const changed = { ...current, role: toRole((request.body as { role?: unknown } | undefined)?.role) };
    savePermissions(request, file, [...file.permissions.filter((one) => one.id !== id), changed]);
    return answer(request, toPermissionView(changed), defaultFields.permission);
  }

  function remove(request: ApiRequest, fileId: string, id: string) {
    const file = files.require(fileId, request.email, 'reader');
    const current = findPermission(file, id);
    // Anybody may leave a file; taking others out needs a writer.
    if (!isSame(current.emailAddress, request.email)) files.require(fileId, request.email, 'writer');
    if (current.role === 'owner') throw new ApiError(403, 'The owner of a file cannot be removed.');
    const formerly = [...file.formerly, ...(current.emailAddress ? [current.emailAddress] : [])];
    const left = file.permissions.filter((one) => one.id !== id);
    savePermissions(request, { ...file, formerly: [...new Set(formerly)] }, left);
    return noContent;
  }

  function savePermissions(request: ApiRequest, file: DriveFile, permissions: DrivePermission[]): void {
    const newOwner = permissions.find((one) => one.role === 'owner' && !file.permissions.includes(one));
    if (newOwner && request.query.get('transferOwnership') !== 'true')
      throw new ApiError(
        403,
        'The transferOwnership parameter must be enabled when the permission role is "owner".',
      );
    if (newOwner) files.require(file.id, request.email, 'owner');
    const settled = permissions.map((one) =>
      newOwner && one !== newOwner && one.role === 'owner' ? { ...one, role: 'writer' as const } : one,
    );
    const present = settled.flatMap((one) => one.emailAddress?.toLowerCase() ?? []);
    const formerly = file.formerly.filter((one) => !present.includes(one.toLowerCase()));
    files.save({ ...file, permissions: settled, formerly }, request.email);
  }

  return {
    'POST /drive/v3/files/{id}/permissions': create,
    'GET /drive/v3/files/{id}/permissions': (request, fileId) => {
      const file = files.require(fileId, request.email, 'writer');
      const body = { kind: 'drive#permissionList', permissions: file.permissions.map(toPermissionView) };
      return answer(request, body, defaultFields.permissions);
    },
    'GET /drive/v3/files/{id}/permissions/{permission}': (request, fileId, id) => {
      const file = files.require(fileId, request.email, 'reader');
      return answer(request, toPermissionView(findPermission(file, id)), defaultFields.permission);
    },
    'PATCH /drive/v3/files/{id}/permissions/{permission}': update,
    'DELETE /drive/v3/files/{id}/permissions/{permission}': remove,
  };
}

function findPermission(file: DriveFile, id: string): DrivePermission {
  const found = file.permissions.find((one) => one.id === id);
  if (!found) throw new ApiError(404, `Permission not found: ${id}.`);
  return found;
}

function toWanted(body: unknown): DrivePermission {
  const given = (body ?? {}) as { type?: unknown; role?: unknown; emailAddress?: unknown };
  const role = toRole(given.role);
  if (given.type === 'anyone') {
    if (role === 'owner') throw new ApiError(400, 'The owner of a file must be a user.');
    return { id: 'anyoneWithLink', type: 'anyone', role };
  }
  if (given.type !== 'user') throw new ApiError(400, `not emulated: permission type ${String(given.type)}`);
  const email = given.emailAddress;
  if (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email))
    throw new ApiError(
      400,
      'The specified emailAddress is invalid or not applicable for the given permission type.',
    );
  return toPermission(email, role);
}

function toRole(role: unknown): Role {
  const found = roles.find((one) => one === role);
  if (!found) throw new ApiError(400, `The specified role is invalid or not supported: ${String(role)}.`);
  return found;
}
