/** Every ten minutes: workbooks that changed, work that was left over, mails that are due. Hands out tasks, does none. */
import { enqueueMails } from '../outbox.ts';
import type { Write } from '../ports.ts';
import { type Mark, type OutboxMail, paths, syncMark } from '../records.ts';
import type { TickResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { makeDigests } from './digests.ts';

export async function tick(services: Services): Promise<TickResponse> {
  const changedWorkbooks = await markChanged(services);
  const digests = await makeDigests(services);
  const syncs = await handOutMarks(services);
  const mails = await handOutMails(services);
  return { ok: true, changedWorkbooks, syncs, mails, digests };
}

interface DriveCursor {
  token: string;
}

/** The cursor moves in the same commit that marks the workbooks: it never passes a change that is not written down. */
async function markChanged({ store, files, clock }: Services): Promise<number> {
  const path = paths.cursor('drive');
  const cursor = await store.read<DriveCursor>(path);
  if (!cursor) {
    await store.commit([{ kind: 'create', path, data: { token: await files.startToken() } }]);
    return 0;
  }
  const { fileIds, token } = await files.changesSince(cursor.data.token);
  if (token === cursor.data.token) return 0;
  const known = await store.readMany(fileIds.map((id) => paths.workbook(id)));
  const now = clock.now();
  const marks = fileIds.filter((_, index) => known[index]).map((id) => syncMark(id, now));
  const moved: Write = { kind: 'replace', path, data: { token }, version: cursor.version };
  const saved = await store.commit([moved, ...marks]);
  return saved.ok ? marks.length : 0;
}

async function handOutMarks({ store, tasks }: Services): Promise<number> {
  const marks = await store.list<Mark>('marks');
  for (const { data, version } of marks)
    await tasks.enqueue(
      data.kind === 'sync'
        ? {
            name: 'sync',
            id: `sync-${data.spreadsheetId}-${version}`,
            body: { spreadsheetId: data.spreadsheetId },
          }
        : { name: 'publish', id: `publish-${version}`, body: {} },
    );
  return marks.length;
}

async function handOutMails(services: Services): Promise<number> {
  const owed = await services.store.list<OutboxMail>('outbox', { where: { owed: true } });
  const keys = owed.map(({ path }) => path.slice('outbox/'.length));
  await enqueueMails(services, keys);
  return keys.length;
}
