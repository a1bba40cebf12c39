/** From what came, went and changed: the parts of the next generation that its manifest names. */
import { type Keys, keysName, toGroupsDocument, toKeysDocument } from '../listing/directory.ts';
import { editRoll } from '../listing/edit-roll.ts';
import { type FrontDocument, noFront, toFront } from '../listing/front.ts';
import type { Lead } from '../listing/lead.ts';
import { pageSize } from '../listing/look.ts';
import { frontName, hashOf, isPlan, isRoll, type Part, planName } from '../listing/manifest.ts';
import { toPlanTable } from '../listing/plan-table.ts';
import { compareLeads, type Head, leadsIn, type RollDocument, toHead, toText } from '../listing/roll.ts';
import { count, daysOf, parseTally, unitsOf } from '../listing/tally.ts';
import type { DocumentStore } from '../ports.ts';
import { type LoadedPlan, readPlan } from '../records.ts';
import type { PartWriter } from './part-writer.ts';
import type { StoryEdits } from './publish-stories.ts';
import { readAllKeys, readKeys, readParts, type Standing } from './standing.ts';
import type { MetPlans } from './story-groups.ts';

export interface NextParts {
  parts: Part[];
  heads: Head[];
  total: number;
}

export interface Making {
  store: DocumentStore;
  standing: Standing;
  writer: PartWriter;
  isWhole: boolean;
}

/** Undefined: another publisher was quicker. */
export async function makeParts(
  making: Making,
  edits: StoryEdits,
  plans: MetPlans,
): Promise<NextParts | undefined> {
  const { standing, writer, isWhole } = making;
  const next = new Map<string, Part>(isWhole ? [] : standing.parts);
  for (const name of next.keys()) if (isRoll(name)) next.delete(name);
  const put = async (name: string, document: object | null): Promise<boolean> => {
    const part = document && (await writer.put(name, document, standing.parts.get(name)));
    if (part) next.set(name, part);
    else next.delete(name);
    return part !== undefined;
  };
  for (const [name, groups] of edits.groups)
    if (!(await put(name, groups.size === 0 ? null : toGroupsDocument(groups)))) return undefined;
  for (const [name, keys] of await editKeys(making, edits))
    if (!(await put(name, keys.size === 0 ? null : toKeysDocument(keys)))) return undefined;
  const before = await readFront(making, edits);
  const roll = await makeRoll(making, edits, before);
  if (!roll) return undefined;
  const front = editFront(before, edits, roll.first);
  const isAsBefore = !isWhole && !hasEdits(edits);
  if (!isAsBefore && !(await put(frontName, front.total === 0 ? null : front))) return undefined;
  for (const [name, table] of await makeTables(making, edits, front, plans))
    if (!(await put(name, table))) return undefined;
  const others = [...next.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const total = isAsBefore ? (standing.pointer?.data.total ?? 0) : front.total;
  return { parts: [...roll.parts, ...others], heads: roll.heads, total };
}

/** Directories of keys that change; of all, those of stories that were public once stay for ever. */
async function editKeys(
  { store, standing, isWhole }: Making,
  { keys }: StoryEdits,
): Promise<Map<string, Keys>> {
  const directories = isWhole ? new Map<string, Keys>() : await readKeys(store, standing, keys.keys());
  const note = (key: string, about: Keys extends Map<string, infer About> ? About : never): void => {
    const name = keysName(key);
    const known = directories.get(name) ?? new Map();
    directories.set(name, known);
    known.set(key, about);
  };
  if (isWhole) for (const key of (await readAllKeys(store, standing)).keys()) note(key, null);
  for (const [key, about] of keys) note(key, about);
  return directories;
}

const hasEdits = ({ gone, come }: StoryEdits): boolean => gone.length + come.length > 0;

/** Only when leads came or went. */
async function readFront({ store, standing, isWhole }: Making, edits: StoryEdits): Promise<FrontDocument> {
  if (isWhole || !hasEdits(edits)) return noFront;
  const [before = noFront] = await readParts<FrontDocument>(store, [standing.parts.get(frontName)]);
  return before;
}

interface MadeRoll {
  parts: Part[];
  heads: Head[];
  /** Leads of the first page; undefined when they are as before. */
  first: Lead[] | undefined;
}

async function makeRoll(
  { store, standing, writer, isWhole }: Making,
  edits: StoryEdits,
  before: FrontDocument,
): Promise<MadeRoll | undefined> {
  const known = new Map<number, Lead[]>();
  const read = async (part: number): Promise<Lead[]> => {
    const leads = known.get(part) ?? (await readRoll(store, standing.roll[part]));
    known.set(part, leads);
    return leads;
  };
  const made: MadeRoll = { parts: [], heads: [], first: isFirstPageKept(before, edits) ? undefined : [] };
  const isWanted = (): boolean => made.first !== undefined && made.first.length < pageSize;
  for (const one of await editRoll(isWhole ? [] : standing.heads, read, edits)) {
    if ('kept' in one) {
      made.parts.push(standing.roll[one.kept]!);
      made.heads.push(standing.heads[one.kept]!);
      if (isWanted()) made.first?.push(...(await read(one.kept)));
      continue;
    }
    const text = toText(one.piece);
    const name = `roll-${hashOf(text)}`;
    const part = await writer.put(name, { text } satisfies RollDocument, standing.parts.get(name));
    if (!part) return undefined;
    made.parts.push(part);
    made.heads.push(toHead(one.piece));
    if (isWanted()) made.first?.push(...one.piece.leads);
  }
  return made;
}

async function readRoll(store: DocumentStore, part: Part | undefined): Promise<Lead[]> {
  const [document] = await readParts<RollDocument>(store, [part]);
  if (!document) throw new Error(`a part of the roll is gone: ${part?.name}`);
  return leadsIn(document.text);
}

/** All that came and went stands after it. */
function isFirstPageKept({ total, leads }: FrontDocument, edits: StoryEdits): boolean {
  if (!hasEdits(edits)) return true;
  const last = total > pageSize ? leadsIn(leads).at(-1) : undefined;
  return last !== undefined && [...edits.gone, ...edits.come].every((lead) => compareLeads(lead, last) > 0);
}

function editFront(
  before: FrontDocument,
  { gone, come }: StoryEdits,
  first: readonly Lead[] | undefined,
): FrontDocument {
  const tally = parseTally(before.tally);
  for (const lead of gone) count(tally, lead, -1);
  for (const lead of come) count(tally, lead, 1);
  return toFront(before.total - gone.length + come.length, first ?? leadsIn(before.leads), tally);
}

/** The tables of plans whose leads came or went: they name the units that have some. */
async function makeTables(
  { store, standing, isWhole }: Making,
  { gone, come }: StoryEdits,
  { tally }: FrontDocument,
  plans: MetPlans,
): Promise<Map<string, object | null>> {
  const counts = parseTally(tally);
  const units = Map.groupBy(unitsOf(counts), ({ planId }) => planId);
  const met = new Set([...gone, ...come].map(({ planId }) => planId));
  if (isWhole)
    for (const name of standing.parts.keys()) if (isPlan(name)) met.add(name.slice(planName('').length));
  const tables = new Map<string, object | null>();
  for (const planId of met) {
    const counted = units.get(planId);
    const { plan }: LoadedPlan = plans.get(planId) ?? (await readPlan(store, planId));
    const ids = new Set((counted ?? []).map(({ id }) => id));
    tables.set(planName(planId), counted ? toPlanTable(plan, ids, daysOf(counts, planId)) : null);
  }
  return tables;
}
