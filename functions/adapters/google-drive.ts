/** The Files port over Google Drive: what changed; name, kind and content of a file the robot can read. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { Files, FileType } from '../ports.ts';
import { ServiceFailure } from './failures.ts';
import type { Call, Limited } from './retry.ts';

const read = (method: string): Call => ({ service: 'drive', method, kind: 'read', ambiguous: 'repeat' });

const changeFields = 'nextPageToken,newStartPageToken,changes(fileId)';

export function createFiles(client: drive_v3.Drive, limited: Limited): Files {
  const readPage = (pageToken: string): Promise<drive_v3.Schema$ChangeList> =>
    limited(read('changes.list'), () =>
      client.changes.list({
        pageToken,
        pageSize: 1000,
        spaces: 'drive',
        includeRemoved: false,
        restrictToMyDrive: false,
        fields: changeFields,
      }),
    );

  async function describe(fileId: string, fields: string): Promise<drive_v3.Schema$File | undefined> {
    const file = await unlessOutOfReach(
      limited(read('files.get'), () => client.files.get({ fileId, fields, supportsAllDrives: true })),
    );
    return file?.trashed ? undefined : file;
  }

  async function describeContent(fileId: string): Promise<FileType | undefined> {
    const file = await describe(fileId, 'mimeType,size,trashed');
    if (file?.size === undefined || file.size === null) return undefined;
    return { mimeType: file.mimeType ?? '', bytes: Number(file.size) };
  }

  const noToken = (method: string): ServiceFailure =>
    new ServiceFailure({ service: 'drive', method, fate: 'unknown', code: 'answer without a token' });

  return {
    async startToken() {
      const answer = await limited(read('changes.getStartPageToken'), () =>
        client.changes.getStartPageToken({ fields: 'startPageToken' }),
      );
      if (!answer.startPageToken) throw noToken('changes.getStartPageToken');
      return answer.startPageToken;
    },

    async changesSince(token) {
      const fileIds = new Set<string>();
      for (let pageToken = token; ; ) {
        const page = await readPage(pageToken);
        for (const change of page.changes ?? []) if (change.fileId) fileIds.add(change.fileId);
        if (page.newStartPageToken) return { fileIds: [...fileIds], token: page.newStartPageToken };
        // Without either token the cursor would be lost, and with it every later change.
        if (!page.nextPageToken) throw noToken('changes.list');
        pageToken = page.nextPageToken;
      }
    },

    async fileName(fileId) {
      return (await describe(fileId, 'name,trashed'))?.name ?? undefined;
    },

    async fileType(fileId) {
      const file = await describe(fileId, 'mimeType,size,trashed');
      return file && { mimeType: file.mimeType ?? '', bytes: Number(file.size ?? 0) };
    },

    async readFile(fileId, maxBytes, known) {
      const file = known ?? (await describeContent(fileId));
      if (file === undefined) return undefined;
      if (file.bytes > maxBytes) return 'too-large';
      const content = await unlessOutOfReach(
        limited(read('files.get'), () =>
          client.files.get(
            { fileId, alt: 'media', supportsAllDrives: true },
            { responseType: 'arraybuffer' },
          ),
        ),
      );
      if (content === undefined) return undefined;
      // The answer's type is that of the description; with this response type it is the bytes.
      const bytes = new Uint8Array(content as ArrayBuffer);
      return bytes.length > maxBytes ? 'too-large' : { mimeType: file.mimeType, bytes };
    },

    async exportText(fileId) {
      try {
        const text = await unlessOutOfReach(
          limited(read('files.export'), () =>
            client.files.export({ fileId, mimeType: 'text/plain' }, { responseType: 'text' }),
          ),
        );
        return text === undefined ? undefined : { text: String(text) };
      } catch (error) {
        if (error instanceof ServiceFailure && error.words.includes('exportSizeLimitExceeded'))
          return 'too-large';
        throw error;
      }
    },
  };
}

/** A document that is too large to be exported is within reach. */
const isOutOfReach = ({ status, words }: ServiceFailure): boolean =>
  status === 404 || (status === 403 && !words.includes('exportSizeLimitExceeded'));

/** A file out of reach is told from a service that does not answer. */
async function unlessOutOfReach<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServiceFailure && isOutOfReach(error)) return undefined;
    throw error;
  }
}
