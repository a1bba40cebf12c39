/** The administrators of all plans, each once, as the morning's digest addresses them. */
import { toPlanInfo } from '../mails/digest-state.ts';
import type { Administrator } from '../mails/due-troubles.ts';
import { readPlan, type StaffRecord } from '../records.ts';
import type { Services } from '../services.ts';

export async function readAdministrators({ store }: Pick<Services, 'store'>): Promise<Administrator[]> {
  const records = await store.list<StaffRecord>('staff', { where: { role: 'admin' } });
  const people = records.map(({ data }) => data);
  const plans = new Map(
    await Promise.all(
      [...new Set(people.map(({ planId }) => planId))].map(
        async (id) => [id, toPlanInfo((await readPlan(store, id)).plan)] as const,
      ),
    ),
  );
  const byEmail = Map.groupBy(people, ({ email }) => email.toLowerCase());
  return [...byEmail].map(([email, entries]) => ({
    email,
    name: entries[0]?.name ?? '',
    plans: [...new Set(entries.map(({ planId }) => planId))].flatMap((id) => plans.get(id) ?? []),
  }));
}
