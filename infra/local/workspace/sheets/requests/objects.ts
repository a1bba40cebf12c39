/** Requests on what lies over the cells: protection, filter, conditional formats, named ranges, developer metadata. */
import { ApiError } from '../../api.ts';
import { toArea } from '../a1.ts';
import { clearFilter, setFilter } from '../basic-filter.ts';
import { type Draft, newId, tabForEdit } from '../draft.ts';
import { merge, wants, writeMask } from '../fields.ts';
import { type DataFilter, metadataOf, toLocation } from '../metadata.ts';
import type {
  BasicFilter,
  ConditionalFormatRule,
  DeveloperMetadata,
  NamedRange,
  ProtectedRange,
  Tab,
} from '../model.ts';
import { assertEditable, assertTabEditable, mayEdit, refuse } from '../protection.ts';
import { toProtectedRange } from '../resource.ts';
import { editArea, type RequestHandler } from './shared.ts';
import { isProtectionTaken } from './sheets.ts';

function addProtectedRange(draft: Draft, request: { protectedRange?: Partial<ProtectedRange> }): object {
  const given = request.protectedRange ?? {};
  const { tab } = editArea(draft, given.range);
  const id = given.protectedRangeId ?? newId(draft, (each) => isProtectionTaken(draft, each));
  if (isProtectionTaken(draft, id)) throw new ApiError(400, `Protected range with ID ${id} already exists.`);
  const added = checkProtected(draft, tab, { ...given, range: given.range ?? {}, protectedRangeId: id });
  tab.protectedRanges.push(added);
  return { protectedRange: toProtectedRange(draft.book, added, draft.actor.email) };
}

/** Whoever protects a range can always edit it, and so can the owner; Google adds both. */
function checkProtected(draft: Draft, tab: Tab, range: ProtectedRange): ProtectedRange {
  for (const hole of range.unprotectedRanges ?? []) {
    if ((hole.sheetId ?? 0) !== tab.sheetId)
      throw new ApiError(400, 'Unprotected ranges must be on the protected sheet.');
  }
  const { requestingUserCanEdit: _asked, ...kept } = range as ProtectedRange & {
    requestingUserCanEdit?: boolean;
  };
  const home = { ...kept, range: { ...kept.range, sheetId: tab.sheetId } };
  if (!home.editors) return home;
  const users = new Set(
    [draft.book.owner, draft.actor.email, ...(home.editors.users ?? [])].map((user) => user.toLowerCase()),
  );
  return { ...home, editors: { ...home.editors, users: [...users] } };
}

function findProtected(
  draft: Draft,
  id: number | undefined,
): { tab: Tab; index: number; found: ProtectedRange } {
  for (const tab of draft.book.tabs) {
    const index = tab.protectedRanges.findIndex((each) => each.protectedRangeId === id);
    const found = tab.protectedRanges[index];
    if (!found) continue;
    if (!mayEdit(draft.book, found, draft.actor.email)) throw refuse();
    return { tab: tabForEdit(draft, tab.sheetId), index, found };
  }
  throw new ApiError(400, `No protected range with ID: ${id ?? 0}`);
}

function updateProtectedRange(
  draft: Draft,
  request: { protectedRange?: Partial<ProtectedRange>; fields?: string },
): undefined {
  const { tab, index, found } = findProtected(draft, request.protectedRange?.protectedRangeId);
  const { protectedRangeId, ...rest } = found;
  const changed = merge(rest, request.protectedRange, writeMask(request.fields));
  tab.protectedRanges[index] = checkProtected(draft, tab, {
    ...changed,
    range: changed.range ?? found.range,
    protectedRangeId,
  });
}

function deleteProtectedRange(draft: Draft, request: { protectedRangeId?: number }): undefined {
  const { tab, index } = findProtected(draft, request.protectedRangeId);
  tab.protectedRanges.splice(index, 1);
}

function setBasicFilter(draft: Draft, request: { filter?: BasicFilter }): undefined {
  const { tab } = editArea(draft, request.filter?.range);
  if (request.filter?.sortSpecs?.length) assertEditable(draft, tab, toArea(tab, request.filter.range ?? {}));
  setFilter(draft, tab, request.filter ?? {});
}

function clearBasicFilter(draft: Draft, request: { sheetId?: number }): undefined {
  clearFilter(tabForEdit(draft, request.sheetId));
}

function ruleTab(draft: Draft, rule: ConditionalFormatRule | undefined): Tab {
  const first = rule?.ranges?.[0];
  if (!first) throw new ApiError(400, 'ConditionalFormatRule.ranges must not be empty.');
  for (const range of rule.ranges) editArea(draft, range);
  const tab = tabForEdit(draft, first.sheetId);
  assertTabEditable(draft, tab);
  return tab;
}

function addConditionalFormatRule(
  draft: Draft,
  request: { rule?: ConditionalFormatRule; index?: number },
): undefined {
  const tab = ruleTab(draft, request.rule);
  const index = request.index ?? 0;
  if (index > tab.conditionalFormats.length) throw new ApiError(400, `index[${index}] is out of bounds.`);
  tab.conditionalFormats.splice(index, 0, request.rule as ConditionalFormatRule);
}

function deleteConditionalFormatRule(draft: Draft, request: { index?: number; sheetId?: number }): object {
  const tab = tabForEdit(draft, request.sheetId);
  assertTabEditable(draft, tab);
  const [rule] = tab.conditionalFormats.splice(request.index ?? 0, 1);
  if (!rule)
    throw new ApiError(400, `No conditional format on sheet: ${tab.sheetId} at index: ${request.index ?? 0}`);
  return { rule };
}

function addNamedRange(draft: Draft, request: { namedRange?: Partial<NamedRange> }): object {
  const { name = '', range, namedRangeId } = request.namedRange ?? {};
  const { tab } = editArea(draft, range);
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_]{0,249}$/u.test(name))
    throw new ApiError(400, `Invalid named range name: ${name}`);
  if (draft.book.namedRanges.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    throw new ApiError(400, `A named range with the name "${name}" already exists.`);
  }
  const id =
    namedRangeId ??
    String(
      newId(draft, (each) => draft.book.namedRanges.some((other) => other.namedRangeId === String(each))),
    );
  const added = { namedRangeId: id, name, range: { ...range, sheetId: tab.sheetId } };
  draft.book.namedRanges = [...draft.book.namedRanges, added];
  draft.bookTouched = true;
  return { namedRange: added };
}

function deleteNamedRange(draft: Draft, request: { namedRangeId?: string }): undefined {
  const kept = draft.book.namedRanges.filter((each) => each.namedRangeId !== request.namedRangeId);
  if (kept.length === draft.book.namedRanges.length)
    throw new ApiError(400, `No named range with id: ${request.namedRangeId}`);
  draft.book.namedRanges = kept;
  draft.bookTouched = true;
}

function createDeveloperMetadata(
  draft: Draft,
  request: { developerMetadata?: Partial<DeveloperMetadata> },
): object {
  const { metadataId, metadataKey, metadataValue, visibility, location } = request.developerMetadata ?? {};
  if (!metadataKey) throw new ApiError(400, 'DeveloperMetadata.metadataKey must be set.');
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT')
    throw new ApiError(400, 'DeveloperMetadata.visibility must be set.');
  const taken = (id: number) => draft.book.metadata.some((each) => each.metadataId === id);
  if (metadataId !== undefined && taken(metadataId))
    throw new ApiError(400, `DeveloperMetadata with ID ${metadataId} already exists.`);
  const developerMetadata: DeveloperMetadata = {
    metadataId: metadataId ?? newId(draft, taken),
    metadataKey,
    ...(metadataValue === undefined ? {} : { metadataValue }),
    location: toLocation(draft.book, location),
    visibility,
  };
  draft.book.metadata = [...draft.book.metadata, developerMetadata];
  draft.bookTouched = true;
  return { developerMetadata };
}

function filtered(draft: Draft, filters: DataFilter[]): DeveloperMetadata[] {
  return [...new Set(filters.flatMap((filter) => metadataOf(draft.book, filter)))];
}

interface UpdateDeveloperMetadata {
  dataFilters?: DataFilter[];
  developerMetadata?: Partial<DeveloperMetadata>;
  fields?: string;
}

function updateDeveloperMetadata(draft: Draft, request: UpdateDeveloperMetadata): object {
  const mask = writeMask(request.fields);
  const found = filtered(draft, request.dataFilters ?? []);
  if (found.length === 0) throw new ApiError(400, 'No developer metadata matched the data filters.');
  const location = wants(mask, 'location')
    ? toLocation(draft.book, request.developerMetadata?.location)
    : undefined;
  const updated = found.map((each) => {
    const { metadataId, location: before, ...rest } = each;
    const { metadataId: _id, location: _location, ...given } = request.developerMetadata ?? {};
    const parts = merge(
      rest,
      given,
      mask.size === 0 ? mask : new Map([...mask].filter(([key]) => key !== 'location')),
    );
    return { metadataId, ...rest, ...parts, location: location ?? before };
  });
  draft.book.metadata = draft.book.metadata.map((each) => updated[found.indexOf(each)] ?? each);
  draft.bookTouched = true;
  return { developerMetadata: updated };
}

function deleteDeveloperMetadata(draft: Draft, request: { dataFilter?: DataFilter }): object {
  const found = filtered(draft, request.dataFilter ? [request.dataFilter] : []);
  draft.book.metadata = draft.book.metadata.filter((each) => !found.includes(each));
  draft.bookTouched = true;
  return found.length > 0 ? { deletedDeveloperMetadata: found } : {};
}

export const objectRequests: Record<string, RequestHandler> = {
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
  setBasicFilter,
  clearBasicFilter,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  addNamedRange,
  deleteNamedRange,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
};
