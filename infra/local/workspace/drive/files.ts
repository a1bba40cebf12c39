/** The files of the emulated Drive: what is kept of each, who may do what with it, and what counts as a change. */
import { createHash } from 'node:crypto';
import { ApiError, type WorkspaceStorage } from '../api.ts';
import { type ChangeLog, createChangeLog } from './changes.ts';

export type Role = 'reader' | 'commenter' | 'writer' | 'owner';

export interface DrivePermission {
  id: string;
  type: 'user' | 'anyone';
  role: Role;
  emailAddress?: string;
}

export interface DriveFile {
  id: string;
  name: string;
  mimeType: string;
  description?: string;
  createdTime: string;
  modifiedTime: string;
  lastModifiedBy: string;
  /** Grows at every change of content, metadata or permissions. */
  version: number;
  trashed: boolean;
  parents: string[];
  properties: Record<string, string>;
  appProperties: Record<string, string>;
  permissions: DrivePermission[];
  /** E-mails that lost their access: their changes list says "removed". */
  formerly: string[];
  size?: number;
  md5?: string;
}

export const folderType = 'application/vnd.google-apps.folder';
const ranks: Record<Role, number> = { reader: 1, commenter: 2, writer: 3, owner: 4 };

export interface DriveFiles {
  changes: ChangeLog;
  find(id: string): DriveFile | undefined;
  all(): DriveFile[];
  /** Own and inherited permissions together; 0 is no access, 4 is owner. */
  rankOf(file: DriveFile, email: string): number;
  /** Shared with this person by name, on the file or above it: what Drive lists, unlike "anyone with the link". */
  isNamed(file: DriveFile, email: string): boolean;
  /** Whether the file is this folder or lies anywhere below it. */
  isWithin(file: DriveFile, folderId: string): boolean;
  /** As Drive words its refusals: a file one may not see does not exist. */
  require(id: string, email: string, role: Role): DriveFile;
  create(file: Pick<DriveFile, 'id' | 'name' | 'mimeType'> & Partial<DriveFile>, owner: string): DriveFile;
  /** Saves a changed file as a new version of it. */
  save(file: DriveFile, by: string): void;
  /** With everything below it, for good. */
  remove(file: DriveFile): void;
}

export function createDriveFiles(
  storage: WorkspaceStorage,
  now: () => Date,
  lagSeconds: () => number,
): DriveFiles {
  const table = storage.table<DriveFile>('driveFiles');
  const changes = createChangeLog(storage, now, lagSeconds);
  const all = () => table.entries().map(([, file]) => file);

  function find(id: string): DriveFile | undefined {
    return table.get(id);
  }

  function rankOf(file: DriveFile, email: string): number {
    const own = file.permissions
      .filter((one) => one.type === 'anyone' || isSame(one.emailAddress, email))
      .map((one) => ranks[one.role]);
    const rank = Math.max(0, ...own);
    if (rank === ranks.owner) return rank;
    // A folder's permissions hold for what lies in it, save that its owner is not the owner of that.
    const inherited = parentsOf(file).map((parent) => Math.min(rankOf(parent, email), ranks.writer));
    return Math.max(rank, ...inherited);
  }

  function parentsOf(file: DriveFile): DriveFile[] {
    return file.parents.flatMap((id) => find(id) ?? []);
  }

  function isNamed(file: DriveFile, email: string): boolean {
    const own = file.permissions.some((one) => isSame(one.emailAddress, email));
    return own || parentsOf(file).some((parent) => isNamed(parent, email));
  }

  function isWithin(file: DriveFile, folderId: string): boolean {
    return file.id === folderId || parentsOf(file).some((parent) => isWithin(parent, folderId));
  }

  function save(file: DriveFile, by: string): void {
    const saved = {
      ...file,
      version: file.version + 1,
      modifiedTime: now().toISOString(),
      lastModifiedBy: by,
    };
    table.put(file.id, saved);
    changes.add(file.id, []);
  }

  function remove(file: DriveFile): void {
    for (const child of all()) if (child.parents.includes(file.id)) remove(child);
    table.delete(file.id);
    storage.table('driveContents').delete(file.id);
    changes.add(file.id, [...file.formerly, ...file.permissions.flatMap((one) => one.emailAddress ?? [])]);
  }

  return {
    changes,
    find,
    all,
    rankOf,
    isNamed,
    isWithin,
    require(id, email, role) {
      const file = find(id);
      const rank = file ? rankOf(file, email) : 0;
      if (!file || rank === 0) throw new ApiError(404, `File not found: ${id}.`);
      if (rank < ranks[role])
        throw new ApiError(403, 'The user does not have sufficient permissions for this file.');
      return file;
    },
    create(file, owner) {
      const time = now().toISOString();
      const made: DriveFile = {
        createdTime: time,
        modifiedTime: time,
        lastModifiedBy: owner,
        version: 0,
        trashed: false,
        parents: [rootOf(owner)],
        properties: {},
        appProperties: {},
        formerly: [],
        permissions: [toPermission(owner, 'owner')],
        ...file,
      };
      save(made, owner);
      return find(made.id)!;
    },
    save,
    remove,
  };
}

export function toPermission(email: string, role: Role): DrivePermission {
  return { id: toPermissionId(email), type: 'user', role, emailAddress: email };
}

export function toPermissionId(email: string): string {
  const digest = createHash('sha256').update(`permission ${email.toLowerCase()}`).digest();
  return digest.readBigUInt64BE().toString().padStart(20, '0');
}

/** Everybody's "My Drive"; only a name, for nobody but its owner ever asks for it. */
export function rootOf(email: string): string {
  return `0A${createHash('sha256').update(email.toLowerCase()).digest('base64url').slice(0, 15)}PVA`;
}

export function ownerOf(file: DriveFile): string {
  return file.permissions.find((one) => one.role === 'owner')?.emailAddress ?? '';
}

export function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
