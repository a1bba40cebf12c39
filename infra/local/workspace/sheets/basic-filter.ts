/** The filter of a tab: which rows it hides, at the moment it is set. */
import { ApiError } from '../api.ts';
import { toArea } from './a1.ts';
import { cellAt } from './cells.ts';
import { setProps } from './dimensions.ts';
import { calculate, type Draft } from './draft.ts';
import { type Computed, compareValues } from './formula/values.ts';
import { type BasicFilter, type Condition, type FilterCriteria, isError, type Tab } from './model.ts';
import { shownText } from './number-text.ts';
import { sortArea } from './sort.ts';

export function setFilter(draft: Draft, tab: Tab, filter: BasicFilter): void {
  clearFilter(tab);
  tab.basicFilter = { ...filter, range: { ...filter.range, sheetId: tab.sheetId } };
  const area = toArea(tab, filter.range ?? {});
  const body = { ...area, top: area.top + 1 };
  if (filter.sortSpecs?.length) sortArea(draft, tab, body, filter.sortSpecs);
  const calculation = calculate(draft);
  const criteria = criteriaOf(filter);
  for (let row = body.top; row < Math.min(body.bottom, tab.rows.length); row += 1) {
    const hidden = criteria.some(([column, each]) => {
      const value = calculation.valueAt(tab, row, column);
      const text = shownText(
        value,
        cellAt(tab, row, column)?.format?.numberFormat,
        draft.book.properties.locale,
      );
      return (
        each.hiddenValues?.includes(text) ||
        (each.condition !== undefined && !meets(each.condition, value, text))
      );
    });
    if (hidden) setProps(tab, 'row', row, { ...tab.rowProps[row], hiddenByFilter: true });
  }
}

function criteriaOf(filter: BasicFilter): [number, FilterCriteria][] {
  const old = Object.entries(filter.criteria ?? {}).map(([column, each]): [number, FilterCriteria] => [
    Number(column),
    each,
  ]);
  const specs = (filter.filterSpecs ?? []).map((spec): [number, FilterCriteria] => [
    spec.columnIndex ?? 0,
    spec.filterCriteria ?? {},
  ]);
  return [...old, ...specs];
}

export function clearFilter(tab: Tab): void {
  delete tab.basicFilter;
  for (const [row, props] of tab.rowProps.entries()) {
    if (!props?.hiddenByFilter) continue;
    const { hiddenByFilter: _hidden, ...rest } = props;
    setProps(tab, 'row', row, rest);
  }
}

function meets(condition: Condition, value: Computed, text: string): boolean {
  const wanted = condition.values?.[0]?.userEnteredValue ?? '';
  const order =
    typeof value === 'number' && !isError(value) ? compareValues(value, Number(wanted)) : Number.NaN;
  switch (condition.type) {
    case 'BLANK':
      return text === '';
    case 'NOT_BLANK':
      return text !== '';
    case 'TEXT_EQ':
      return text.toLowerCase() === wanted.toLowerCase();
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_NOT_CONTAINS':
      return !text.toLowerCase().includes(wanted.toLowerCase());
    case 'NUMBER_EQ':
      return order === 0;
    case 'NUMBER_GREATER':
      return order > 0;
    case 'NUMBER_LESS':
      return order < 0;
    default:
      throw new ApiError(400, `not emulated: filter condition ${condition.type}`);
  }
}
