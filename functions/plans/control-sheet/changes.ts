/** What is different between two versions, as sentences: "Chỉ tiêu Xã, phường, thị trấn: tối thiểu 5 → 4". */
import { formatDate } from '../../domain/date.ts';
import { compareKey, echo } from '../../domain/text.ts';
import { peopleTabs } from './index.ts';
import { type ControlColumn, type ControlState, type ControlTab, many, type Values, viCount } from './tab.ts';

export const toChanges = (before: ControlState, after: ControlState): string[] =>
  peopleTabs.flatMap((tab) => tabChanges(tab, tab.linesOf(before), tab.linesOf(after)));

function tabChanges(tab: ControlTab, before: readonly Values[], after: readonly Values[]): string[] {
  const keyOf = (values: Values): string =>
    tab.identity.map((key) => compareKey(String(values[key] ?? ''))).join('\n');
  const old = new Map(before.map((values) => [keyOf(values), values]));
  const now = new Map(after.map((values) => [keyOf(values), values]));
  const place = (values: Values): string =>
    [tab.title, tab.label(values)].filter((part) => part !== '').join(' ');
  const removed = [...old].filter(([key]) => !now.has(key));
  const added = [...now].filter(([key]) => !old.has(key));
  return [
    ...moves(tab, 'bỏ', removed),
    ...moves(tab, 'thêm', added),
    ...[...now].flatMap(([key, values]) => {
      const was = old.get(key);
      return was ? tab.columns.flatMap((column) => cellChange(column, was, values, place(values))) : [];
    }),
  ];
}

/** One by one, or as a number where there are so many that they would hide everything else. */
function moves(tab: ControlTab, verb: string, lines: readonly (readonly [string, Values])[]): string[] {
  const labels = lines.map(([, values]) => tab.label(values));
  if (labels.length <= many) return labels.map((label) => `${tab.title}: ${verb} ${label}`);
  const things = tab.counted === undefined ? labels.length : new Set(labels).size;
  return [`${tab.title}: ${verb} ${viCount(things)} ${tab.counted ?? 'dòng'}`];
}

function cellChange(column: ControlColumn, before: Values, after: Values, place: string): string[] {
  const [was, is] = [shown(column, before[column.key]), shown(column, after[column.key])];
  const name = column.header.slice(0, 1).toLowerCase() + column.header.slice(1);
  return was === is ? [] : [`${place}: ${name} ${was} → ${is}`];
}

const shown = ({ type }: ControlColumn, value: string | number | undefined): string =>
  value === undefined ? '(trống)' : type === 'date' ? formatDate(String(value)) : echo(value);
