/** Every ten minutes: workbooks that changed, work that was left over, mails that are due. Hands out tasks, does none. */
import { workOffAlike } from '../alike/alike-backlog.ts';
import { makeDigests } from '../mailing/digests.ts';
import { mailRound } from '../mailing/mail-round.ts';
import type { Write } from '../ports.ts';
import { type ControlRecord, controlMark, type Mark, paths, syncMark } from '../records.ts';
import type { TickResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { sweepLimits } from './takedown-limit.ts';

export async function tick(services: Services): Promise<TickResponse> {
  const changedWorkbooks = await markChanged(services);
  const digests = await makeDigests(services);
  await workOffAlike(services);
  const syncs = await handOutMarks(services);
  const mails = await mailRound(services);
  await refreshMailLogs(services);
  await sweepLimits(services);
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
  const controls = await store.readMany(fileIds.map((id) => paths.control(id)));
  const now = clock.now();
  const marks = [
    ...fileIds.filter((_, index) => known[index]).map((id) => syncMark(id, now)),
    ...fileIds.filter((_, index) => controls[index]).map((id) => controlMark(id, now)),
  ];
  const moved: Write = { kind: 'replace', path, data: { token }, version: cursor.version };
  const saved = await store.commit([moved, ...marks]);
  return saved.ok ? marks.length : 0;
}

async function handOutMarks({ store, tasks }: Services): Promise<number> {
  const marks = await store.list<Mark>('marks');
  for (const { data, version } of marks)
    await tasks.enqueue(
      data.kind === 'publish'
        ? { name: 'publish', id: `publish-${version}`, body: {} }
        : {
            name: data.kind,
            id: `${data.kind}-${data.spreadsheetId}-${version}`,
            body: { spreadsheetId: data.spreadsheetId },
          },
    );
  return marks.length;
}

/** Mails have come to an end since the control sheets last showed them. */
async function refreshMailLogs({ store, tasks }: Services): Promise<void> {
  const path = paths.cursor('mailLog');
  const cursor = await store.read<{ isStale: boolean }>(path);
  if (!cursor?.data.isStale) return;
  for (const { data } of await store.list<ControlRecord>('controls'))
    await tasks.enqueue({
      name: 'control',
      id: `mails-${data.spreadsheetId}-${cursor.version}`,
      body: { spreadsheetId: data.spreadsheetId },
    });
  await store.commit([{ kind: 'replace', path, data: { isStale: false }, version: cursor.version }]);
}
