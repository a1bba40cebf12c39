/** Where a command works: on this machine's trial, kept in a folder, or on Google. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFirestore, createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import { type Config, parseConfig } from '../../functions/config.ts';
import { periodsWithin } from '../../functions/domain/period.ts';
import { createGoogleServices, type GoogleServices } from '../../functions/google-services.ts';
import { presets } from '../../functions/plans/index.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { quietLog } from '../local/runtime/console-log.ts';
import { keptIn } from '../local/runtime/data-folder.ts';
import { loopback } from '../local/runtime/listen.ts';
import { type Local, startLocal } from '../local/runtime/local.ts';
import { parseOptions } from '../local/runtime/options.ts';
import { trialStart } from '../local/trial.ts';
import { UsageError } from './usage.ts';

/**
 * A folder that is kept says itself how many units it has, and is opened by its own period when the asked one falls into
 * it ("2025.BD" into "2025"): both were set up together. Another plan or period is refused when the folder is claimed.
 */
function asKept({ plan, period, data }: { plan: string; period: string; data: string }) {
  const kept = keptIn(data);
  const preset = Object.hasOwn(presets, plan) ? presets[plan] : undefined;
  if (!preset || kept?.plan !== plan) return { plan, period };
  const units = kept.units === null ? {} : { units: kept.units };
  return {
    plan,
    period: periodsWithin(preset, kept.period).includes(period) ? kept.period : period,
    ...units,
  };
}

export async function withLocal<R>(
  asked: { plan: string; period: string; data: string },
  work: (local: Local) => Promise<R>,
): Promise<R> {
  const { data } = asked;
  const { plan, period, units } = asKept(asked);
  const local = await startLocal({
    options: {
      plan,
      period,
      ...(units === undefined ? {} : { units }),
      empty: true,
      data,
      store: 'auto',
      ports: { workspace: 0, functions: 0, listing: 0, firestore: 0 },
    },
    rulesFile: fileURLToPath(new URL('../firestore.rules', import.meta.url)),
    startAt: trialStart(period),
    log: quietLog,
  });
  try {
    return await work(local);
  } finally {
    await local.close();
  }
}

/**
 * For commands that make nothing: a folder is opened as what it says it is now, for its store holds earlier plans and
 * periods too, and whether the asked one is among them the reader sees. A folder that is not there, or that no trial is
 * kept in, is a slip.
 */
export async function withKept<R>(data: string, work: (local: Local) => Promise<R>): Promise<R> {
  if (!existsSync(data))
    throw new UsageError(`Không có thư mục “${data}”. Hãy ghi thư mục của bản chạy thử, ví dụ --data .data`);
  const kept = keptIn(data);
  if (!kept)
    throw new UsageError(
      `Thư mục “${data}” không giữ bản chạy thử nào đọc được. Hãy ghi thư mục đã dùng với npm start, npm run demo hoặc gs provision.`,
    );
  return withLocal({ plan: kept.plan, period: kept.period, data }, work);
}

/** Where `npm start` will listen: a command's own servers are gone when it ends. */
export function trialListingUrl(): string | undefined {
  const parsed = parseOptions([], process.env, 'auto');
  const port = parsed.ok ? parsed.options.ports.listing : 0;
  return port === 0 ? undefined : `http://${loopback}:${port}`;
}

export function openGoogle(): { store: DocumentStore; google: GoogleServices; config: Config } {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new UsageError(`Thiếu hoặc sai biến môi trường:\n${parsed.faults.join('\n')}`);
  const { config } = parsed;
  const google = createGoogleServices({
    robot: config.TASK_ACCOUNT,
    mailSender: config.MAIL_SENDER,
    senderName: config.MAIL_SENDER_NAME,
    ...(config.MAIL_DELEGATOR === undefined ? {} : { delegator: config.MAIL_DELEGATOR }),
  });
  return {
    store: createFirestoreStore(createFirestore({ projectId: config.GOOGLE_CLOUD_PROJECT })),
    google,
    config,
  };
}
