/** Who gets which digest on a day: from the state of all plans to one mail's data a person. Pure; the same state gives the same mails. */
import type { Deadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Doubt } from '../domain/doubt.ts';
import type { Obligation, Plan, StaffRole } from '../domain/plan.ts';
import type { UnitRequest } from '../domain/request.ts';
import type { Submission } from '../domain/submission.ts';
import type { UnitTree } from '../domain/unit.ts';
import type { PlanInfo } from './data.ts';
import type { DigestDay } from './digest-calendar.ts';
import type { DailyDigestData, SigningLine } from './digest-data.ts';
import { askedLines } from './due-asked.ts';
import { deskLines, escalationLines, holidayGapLines, scoringLines } from './due-desks.ts';
import { doubtLines } from './due-doubts.ts';
import { dutyLines, eventLines, undatedLines } from './due-duties.ts';
import { endingLines } from './due-endings.ts';
import { resultLines, returnedLines } from './due-news.ts';
import { noRequests, requestLines } from './due-requests.ts';
import { signingLines } from './due-signings.ts';

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

/** By e-mail; people without anything to hear are not in it. */
export function dueDigests(states: readonly DigestState[], day: DigestDay): Map<string, DailyDigestData> {
  const digests = new Map<string, DailyDigestData>();
  for (const state of states) {
    for (const person of state.staff) {
      const part = partFor(person, state, day);
      if (isSilent(part)) continue;
      const email = person.email.toLowerCase();
      digests.set(email, merged(digests.get(email), part));
    }
  }
  return digests;
}

type Part = DailyDigestData;

const sections = [
  'returned',
  'overdue',
  'coming',
  'signings',
  'desks',
  'requests',
  'asked',
  'scorings',
  'doubts',
  'escalations',
  'results',
  'events',
  'undated',
  'holidayGaps',
  'endings',
] as const satisfies (keyof Part)[];

const isSilent = (part: Part): boolean => sections.every((section) => part[section].length === 0);

const merged = (before: Part | undefined, part: Part): Part =>
  before
    ? {
        ...before,
        plans: unique([...before.plans, ...part.plans]),
        ...Object.fromEntries(
          sections.map((section) => [section, unique<unknown>([...before[section], ...part[section]])]),
        ),
      }
    : part;

/** A person with two roles in a unit hears a thing once. */
const unique = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

function partFor(person: DigestPerson, state: DigestState, day: DigestDay): Part {
  const { role } = person;
  const unit = state.tree.get(person.unitId);
  const writes = role === 'clerk' || role === 'head';
  const { overdue, coming } =
    unit && writes ? dutyLines(role, unit, state, day) : { overdue: [], coming: [] };
  const requests =
    unit && (role === 'reviewer' || role === 'head') ? requestLines(role, unit, state, day) : noRequests;
  const part: Part = {
    recipientName: person.name,
    day: day.day,
    plans: [toPlanInfo(state.plan)],
    // Of a plan, not of a period: see due-tickets.ts.
    tickets: [],
    overdue,
    coming,
    signings: unit && writes ? signingLines(person, unit, state, day, { overdue, coming }) : [],
    returned: unit && writes ? returnedLines(role, unit, state, day) : [],
    desks: unit && role === 'reviewer' ? deskLines(unit, state, day) : [],
    requests: requests.isDue ? requests.lines : [],
    asked: unit && role === 'clerk' ? askedLines(unit, state, day) : [],
    scorings: unit && role === 'scorer' ? scoringLines(person, unit, state, day) : [],
    doubts: unit && role === 'reviewer' ? doubtLines(unit, state, day) : [],
    escalations: unit && role === 'head' ? escalationLines(unit, state, day) : [],
    results: unit && role === 'clerk' ? resultLines(unit, state, day) : [],
    events: unit ? eventLines(role, unit, state, day) : [],
    undated: unit && role === 'clerk' ? undatedLines(unit, state) : [],
    holidayGaps: role === 'admin' ? holidayGapLines(state, day) : [],
    endings: role === 'admin' ? endingLines(state, day) : [],
    controlFaults: [],
    mailTroubles: null,
  };
  return isSilent(part) ? part : { ...part, requests: requests.lines };
}
