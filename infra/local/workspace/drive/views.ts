/** What Drive answers about files, permissions, people and changes: the kept data in Google's shapes. */
import type { Change } from './changes.ts';
import {
  type DriveFile,
  type DriveFiles,
  type DrivePermission,
  isSame,
  ownerOf,
  toPermissionId,
} from './files.ts';

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

export const documentType = 'application/vnd.google-apps.document';

/** What Drive shows when no `fields` are asked for. */
export const defaultFields = {
  file: 'kind,id,name,mimeType',
  files: 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)',
  permission: 'kind,id,type,role',
  permissions: 'kind,nextPageToken,permissions(kind,id,type,role)',
  changes:
    'kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,file(kind,id,name,mimeType))',
} as const;

export interface ViewOptions {
  files: DriveFiles;
  /** Root of the workspace, for links that people can open here. */
  root: () => string;
}

export function toFileView(
  { files, root }: ViewOptions,
  file: DriveFile,
  caller: string,
): Record<string, unknown> {
  const rank = files.rankOf(file, caller);
  const mayWrite = rank >= 3;
  const parents = file.parents.filter((id) => mayKnowParent(files, file, id, caller));
  const text = { ...(file.description === undefined ? {} : { description: file.description }) };
  const media = {
    ...(file.size === undefined ? {} : { size: String(file.size) }),
    ...(file.md5 === undefined ? {} : { md5Checksum: file.md5 }),
  };
  const sharing = {
    permissions: file.permissions.map(toPermissionView),
    permissionIds: file.permissions.map((one) => one.id),
  };
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...text,
    starred: false,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    ...(parents.length > 0 ? { parents } : {}),
    properties: file.properties,
    appProperties: file.appProperties,
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: toLink(file, root()),
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    owners: [toUser(ownerOf(file), caller)],
    lastModifyingUser: toUser(file.lastModifiedBy, caller),
    ownedByMe: isSame(ownerOf(file), caller),
    modifiedByMe: isSame(file.lastModifiedBy, caller),
    shared: file.permissions.length > 1,
    writersCanShare: true,
    capabilities: {
      canEdit: mayWrite,
      canShare: mayWrite,
      canRename: mayWrite,
      canDelete: rank === 4,
      canTrash: rank === 4,
    },
    ...media,
    ...(mayWrite ? sharing : {}),
  };
}

export function toPermissionView(permission: DrivePermission): Record<string, unknown> {
  const { emailAddress } = permission;
  const person = emailAddress
    ? { emailAddress, displayName: toName(emailAddress), deleted: false, pendingOwner: false }
    : {};
  const link = permission.type === 'anyone' ? { allowFileDiscovery: false } : {};
  return {
    kind: 'drive#permission',
    id: permission.id,
    type: permission.type,
    role: permission.role,
    ...person,
    ...link,
  };
}

export function toUser(email: string, caller: string): Record<string, unknown> {
  return {
    kind: 'drive#user',
    displayName: toName(email),
    me: isSame(email, caller),
    permissionId: toPermissionId(email),
    emailAddress: email,
  };
}

export function toChangeView(options: ViewOptions, change: Change, caller: string): Record<string, unknown> {
  const file = options.files.find(change.fileId);
  const readable = file && options.files.rankOf(file, caller) > 0;
  return {
    kind: 'drive#change',
    type: 'file',
    changeType: 'file',
    time: change.time,
    fileId: change.fileId,
    removed: !readable,
    ...(readable ? { file: toFileView(options, file, caller) } : {}),
  };
}

/** One's own root is never a kept file, so the owner is told of it and others are not. */
function mayKnowParent(files: DriveFiles, file: DriveFile, parentId: string, caller: string): boolean {
  const parent = files.find(parentId);
  return parent ? files.rankOf(parent, caller) > 0 : isSame(ownerOf(file), caller);
}

function toLink(file: DriveFile, root: string): string {
  if (file.mimeType === documentType) return `https://docs.google.com/document/d/${file.id}/edit`;
  return file.mimeType === spreadsheetType
    ? `${root}/workbook/${file.id}`
    : `https://drive.google.com/file/d/${file.id}/view`;
}

function toName(email: string): string {
  return email.split('@')[0] ?? email;
}
