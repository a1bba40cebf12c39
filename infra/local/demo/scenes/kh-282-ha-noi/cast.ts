/** Who plays in the demo of KH 282: a few districts with their wards, two agencies, an organisation, the contest's office. */
import type { Unit } from '../../../../../functions/domain/unit.ts';
import { workbooksOf } from '../../../trial.ts';
import type { Stage } from '../../stage.ts';

export const city = '01';

const firstOf = ({ plan }: Stage, kind: string, most: number): Unit[] =>
  plan.units.filter((unit) => unit.kind === kind).slice(0, most);

export const districts = (stage: Stage): Unit[] => firstOf(stage, 'district', 3);

export const agencies = (stage: Stage): Unit[] => firstOf(stage, 'agency', 2);

/** Everybody who reports to the city here. */
export const reporting = (stage: Stage): Unit[] => [
  ...districts(stage),
  ...agencies(stage),
  ...firstOf(stage, 'organisation', 1),
];

export const wards = (stage: Stage): Unit[] =>
  districts(stage).flatMap(({ id }) => stage.tree.children(id).slice(0, 3));

export const standingOffice = (stage: Stage): Unit[] => firstOf(stage, 'standing', 1);

/** The stage of another form's period. */
export const inPeriod = async (stage: Stage, period: string): Promise<Stage> => ({
  ...stage,
  period,
  workbooks: await workbooksOf(stage.people, stage.plan.id, period),
});
