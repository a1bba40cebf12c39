/** What a plan obliges: levels, kinds of units, what each owes, by when, and what becomes public. */
import type { DayRule, DeadlineRule } from './deadline.ts';
import type { Column, ExemplarKind } from './form.ts';
import type { Scoring } from './scoring.ts';
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

/** What every unit of a kind owes its parent in each period; one for each form that it fills in. */
export interface Obligation {
  /** Numbers in the project's checklist of the plan's text, e.g. 'BL-01'. */
  ids: readonly string[];
  unitKind: string;
  form: string;
  quota: Quota;
  /** Only where the form asks for the kind of exemplar. */
  allowedKinds?: readonly ExemplarKind[];
  deadline: DeadlineRule;
  attachment?: AttachmentRule;
  headSignOff: boolean;
  /** Whether "Không có trường hợp" is an answer. */
  nilReport: boolean;
}

/** A day that comes back within the year is only for lists. */
export type EventDay = Exclude<DayRule, { kind: 'monthly' | 'quarterly' | 'halfYearly' }>;

/** A day of the plan that is no filing date: 11/6, the tradition day of each unit, the end of the plan. */
export interface PlanEvent {
  id: string;
  name: string;
  on: EventDay;
  /** Working days before the day on which units are told. */
  leadWorkingDays: number;
  unitKinds: readonly string[];
  /** Who of the unit is told; absent means clerk and head. */
  roles?: readonly StaffRole[];
}

/** How the works of a contest are judged; see judging.ts. */
export interface Judging {
  form: string;
  /** Scorers of one work at one desk; a desk decides upward only when so many have scored. */
  scorers: number;
  /** Points between two scores from which the desk is asked to look again. */
  spread: number;
  /** What judging is called at the desks of each level: { ward: 'Sơ khảo', city: 'Chung khảo' }; other desks judge nothing. */
  rounds: Readonly<Record<string, string>>;
  /** Columns that scorers see. Whoever wrote the work is best not among them. */
  shows: readonly string[];
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
  /** Working days before a deadline on which the clerk of a unit that has not sent is reminded. */
  reminderLeads: readonly number[];
  /** Those of them on which its head is told too, if rows or the signature are missing; absent: on none. */
  headLeads?: readonly number[];
  /** Whether clerk and head are called once more on the last working day. */
  lastCall?: boolean;
  /** Working days after the last day on which units that have not sent, and their reviewers, are told again. */
  overdueSteps: readonly number[];
  /** From this overdue step on the head of the collecting unit hears who is missing; absent: never. */
  escalationStep?: number;
  /** Calendar days after the last day from which nobody is asked any more; absent: never. */
  closeAfterDays?: number;
  /** How units are marked at the year's end; absent when the plan keeps no score. */
  scoring?: Scoring;
  /** How the works of a contest are judged; absent when the plan has none. */
  judging?: Judging;
  /** Levels whose collecting units choose with the tab Gợi ý chọn beside them; absent: none. */
  shortlist?: { levels: readonly string[] };
  units: readonly Unit[];
  /** Who carries on the work of the units of earlier plans. */
  takesOver?: readonly TakeOver[];
  /** Days off beside weekends, as the control sheet lists them; absent: those that ship with the project. */
  daysOff?: readonly DayOff[];
  /** Lists of words and papers with the time they hold, as the control sheet has them. */
  catalogues?: readonly CatalogueEntry[];
  /** What the plan asks beside the columns of its forms. */
  columns?: readonly PlanColumn[];
}

/** A column of the plan's own, in one of its forms. */
export interface PlanColumn {
  form: string;
  /** Key of the column it stands behind. */
  after: string;
  column: Column;
}

/**
 * Units of an earlier plan that have ended, and who carries on their work. Not part of the tree, because codes are given
 * again: today's 31825 is another unit than the one that had this code until 2025. One `from` with several lines was
 * split. An heir that is no unit of the plan is no fault of it: the control sheet can drop a unit but shows no heirs, and
 * carrying over says so of each dossier.
 */
export interface TakeOver {
  /** Id of the earlier plan. */
  plan: string;
  /** The paper that says so, Vietnamese. */
  source: string;
  heirs: readonly { from: string; to: string }[];
}

export interface DayOff {
  /** ISO. */
  date: string;
  name: string;
  /** The notice that sets it; '' when it is the law itself. */
  source: string;
}

export interface CatalogueEntry {
  list: string;
  value: string;
  validFrom?: string;
  /** Last day it holds, ISO. */
  validTo?: string;
  source: string;
}

export const staffRoles = ['clerk', 'head', 'reviewer', 'scorer', 'admin'] as const;

export type StaffRole = (typeof staffRoles)[number];

/** A person who may act for a unit. */
export interface Staff {
  email: string;
  name: string;
  unitId: string;
  role: StaffRole;
}
