/** The one door for plans, from a preset file or from the control sheet: shape, references and tree, every fault named. */
import * as z from 'zod';
import type { Plan } from '../domain/plan.ts';
import { checkTree } from '../domain/unit.ts';
import { referenceFaults, treeSentence } from './plan-faults.ts';
import { planSchema } from './plan-schema.ts';

export type ParsedPlan = { ok: true; plan: Plan } | { ok: false; faults: string[] };

/** Faults are Vietnamese sentences for an administrator. */
export function parsePlan(input: unknown): ParsedPlan {
  const parsed = planSchema.safeParse(input, { error: z.locales.vi().localeError });
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => `${issue.path.join(' › ')}: ${issue.message}`),
    };
  const plan = parsed.data as Plan;
  const faults = [...checkTree(plan.units).map(treeSentence), ...referenceFaults(plan)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan };
}
