/** Requests that move or retype contents: sort, copy, cut, paste, find and replace. */
import { ApiError } from '../../api.ts';
import { intersect, tabById, toArea, toGridRange } from '../a1.ts';
import { cellAt, forEachCell, growTo, putCell } from '../cells.ts';
import { assertCellLimit } from '../dimensions.ts';
import { type Draft, tabForEdit } from '../draft.ts';
import { localeRules } from '../locale.ts';
import { unmergeArea } from '../merges.ts';
import type { Area, Cell, GridRange, SortSpec, Tab } from '../model.ts';
import { plainNumber } from '../number-text.ts';
import { copyArea, cutArea, pasteClip, transpose } from '../paste.ts';
import { assertEditable } from '../protection.ts';
import { sortArea } from '../sort.ts';
import { putTyped } from '../typing.ts';
import { editArea, type RequestHandler } from './shared.ts';

function sortRange(draft: Draft, request: { range?: GridRange; sortSpecs?: SortSpec[] }): undefined {
  const { tab, area } = editArea(draft, request.range);
  assertEditable(draft, tab, area);
  for (const spec of request.sortSpecs ?? []) {
    const column = spec.dimensionIndex ?? 0;
    if (column < area.left || column >= area.right) {
      throw new ApiError(400, `sortSpecs.dimensionIndex[${column}] is outside the range.`);
    }
  }
  sortArea(draft, tab, area, request.sortSpecs ?? []);
}

interface CopyPaste {
  source?: GridRange;
  destination?: GridRange;
  pasteType?: string;
  pasteOrientation?: string;
}

function copyPaste(draft: Draft, request: CopyPaste): undefined {
  const source = tabById(draft.book, request.source?.sheetId);
  const from = intersect(toArea(source, request.source ?? {}), toArea(source, {}));
  if (!from || !request.destination) throw new ApiError(400, 'Source and destination must be specified.');
  const copied = copyArea(draft, source, from);
  const clip = request.pasteOrientation === 'TRANSPOSE' ? transpose(copied) : copied;
  const tab = tabForEdit(draft, request.destination.sheetId);
  const wished = toArea(tab, request.destination);
  const area = {
    top: wished.top,
    left: wished.left,
    bottom: wished.top + fill(wished.bottom - wished.top, clip.height),
    right: wished.left + fill(wished.right - wished.left, clip.width),
  };
  assertEditable(draft, tab, area);
  const type = request.pasteType ?? 'PASTE_NORMAL';
  pasteClip(draft, tab, area, clip, type);
  if (type === 'PASTE_NORMAL' || type === 'PASTE_CONDITIONAL_FORMATTING')
    copyConditions(tab, source, from, area);
}

/** The smallest destination is the source itself; a larger one is filled with whole copies. */
function fill(wished: number, size: number): number {
  return Math.max(size, Math.floor(wished / size) * size);
}

/** The pasted cells come under the rules of their source: the same rule on the same tab, a copy of it on another. */
function copyConditions(tab: Tab, source: Tab, from: Area, area: Area): void {
  const pasted = toGridRange(tab, area);
  const covering = source.conditionalFormats.filter((rule) =>
    rule.ranges.some((range) => intersect(toArea(source, range), from)),
  );
  if (tab.sheetId !== source.sheetId) {
    tab.conditionalFormats.push(...covering.map((rule) => ({ ...rule, ranges: [pasted] })));
    return;
  }
  tab.conditionalFormats = tab.conditionalFormats.map((rule) =>
    covering.includes(rule) ? { ...rule, ranges: [...rule.ranges, pasted] } : rule,
  );
}

interface CutPaste {
  source?: GridRange;
  destination?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
  pasteType?: string;
}

function cutPaste(draft: Draft, request: CutPaste): undefined {
  const { tab: from, area: source } = editArea(draft, request.source);
  const to = tabForEdit(draft, request.destination?.sheetId);
  const { rowIndex: top = 0, columnIndex: left = 0 } = request.destination ?? {};
  const target = {
    top,
    left,
    bottom: top + source.bottom - source.top,
    right: left + source.right - source.left,
  };
  assertEditable(draft, from, source);
  assertEditable(draft, to, target);
  cutArea(draft, from, source, to, target, request.pasteType ?? 'PASTE_NORMAL');
}

interface PasteData {
  coordinate?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
  data?: string;
  delimiter?: string;
  html?: boolean;
  type?: string;
}

/** Text from elsewhere is read as typed; a normal paste brings its own blank format and no validation along. */
function pasteData(draft: Draft, request: PasteData): undefined {
  if (request.html) throw new ApiError(400, 'not emulated: pasteData.html');
  const delimiter = request.delimiter || '\t';
  const lines = (request.data ?? '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split(delimiter));
  const tab = tabForEdit(draft, request.coordinate?.sheetId);
  const { rowIndex: top = 0, columnIndex: left = 0 } = request.coordinate ?? {};
  const width = Math.max(...lines.map((line) => line.length));
  const area = { top, bottom: top + lines.length, left, right: left + width };
  assertEditable(draft, tab, area);
  growTo(tab, area.bottom, area.right);
  assertCellLimit(draft);
  const plain = (request.type ?? 'PASTE_NORMAL') === 'PASTE_NORMAL';
  if (plain) unmergeArea(tab, area);
  for (const [down, line] of lines.entries()) {
    for (const [across, text] of line.entries()) {
      if (plain) putCell(tab, top + down, left + across, undefined);
      putTyped(draft, tab, top + down, left + across, text);
    }
  }
}

interface FindReplace {
  find?: string;
  replacement?: string;
  matchCase?: boolean;
  matchEntireCell?: boolean;
  searchByRegex?: boolean;
  includeFormulas?: boolean;
  range?: GridRange;
  sheetId?: number;
  allSheets?: boolean;
}

function findReplace(draft: Draft, request: FindReplace): object {
  const pattern = toPattern(request);
  const counts = {
    valuesChanged: 0,
    formulasChanged: 0,
    rowsChanged: 0,
    sheetsChanged: 0,
    occurrencesChanged: 0,
  };
  for (const { tab, area } of searched(draft, request)) {
    const rows = new Set<number>();
    const hits: { row: number; column: number; text: string; isFormula: boolean }[] = [];
    forEachCell(tab, area, (cell, row, column) => {
      const before = searchedText(draft, cell, request);
      if (before === undefined) return;
      const found = before.match(pattern)?.length ?? 0;
      if (found === 0) return;
      const replacement = request.replacement ?? '';
      // "$1" means a group in a regular expression and itself elsewhere.
      const text = before.replace(
        pattern,
        request.searchByRegex ? replacement : replacement.replaceAll('$', '$$$$'),
      );
      counts.occurrencesChanged += found;
      hits.push({ row, column, text, isFormula: cell.formula !== undefined });
      rows.add(row);
    });
    if (hits.length === 0) continue;
    const edited = tabForEdit(draft, tab.sheetId);
    for (const { row, column, text, isFormula } of hits) {
      assertEditable(draft, edited, { top: row, bottom: row + 1, left: column, right: column + 1 });
      const cell = cellAt(edited, row, column);
      if (isFormula) putCell(edited, row, column, { ...cell, formula: text });
      else putTyped(draft, edited, row, column, text);
      counts[isFormula ? 'formulasChanged' : 'valuesChanged'] += 1;
    }
    counts.rowsChanged += rows.size;
    counts.sheetsChanged += 1;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function toPattern(request: FindReplace): RegExp {
  if (!request.find) throw new ApiError(400, 'find must be specified.');
  const source = request.searchByRegex ? request.find : request.find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const flags = request.matchCase ? 'gu' : 'giu';
  try {
    return new RegExp(request.matchEntireCell ? `^(?:${source})$` : source, flags);
  } catch {
    throw new ApiError(400, `Invalid regular expression: ${request.find}`);
  }
}

function searched(draft: Draft, request: FindReplace): { tab: Tab; area: Area }[] {
  if (request.allSheets) return draft.book.tabs.map((tab) => ({ tab, area: toArea(tab, {}) }));
  const tab = tabById(draft.book, request.range ? request.range.sheetId : request.sheetId);
  return [{ tab, area: toArea(tab, request.range ?? {}) }];
}

function searchedText(draft: Draft, cell: Cell, request: FindReplace): string | undefined {
  if (cell.formula !== undefined) return request.includeFormulas ? cell.formula : undefined;
  if (typeof cell.value === 'number')
    return plainNumber(cell.value, localeRules(draft.book.properties.locale));
  return typeof cell.value === 'string' ? cell.value : undefined;
}

export const contentRequests: Record<string, RequestHandler> = {
  sortRange,
  copyPaste,
  cutPaste,
  pasteData,
  findReplace,
};
