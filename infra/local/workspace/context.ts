/** What the services of one workspace share, built on the files of the emulated Drive. */
import { ApiError, type WorkspaceContext, type WorkspaceStorage } from './api.ts';
import type { DriveFiles } from './drive/files.ts';

const neededRank = { reader: 1, writer: 3 } as const;

export function createContext(options: {
  storage: WorkspaceStorage;
  files: DriveFiles;
  robot: string;
  now: () => Date;
  onFileChanged: (fileId: string, by: string) => void;
}): WorkspaceContext {
  const { storage, files, robot, now, onFileChanged } = options;
  return {
    storage,
    robot,
    now,
    fileChanged(fileId, by) {
      const file = files.find(fileId);
      if (file) files.save(file, by);
      onFileChanged(fileId, by);
    },
    // In the words of Sheets: unlike Drive it tells "no such file" from "not for you".
    requireAccess(fileId, email, role) {
      const file = files.find(fileId);
      if (!file) throw new ApiError(404, 'Requested entity was not found.');
      if (files.rankOf(file, email) < neededRank[role])
        throw new ApiError(403, 'The caller does not have permission');
    },
    createFile: ({ id, name, mimeType, owner }) => void files.create({ id, name, mimeType }, owner),
  };
}
