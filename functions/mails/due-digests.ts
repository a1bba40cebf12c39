/** Who gets which digest on a day: from the state of all plans to one mail's data a person. Pure; the same state gives the same mails. */
import type { DigestDay } from './digest-calendar.ts';
import type { DailyDigestData } from './digest-data.ts';
import { type DigestPerson, type DigestState, toPlanInfo } from './digest-state.ts';
import { askedLines } from './due-asked.ts';
import { deskLines, escalationLines, holidayGapLines, scoringLines } from './due-desks.ts';
import { doubtLines } from './due-doubts.ts';
import { dutyLines, eventLines, undatedLines } from './due-duties.ts';
import { endingLines } from './due-endings.ts';
import { resultLines, returnedLines } from './due-news.ts';
import { noRequests, requestLines } from './due-requests.ts';
import { signingLines } from './due-signings.ts';

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
