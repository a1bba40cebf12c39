/** Who plays the lists beside those of exemplars, one unit of each kind that reports to the province, and what those units have sent. */
import { type Dossier, isOffList } from '../../../../../functions/domain/dossier.ts';
import { periodOn } from '../../../../../functions/domain/period.ts';
import type { Unit } from '../../../../../functions/domain/unit.ts';
import { withOutcome } from '../../scene.ts';
import { castOf, dossiers, type Stage } from '../../stage.ts';

export const province = '95';

/** Kinds of units whose lists go to the province. */
export const toProvince = ['district', 'cluster', 'agency', 'enterprise'] as const;

/** The agency first: it launches movements, and its slips are shown. */
export const players = (stage: Stage): Unit[] =>
  ['agency', 'cluster', 'enterprise', 'district'].flatMap((kind) =>
    withOutcome(castOf(stage, [kind]), 'on-time')
      .slice(0, 1)
      .map(({ unit }) => unit),
  );

/** The period of a form on a day of the demo's year: "06-12" and follow-up → "2025-H1.TD". */
export const periodOf = (stage: Stage, form: string, day: string): string =>
  periodOn(stage.plan, `${stage.period}-${day}`, form);

/** What each of them has at the province: written by itself or chosen from below. */
export async function exemplarsOf(stage: Stage, units: readonly Unit[]): Promise<Map<string, Dossier[]>> {
  const atProvince = (await dossiers(stage)).filter(
    (dossier) => dossier.at === province && !isOffList(dossier),
  );
  return new Map(
    units.map(({ id }) => [
      id,
      atProvince
        .filter(({ unitId, approvals }) => unitId === id || approvals.includes(id))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    ]),
  );
}

export const nameOf = ({ row }: Dossier): string => String(row.values.name ?? '');
