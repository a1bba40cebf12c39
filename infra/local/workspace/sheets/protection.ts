/** Who may change what: protected ranges, as they bind everybody but the owner and the listed editors. */
import { ApiError } from '../api.ts';
import { intersect, toArea } from './a1.ts';
import type { Draft } from './draft.ts';
import type { Area, ProtectedRange, Spreadsheet, Tab } from './model.ts';

const refusal =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

export function mayEdit(book: Spreadsheet, range: ProtectedRange, email: string): boolean {
  const who = email.toLowerCase();
  if (who === book.owner.toLowerCase() || range.warningOnly || !range.editors) return true;
  if (range.editors.users?.some((user) => user.toLowerCase() === who)) return true;
  return range.editors.domainUsersCanEdit === true && domain(who) === domain(book.owner.toLowerCase());
}

function domain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

export function refuse(): ApiError {
  return new ApiError(400, refusal);
}

function closedTo(draft: Draft, tab: Tab): ProtectedRange[] {
  return tab.protectedRanges.filter((range) => !mayEdit(draft.book, range, draft.actor.email));
}

export function assertEditable(draft: Draft, tab: Tab, area: Area): void {
  for (const range of closedTo(draft, tab)) {
    const hit = intersect(toArea(tab, range.range), area);
    if (
      hit &&
      !isInside(
        hit,
        (range.unprotectedRanges ?? []).map((each) => toArea(tab, each)),
      )
    )
      throw refuse();
  }
}

/** Whether holes cover the area completely. */
function isInside(area: Area, holes: Area[]): boolean {
  const [hole, ...others] = holes;
  if (!hole) return false;
  return subtract(area, hole).every((rest) => isInside(rest, others));
}

export function subtract(area: Area, hole: Area): Area[] {
  const hit = intersect(area, hole);
  if (!hit) return [area];
  const rests = [
    { ...area, bottom: hit.top },
    { ...area, top: hit.bottom },
    { top: hit.top, bottom: hit.bottom, left: area.left, right: hit.left },
    { top: hit.top, bottom: hit.bottom, left: hit.right, right: area.right },
  ];
  return rests.filter((rest) => rest.top < rest.bottom && rest.left < rest.right);
}

/** For what concerns the tab as a whole: title, deletion, lines of a sheet that is protected entirely. */
export function assertTabEditable(draft: Draft, tab: Tab): void {
  const whole = (range: ProtectedRange) => {
    const { sheetId: _sheetId, ...ends } = range.range;
    return Object.keys(ends).length === 0;
  };
  if (closedTo(draft, tab).some(whole)) throw refuse();
}

/** New lines at `index` may not open up a protected block; beside one they may. */
export function assertInsertable(draft: Draft, tab: Tab, side: 'row' | 'column', index: number): void {
  for (const { range } of closedTo(draft, tab)) {
    const from = side === 'row' ? range.startRowIndex : range.startColumnIndex;
    const to = side === 'row' ? range.endRowIndex : range.endColumnIndex;
    const open = from === undefined && to === undefined;
    if (open || (index > (from ?? 0) && index < (to ?? Number.POSITIVE_INFINITY))) throw refuse();
  }
}
