/** The guide for staff: read the plan that is asked for, work out its days in the period, render. */
import { localDate } from '../domain/deadline.ts';
import { formOfPeriod, isPeriodOf, periodOn } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import { pictures } from '../guide/pictures.ts';
import { renderGuide, renderNoGuide } from '../guide/render.ts';
import { guideHeaders } from '../guide/style.ts';
import { type Answer, pageAnswer } from '../listing/answer.ts';
import { renderNotFound } from '../listing/fault-pages.ts';
import type { Site } from '../listing/site.ts';
import { type Duty, duty } from '../lists/unit-list.ts';
import type { DocumentStore } from '../ports.ts';
import { paths } from '../records.ts';

/** Without a plan in the address: the one that is in force, or was last. Without a period: today's. */
export async function guide(
  store: Pick<DocumentStore, 'read' | 'list'>,
  site: Site,
  query: URLSearchParams,
  now: Date,
): Promise<Answer> {
  const asked = query.get('ke-hoach');
  const plan = asked === null ? await latestPlan(store, now) : await namedPlan(store, asked);
  if (!plan && asked === null) return pageAnswer(renderNoGuide(), 404, guideHeaders);
  const period = plan && (query.get('ky') ?? periodOn(plan, localDate(now, plan.timeZone)));
  const obligations = plan && period && isPeriodOf(plan, period) ? owedIn(plan, period) : [];
  const [first, ...rest] = obligations;
  if (!plan || !period || !first) return pageAnswer(renderNotFound(site), 404);
  const page = renderGuide({ plan, period, form: first.form, obligations: [first, ...rest], pictures });
  return pageAnswer(page, 200, guideHeaders);
}

async function namedPlan(store: Pick<DocumentStore, 'read'>, id: string): Promise<Plan | undefined> {
  return /^[\w-]{1,80}$/.test(id) ? (await store.read<Plan>(paths.plan(id)))?.data : undefined;
}

async function latestPlan(store: Pick<DocumentStore, 'list'>, now: Date): Promise<Plan | undefined> {
  const plans = (await store.list<Plan>('plans')).map(({ data }) => data);
  const latestFirst = plans.sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1));
  const isInForce = ({ inForceFrom, inForceTo, timeZone }: Plan): boolean => {
    const today = localDate(now, timeZone);
    return inForceFrom <= today && today <= inForceTo;
  };
  return latestFirst.find(isInForce) ?? latestFirst[0];
}

/** Of each kind of unit that owes the period's form the day of its first unit; kinds without a unit owe nothing. */
const owedIn = (plan: Plan, period: string): Duty[] =>
  plan.obligations.flatMap(({ unitKind, form }) => {
    if (form !== formOfPeriod(period)) return [];
    const unit = plan.units.find(({ kind }) => kind === unitKind);
    return (unit && duty(plan, unit, period)) ?? [];
  });
