/** What a plan obliges: levels, kinds of units, what each owes, by when, and what becomes public. */
import type { DeadlineRule } from './deadline.ts';
import type { ExemplarKind } from './form.ts';
import type { Unit } from './unit.ts';

export interface Level {
  id: string;
  name: string;
}

export interface UnitKind {
  name: string;
  /** Id of the level it stands on. */
  level: string;
}

/** How many exemplars a list has. `target` is what the plan hopes for; going over it only warns. */
export interface Quota {
  min: number;
  max?: number;
  target?: number;
}

/** A paper that a list must bring. */
export interface AttachmentRule {
  id: string;
  /** Vietnamese name: "Kế hoạch bồi dưỡng, nhân rộng". */
  label: string;
}

/** What every unit of a kind owes its parent in each period. */
export interface Obligation {
  /** Numbers in the project's checklist of the plan's text, e.g. 'BL-01'. */
  ids: readonly string[];
  unitKind: string;
  form: string;
  quota: Quota;
  allowedKinds: readonly ExemplarKind[];
  deadline: DeadlineRule;
  attachment?: AttachmentRule;
  headSignOff: boolean;
  /** Whether "Không có trường hợp" is an answer. */
  nilReport: boolean;
}

/** A day of the plan that is no filing date: 11/6, the end of the period. */
export interface PlanEvent {
  id: string;
  name: string;
  month: number;
  day: number;
  /** Working days before the day on which units are told. */
  leadWorkingDays: number;
  unitKinds: readonly string[];
}

export interface Plan {
  id: string;
  number: string;
  title: string;
  issuer: string;
  signer: string;
  issuedOn: string;
  inForceFrom: string;
  inForceTo: string;
  timeZone: string;
  /** From bottom to top. */
  levels: readonly Level[];
  unitKinds: Record<string, UnitKind>;
  obligations: readonly Obligation[];
  events: readonly PlanEvent[];
  /** Levels whose council's approval makes a row public; whether the public card shows the birth year. */
  publication: { levels: readonly string[]; showBirthYear: boolean; channels: readonly string[] };
  /** Working days before a deadline on which units that have not sent are reminded. */
  reminderLeads: readonly number[];
  /** Working days after the last day on which units that have not sent, and their reviewers, are told again. */
  overdueSteps: readonly number[];
  units: readonly Unit[];
}

export type StaffRole = 'clerk' | 'head' | 'reviewer' | 'admin';

/** A person who may act for a unit. */
export interface Staff {
  email: string;
  name: string;
  unitId: string;
  role: StaffRole;
}
