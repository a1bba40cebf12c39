/** Owed each working morning beside the digests: to heads of units the news of their exemplars, which they may stop. */
import { localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { formOf } from '../domain/forms/index.ts';
import { formOfPeriod, periodLabel } from '../domain/period.ts';
import { daysThrough } from '../domain/working-days.ts';
import { storyUrl } from '../listing/address.ts';
import type { NewsLine } from '../mails/data.ts';
import { toPlanInfo } from '../mails/digest-state.ts';
import { officeZone, paths, readDossiers, readPlan, readStaff, saveOver } from '../records.ts';
import type { Services } from '../services.ts';
import { type MorningCursor, readMorning } from './morning.ts';
import { type OwedMail, oweMail, saveNew } from './outbox.ts';

/** Nothing when the day is done, is no working day, or it is too early. */
export async function oweMorningMails(services: Services): Promise<void> {
  const morning = await readMorning(services, 'morning');
  if (!morning) return;
  const { store, clock } = services;
  const { day, since, until, cursor } = morning;
  const now = clock.now();
  const owed = await news(services, { since, until, day }, now);
  if (!(await saveNew(store, owed)))
    throw new Error('the morning’s mails were owed by somebody else at the same moment');
  await store.commit([saveOver(paths.cursor('morning'), cursor, { until, day } satisfies MorningCursor)]);
}

interface Window {
  since: string;
  until: string;
  day: string;
}

async function news(services: Services, window: Window, now: Date): Promise<OwedMail[]> {
  const { store } = services;
  // A morning late by weeks still finds everything.
  const days = daysThrough(localDate(new Date(window.since), officeZone), window.day);
  const touched = await Promise.all(days.map((touchedOn) => readDossiers(store, { touchedOn })));
  const byUnit = Map.groupBy(
    touched.flat().map(({ data }) => data),
    ({ planId, period, unitId }) => JSON.stringify([planId, period, unitId]),
  );
  const mails: OwedMail[] = [];
  for (const dossiers of byUnit.values()) mails.push(...(await newsOf(services, dossiers, window, now)));
  return mails;
}

async function newsOf(
  { store, settings }: Services,
  dossiers: readonly Dossier[],
  window: Window,
  now: Date,
): Promise<OwedMail[]> {
  const { planId, period, unitId } = dossiers[0] as Dossier;
  const { plan, tree } = await readPlan(store, planId);
  const nameOf = (id: string): string => tree.get(id)?.name ?? id;
  const lines = dossiers.flatMap((dossier) => newsLine(dossier, window, nameOf, settings.listingUrl));
  if (lines.length === 0) return [];
  const heads = await readStaff(store, { planId, unitId, role: 'head' });
  const data = {
    plan: toPlanInfo(plan),
    period: periodLabel(period),
    rowWord: formOf(formOfPeriod(period)).rowWord,
    unitName: nameOf(unitId),
    lines,
  };
  return heads.map(({ email, name }) =>
    oweMail('news', email, [planId, period, unitId, window.day], { ...data, headName: name }, now),
  );
}

/** A row that was taken off the public page is no news; its unit was told at once. */
function newsLine(
  { id, planId, row, history, withdrawn, public: isPublic }: Dossier,
  { since, until }: Window,
  nameOf: (unitId: string) => string,
  listingUrl: string,
): NewsLine[] {
  const last = history.findLast(({ at, action }) => at > since && at <= until && isNews(action));
  if (!last || withdrawn) return [];
  const name = String(row.values.name ?? '');
  const outcome = isPublic ? 'published' : last.action === 'promote' ? 'promoted' : 'approved';
  return [
    {
      name,
      title: String(row.values.title ?? ''),
      outcome,
      by: nameOf(last.unitId),
      link: isPublic ? storyUrl(listingUrl, { planId, id, name }) : '',
    },
  ];
}

const isNews = (action: string): boolean => action === 'approve' || action === 'promote';
