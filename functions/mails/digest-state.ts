/** What the digests of a morning are made from: one plan in one period, its people, and what waits there. */
import type { Deadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Doubt } from '../domain/doubt.ts';
import type { Obligation, Plan, StaffRole } from '../domain/plan.ts';
import type { UnitRequest } from '../domain/request.ts';
import type { Submission } from '../domain/submission.ts';
import type { UnitTree } from '../domain/unit.ts';
import type { PlanInfo } from './data.ts';
import type { SigningLine } from './digest-data.ts';

export interface DigestPerson {
  email: string;
  name: string;
  unitId: string;
  role: StaffRole;
}

/** One plan in one period. */
export interface DigestState {
  plan: Plan;
  period: string;
  tree: UnitTree;
  staff: readonly DigestPerson[];
  submissions: ReadonlyMap<string, Submission>;
  /** Dossiers with an event since the last digest; others have nothing to tell. */
  touched: readonly Dossier[];
  /** Of the touched ones: follow-ups that speak against a story which is public. */
  doubts: readonly Doubt[];
  /** On the Đề nghị tab, of all units: open ones, and those taken back since the last digest. */
  requests: readonly UnitRequest[];
  /** Rows that wait at each desk. */
  waiting: ReadonlyMap<string, number>;
  /** Rows that stand in each unit's tab, chosen ones from below included. */
  typedRows: ReadonlyMap<string, number>;
  duties: ReadonlyMap<string, { obligation: Obligation; deadline: Deadline }>;
  /** Names of the lists of Danh mục, by id. */
  listNames: Readonly<Record<string, string>>;
  /** It was in no digest before. */
  isNew: boolean;
  /** Its first digest of the year it is about. */
  opensYear: boolean;
  /** What is known of the holidays of the years its deadlines fall in. */
  holidayYears: ReadonlyMap<number, 'checked' | 'unchecked' | 'missing'>;
  linkOf(unitId: string): string;
  reviewLinkOf(unitId: string): string;
  requestsLinkOf(spreadsheetId: string): string;
  /** A new link by which this person signs the list. */
  signLinkOf(
    submission: Submission,
    email: string,
  ): Pick<SigningLine, 'link' | 'expiresAt' | 'isFirstLinkOver'>;
  /** Works that wait for scorers. */
  scores: readonly OwedScores[];
  scoreLinkOf(unitId: string, email: string): string;
}

/** What one scorer has to do at one desk. */
export interface OwedScores {
  unitId: string;
  /** Lower case. */
  email: string;
  open: number;
  /** When the newest work came to the desk, ISO instant. */
  newest: string;
}

export const toPlanInfo = ({ number, issuer, timeZone }: Plan): PlanInfo => ({ number, issuer, timeZone });
