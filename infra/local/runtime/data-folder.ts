/** The folder that keeps a trial: one process at a time, one plan and period, every trouble told in words. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { makeFolder } from './make-folder.ts';

const identitySchema = z.object({
  plan: z.string(),
  period: z.string(),
  /** With fewer units than the plan has; null for the whole plan. */
  units: z.number().nullable(),
});

/** What the folder is about; a start that means something else is refused. */
export type FolderIdentity = z.infer<typeof identitySchema>;

/** Trouble that the person who starts the trial can mend. */
export class DataFolderError extends Error {}

const reasons: Record<string, string> = {
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'chỉ đọc được, không ghi được',
  EEXIST: 'đã có một tệp cùng tên',
  ENOTDIR: 'một phần của đường dẫn là tệp, không phải thư mục',
  ENOENT: 'đường dẫn không dùng được',
  ENOSPC: 'ổ đĩa đã đầy',
};

const advice = 'Hãy chọn thư mục khác bằng --data THƯ_MỤC.';

const unusable = (folder: string, error: unknown): DataFolderError => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new DataFolderError(
    `Không dùng được thư mục dữ liệu “${folder}”: ${reasons[code] ?? message}. ${advice}`,
    {
      cause: error,
    },
  );
};

/** A database in the folder that cannot be opened is the folder's trouble; anything else is told as it is. */
export function folderTrouble(folder: string, error: unknown): unknown {
  if ((error as { code?: unknown }).code !== 'ERR_SQLITE_ERROR') return error;
  return new DataFolderError(
    `Không mở được dữ liệu trong “${folder}”: tệp hỏng, không ghi được, hoặc không phải của chương trình này. ${advice}`,
    { cause: error },
  );
}

export interface Claim {
  /** Gives the folder back. */
  release(): void;
  /** Gives it back as it was before, when nothing came of the start: what was no trial's must not become one. */
  abandon(): Promise<void>;
}

/** Claims the folder for this process. */
export async function claimFolder(folder: string, identity: FolderIdentity): Promise<Claim> {
  if (folder.trim() === '') throw new DataFolderError('Sau --data hãy ghi tên thư mục, ví dụ: --data .data');
  try {
    const made = await makeFolder(folder);
    const before = await readdir(folder);
    const release = lock(folder);
    const isKept = existsSync(identityFile(folder));
    const abandon = async (): Promise<void> => {
      if (!isKept) await removeAllBut(folder, before);
      release();
      for (const each of made.toReversed()) await rmdir(each).catch(() => undefined);
    };
    try {
      checkIdentity(folder, identity);
    } catch (error) {
      await abandon();
      throw error;
    }
    return { release, abandon };
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    const trouble = folderTrouble(folder, error);
    throw trouble instanceof DataFolderError ? trouble : unusable(folder, error);
  }
}

/** What is held open still goes from the folder; where the system does not let it, an empty lock stays behind. */
async function removeAllBut(folder: string, names: readonly string[]): Promise<void> {
  for (const name of await readdir(folder))
    if (!names.includes(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

const sqliteBusy = 5;

/** A lock of the operating system, held by an open transaction: gone with the process, however it ends. */
function lock(folder: string): () => void {
  const held = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  try {
    held.exec('BEGIN EXCLUSIVE');
    return () => held.close();
  } catch (error) {
    held.close();
    if ((error as { errcode?: unknown }).errcode !== sqliteBusy) throw error;
    throw new DataFolderError(
      `Thư mục dữ liệu “${folder}” đang được một chương trình khác dùng. Hãy dừng chương trình đó trước, hoặc chọn thư mục khác.`,
    );
  }
}

const identityFile = (folder: string): string => join(folder, 'trial.json');

/** What a folder says it keeps; undefined when it is nobody's yet. */
export const keptIn = (folder: string): FolderIdentity | undefined => readIdentity(identityFile(folder));

function checkIdentity(folder: string, identity: FolderIdentity): void {
  const file = identityFile(folder);
  if (!existsSync(file)) {
    writeFileSync(file, `${JSON.stringify(identity)}\n`);
    return;
  }
  const kept = readIdentity(file);
  if (kept && kept.plan === identity.plan && kept.period === identity.period && kept.units === identity.units)
    return;
  const what = kept
    ? `kế hoạch ${kept.plan}, kỳ ${kept.period}, ${kept.units === null ? 'đủ mọi đơn vị' : `--units ${kept.units}`}`
    : 'một bản chạy thử không đọc được';
  throw new DataFolderError(
    `Thư mục dữ liệu “${folder}” đang giữ ${what}. Hãy dùng đúng kế hoạch, kỳ đó (không cần ghi --units), hoặc chọn thư mục khác.`,
  );
}

/** The folder goes on with another plan or period: what it has of the earlier one stays in it. */
export const moveOn = (folder: string, identity: FolderIdentity): void =>
  writeFileSync(identityFile(folder), `${JSON.stringify(identity)}\n`);

function readIdentity(file: string): FolderIdentity | undefined {
  try {
    return identitySchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
