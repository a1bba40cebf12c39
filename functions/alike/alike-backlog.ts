/** Dossiers of years that nobody opens any more are looked up, too, some at a time, once: copies are often from last year. */
import { comparing, type Dossier } from '../domain/dossier.ts';
import { paths, saveOver } from '../records.ts';
import type { Services } from '../services.ts';
import { lookForAlike } from './alike.ts';

interface Backlog {
  /** All dossiers up to this id have been looked at; '' at the beginning. */
  after: string;
  /** Which way of comparing went through all of them; 0 before the end. */
  done: number;
}

const portion = 100;

/** How many were looked at: 0 once all have been. New dossiers are the sync's. */
export async function workOffAlike({ store, clock }: Services): Promise<number> {
  const path = paths.cursor('alike');
  const cursor = await store.read<Backlog>(path);
  if (cursor?.data.done === comparing) return 0;
  const stored = await store.list<Dossier>('dossiers', {
    ...(cursor?.data.after ? { after: cursor.data.after } : {}),
    limit: portion,
  });
  for (const ofPlan of Map.groupBy(stored, ({ data }) => data.planId).values()) {
    const dossiers = ofPlan.map(({ data }) => data);
    const { isDone } = await lookForAlike({ store, clock }, dossiers, '');
    if (!isDone) return 0;
  }
  const isOver = stored.length < portion;
  const after = isOver ? '' : (stored.at(-1)?.path.slice('dossiers/'.length) ?? '');
  await store.commit([saveOver(path, cursor, { after, done: isOver ? comparing : 0 } satisfies Backlog)]);
  return stored.length;
}
