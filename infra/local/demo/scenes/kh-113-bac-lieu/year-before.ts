/**
 * The year before, as small as it can be: one commune enters its list of that year and the district recognises some of it,
 * before an administrator carries these into the year that is played.
 */
import { isPeriodOf } from '../../../../../functions/domain/period.ts';
import { addDays, isWorkingDay } from '../../../../../functions/domain/working-days.ts';
import { holidaysOf } from '../../../../../functions/plans/holidays.ts';
import { provision } from '../../../../provision/provision.ts';
import { sampleStaff } from '../../../samples/people.ts';
import { sampleRows } from '../../../samples/rows.ts';
import { trialPlan, trialSeed } from '../../../trial.ts';
import { playEarlier } from '../../earlier-period.ts';
import { reviewDesk } from '../../reviews.ts';
import { type Cast, type Scene, sendLists } from '../../scene.ts';
import type { Past, Script } from '../../script.ts';
import { castOf, dossiers, type Stage } from '../../stage.ts';

/** How many the district recognises of the five; the rest waits for another look, and stays where it is. */
const recognised = 3;

/** A commune of which nothing else is told in the year that follows: no line mended, returned or withdrawn, no picture. */
function commune(stage: Stage): Cast {
  const plain = castOf(stage, ['commune']).filter(
    ({ unit, script }) =>
      script.outcome === 'on-time' &&
      script.mends.length === 0 &&
      !script.firstTry &&
      !script.returnRows &&
      !script.withdrawal &&
      !stage.photos.has(unit.id),
  );
  return plain.slice(0, 1).map(({ unit, script }) => {
    const { id, name, kind, parent } = unit;
    const parentName = stage.tree.get(parent ?? '')?.name ?? '';
    // Other deeds than those of the next year.
    const deal = { count: 5, kinds: ['individual'], period: stage.period, seed: trialSeed + 1 } as const;
    const agreed = { consent: 'Đồng ý', consentDate: `20/12/${stage.period}`, guardianConsent: '' };
    const rows = sampleRows({ id, name, kind, parentName }, deal).map((row) => ({ ...row, ...agreed }));
    return { unit, script: { ...script, rows } };
  });
}

const firstYear: Scene = {
  ids: ['BL-08'],
  title: 'Năm trước: một xã đăng ký, huyện công nhận',
  async play(stage) {
    const cast = commune(stage);
    await sendLists(stage, cast, 'năm trước');
    await stage.local.tickAndSettle();
    for (const { unit } of cast)
      await stage.journal.once(`review ${unit.id}`, async () => {
        const waiting = (await dossiers(stage)).filter(({ status }) => status === 'submitted');
        await reviewDesk(stage, unit.parent ?? '', waiting, (_dossier, index) =>
          index < recognised
            ? { action: 'approve', reason: '' }
            : { action: 'hold', reason: 'Chờ xác minh thêm' },
        );
      });
    await stage.local.tickAndSettle();
    const all = await dossiers(stage);
    stage.expect(
      all.filter((dossier) => dossier.public).length === recognised * cast.length && cast.length > 0,
      `${recognised} gương được huyện công nhận và công khai`,
    );
  },
};

/** Only the lists of exemplars: what stands beside them is played in the year that follows. */
async function setUp({ local, options, journal }: Past) {
  const plan = trialPlan(options.plan, options.units);
  const period = yearBefore(options.period);
  await journal.once('set up the year before', async () => {
    await provision({
      store: local.store,
      admin: local.google.admin,
      plan,
      period,
      staff: sampleStaff(plan.units, plan),
      listingUrl: local.urls.listing,
    });
  });
  return plan;
}

const yearBefore = (period: string): string => String(Number(period) - 1);

/** On a day off, so that nobody is mailed a year of reminders before the played one begins. */
function lastDayOff(year: string): Date {
  let day = `${year}-12-31`;
  while (isWorkingDay(day, holidaysOf({}))) day = addDays(day, -1);
  return new Date(`${day}T08:00:00+07:00`);
}

/** None before the plan's first year. */
export const past: NonNullable<Script['past']> = (period) => {
  const before = yearBefore(period);
  if (!isPeriodOf(trialPlan('kh-113-bac-lieu', undefined), before)) return undefined;
  return {
    startAt: lastDayOff(before),
    play: (given) => playEarlier(given, { period: before, scenes: [firstYear], setUp }),
  };
};
