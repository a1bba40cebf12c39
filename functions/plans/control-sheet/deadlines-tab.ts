/** The tab Hạn nộp: by when each obligation is due, in words people pick, and the plan's events. */

import { parseDate } from '../../domain/date.ts';
import type { DayRule, DeadlineRule } from '../../domain/deadline.ts';
import { rhythmOf } from '../../domain/period.ts';
import type { EventDay, Obligation, PlanEvent, StaffRole, UnitKind } from '../../domain/plan.ts';
import { compareKey } from '../../domain/text.ts';
import { clean, faultTwins, type ReadLine, type ReadLines } from './cells.ts';
import { boundWords, isCalendarMonth, type RuleField, ruleOf, rules, valuesOf } from './deadline-rules.ts';
import { formTitle, formWord, kindIn, type Quotas } from './quotas-tab.ts';
import { roleOf, roleWords } from './staff-tab.ts';
import { type ControlTab, fromList, said, toList } from './tab.ts';

const whatWords = { list: 'Nộp danh sách', event: 'Sự kiện' } as const;

export const deadlinesTab: ControlTab = {
  id: 'deadlines',
  sheetId: 4,
  title: 'Hạn nộp',
  help: 'Mỗi dòng một hạn. Dời hạn vào ngày đã qua thì mọi đơn vị thành trễ: phải chọn “Xác nhận”.',
  identity: ['what', 'code', 'unitKinds', 'form'],
  label: ({ name, unitKinds }) => String(name ?? unitKinds),
  columns: [
    {
      key: 'what',
      header: 'Việc',
      help: 'Nộp danh sách, hay một sự kiện của kế hoạch.',
      example: whatWords.list,
      type: 'choice',
      choices: Object.values(whatWords),
      required: 'all',
      width: 130,
    },
    {
      key: 'unitKinds',
      header: 'Loại đơn vị',
      help: 'Nộp danh sách: một loại; sự kiện: các loại cách nhau bằng dấu chấm phẩy.',
      example: 'Xã, phường, thị trấn',
      type: 'text',
      required: 'all',
      proposes: 'owingKinds',
      width: 300,
    },
    {
      key: 'form',
      header: 'Biểu mẫu',
      help: 'Như ở tab Chỉ tiêu; sự kiện để trống.',
      example: formTitle('exemplar'),
      type: 'text',
      proposes: 'forms',
      width: 240,
    },
    {
      key: 'rule',
      header: 'Cách tính hạn',
      help: 'Chọn cách tính; các ô không dùng để trống.',
      example: rules.yearly.word,
      type: 'choice',
      choices: Object.values(rules).map(({ word }) => word),
      required: 'all',
      width: 210,
    },
    {
      key: 'bound',
      header: 'Tính đến',
      help: '“trước ngày 15” thì ngày 15 đã là trễ; “đến hết ngày 15” thì ngày 15 còn kịp. Sự kiện để trống.',
      example: boundWords.strict,
      type: 'choice',
      choices: Object.values(boundWords),
      width: 120,
    },
    {
      key: 'day',
      header: 'Ngày',
      help: 'Hằng năm, hằng tháng: từ 1 đến 31 (hằng tháng đến 28).',
      example: '15',
      type: 'integer',
      min: 1,
      max: 31,
      width: 70,
    },
    {
      key: 'month',
      header: 'Tháng',
      help: 'Hằng năm: tháng 1 đến 12. Hằng quý, nửa năm: tháng thứ mấy của kỳ; lớn hơn độ dài kỳ là sang kỳ sau.',
      example: '1',
      type: 'integer',
      min: 1,
      max: 12,
      width: 70,
    },
    {
      key: 'date',
      header: 'Ngày cụ thể',
      help: 'Một lần: đủ ngày/tháng/năm.',
      example: '30/06/2026',
      type: 'date',
      width: 110,
    },
    {
      key: 'name',
      header: 'Tên sự kiện',
      help: 'Chỉ với sự kiện.',
      example: 'Ngày Truyền thống thi đua yêu nước 11/6',
      type: 'text',
      max: 300,
      width: 300,
    },
    {
      key: 'code',
      header: 'Mã sự kiện',
      help: 'Chỉ với sự kiện: mỗi sự kiện một mã.',
      example: 'BL-13',
      type: 'text',
      reading: 'code',
      width: 100,
    },
    {
      key: 'lead',
      header: 'Báo trước (ngày làm việc)',
      help: 'Chỉ với sự kiện.',
      example: '10',
      type: 'integer',
      min: 0,
      max: 120,
      width: 120,
    },
    {
      key: 'roles',
      header: 'Báo cho ai',
      help: 'Chỉ với sự kiện: các vai trò cách nhau bằng dấu chấm phẩy; để trống thì báo người lập và thủ trưởng.',
      example: toList([roleWords.clerk, roleWords.head]),
      type: 'text',
      width: 200,
    },
    {
      key: 'confirm',
      header: 'Xác nhận hạn đã qua',
      help: 'Chỉ chọn khi cố ý đặt hạn vào ngày đã qua.',
      example: 'Xác nhận',
      type: 'choice',
      choices: ['Xác nhận'],
      width: 130,
    },
  ],
  linesOf: ({ plan }) => [
    ...plan.obligations.map(({ unitKind, form, deadline }) =>
      said({
        what: whatWords.list,
        unitKinds: plan.unitKinds[unitKind]?.name ?? unitKind,
        form: formTitle(form),
        rule: rules[deadline.kind].word,
        bound: deadline.strict ? boundWords.strict : boundWords.inclusive,
        ...valuesOf(deadline),
      }),
    ),
    ...plan.events.map(({ id, name, on, leadWorkingDays, unitKinds, roles = [] }) =>
      said({
        what: whatWords.event,
        unitKinds: toList(unitKinds.map((kind) => plan.unitKinds[kind]?.name ?? kind)),
        rule: rules[on.kind].word,
        ...valuesOf(on),
        name,
        code: id,
        lead: leadWorkingDays,
        roles: toList(roles.map((role) => roleWords[role])),
      }),
    ),
  ],
};

export const eventKeys = ['name', 'on', 'leadWorkingDays', 'unitKinds', 'roles'] as const;

export interface ReadDeadlines {
  obligations: Obligation[];
  events: PlanEvent[];
  /** The line that says an obligation's day, by kind and form. */
  lineOf: ReadonlyMap<string, ReadLine>;
}

export const obligationId = ({ unitKind, form }: Pick<Obligation, 'unitKind' | 'form'>): string =>
  `${unitKind} ${form}`;

export function readDeadlines(
  { lines, isReadable }: ReadLines,
  quotas: readonly Quotas[],
  unitKinds: Readonly<Record<string, UnitKind>>,
): ReadDeadlines {
  const kinds = Object.entries(unitKinds);
  const lists = lines.filter(({ values }) => values.what === whatWords.list);
  const eventLines = lines.filter(({ values }) => values.what === whatWords.event);
  const ruleByLine = new Map(lines.map((line) => [line, readRule(line)]));
  const keyed = lists.map((line) => ({ line, key: listKey(line, quotas, kinds) }));
  const keys = new Map(keyed.map(({ line, key }) => [line, key]));
  faultTwins(
    lists,
    (line) => keys.get(line) ?? '',
    'unitKinds',
    'control-line-twice',
    ({ values }) => clean(values.unitKinds),
  );
  const lineOf = new Map(keyed.map(({ line, key }) => [key, line]));
  const obligations = quotas.flatMap(({ line, owed }): Obligation[] => {
    const dueLine = lineOf.get(obligationId(owed));
    if (!dueLine && isReadable && owed.unitKind !== '' && owed.form !== '')
      line.fault('unitKind', 'deadline-missing', { kind: unitKinds[owed.unitKind]?.name ?? owed.unitKind });
    const rule = dueLine && ruleByLine.get(dueLine);
    return rule ? [{ ...owed, deadline: { ...rule, strict: isStrict(dueLine) } }] : [];
  });
  faultMixedRhythms(obligations, lineOf);
  faultTwins(eventLines, ({ values }) => clean(values.code), 'code', 'control-line-twice');
  const events = eventLines.flatMap((line) => readEvent(line, ruleByLine.get(line), kinds));
  return { obligations, events, lineOf };
}

/** A form's workbooks are of one period, and units of all kinds stand in them. */
function faultMixedRhythms(obligations: readonly Obligation[], lineOf: ReadDeadlines['lineOf']): void {
  for (const ofForm of Map.groupBy(obligations, ({ form }) => form).values()) {
    const [first, ...others] = ofForm as [Obligation, ...Obligation[]];
    for (const owed of others) {
      if (rhythmOf(owed) === rhythmOf(first)) continue;
      const params = { form: formTitle(owed.form), rule: rules[first.deadline.kind].word };
      lineOf.get(obligationId(owed))?.fault('rule', 'deadline-rhythms', params);
    }
  }
}

/** Which obligation the line is about; a kind with one form need not name it. */
function listKey(line: ReadLine, quotas: readonly Quotas[], kinds: (readonly [string, UnitKind])[]): string {
  const { values, fault } = line;
  const unitKind = kindIn(line, 'unitKinds', clean(values.unitKinds), kinds);
  const ofKind = quotas.filter(({ owed }) => owed.unitKind === unitKind);
  const form =
    values.form === undefined && ofKind.length === 1 ? ofKind[0]?.owed.form : formWord(clean(values.form));
  if (form === undefined) {
    const choices = ofKind.map(({ owed }) => formTitle(owed.form)).join('; ');
    fault('form', 'word-unknown', { what: 'biểu mẫu', value: clean(values.form), choices });
    return '';
  }
  const key = obligationId({ unitKind, form });
  if (unitKind !== '' && !quotas.some(({ owed }) => obligationId(owed) === key))
    fault('unitKinds', 'deadline-without-quota', { value: clean(values.unitKinds) });
  for (const column of ['name', 'code', 'lead', 'roles'] as const)
    if (values[column] !== undefined)
      fault(column, 'deadline-has-not', {
        rule: whatWords.list,
        field: header(column),
        value: values[column],
      });
  if (values.bound === undefined && line.isRight('bound'))
    fault('bound', 'deadline-needs', { rule: whatWords.list, field: header('bound') });
  return key;
}

const header = (key: string): string =>
  deadlinesTab.columns.find((column) => column.key === key)?.header ?? key;

/** undefined when something is missing or impossible; then the cell has been told. */
function readRule(line: ReadLine): DayRule | undefined {
  const { values, fault, isRight } = line;
  const rule = ruleOf(values.rule);
  if (!rule) return undefined;
  const params = (field: RuleField) => ({ rule: rule.word, field: header(field) });
  for (const field of ['day', 'month', 'date'] as const) {
    const value = values[field];
    if (rule.needs.includes(field)) {
      if (value === undefined) fault(field, 'deadline-needs', params(field));
    } else if (value !== undefined) fault(field, 'deadline-has-not', { ...params(field), value });
  }
  const { day, month } = values;
  if (isCalendarMonth(rule) && day !== undefined && month !== undefined) {
    const value = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}`;
    if (!parseDate(`${value}/2024`).ok) fault('day', 'day-impossible', { value });
    else if (!parseDate(`${value}/2025`).ok) fault('day', 'day-not-every-year', { value });
  } else if (rule.needs.includes('day') && Number(day) > 28)
    fault('day', 'day-not-every-year', { value: `ngày ${day}` });
  const isWhole = rule.needs.every((field) => values[field] !== undefined && isRight(field));
  return isWhole ? rule.toRule(values) : undefined;
}

const isStrict = ({ values }: ReadLine): DeadlineRule['strict'] => values.bound !== boundWords.inclusive;

/** A day that comes back within the year is only for lists. */
const listOnly: ReadonlySet<DayRule['kind']> = new Set(['monthly', 'quarterly', 'halfYearly']);

const isEventDay = (rule: DayRule): rule is EventDay => !listOnly.has(rule.kind);

/** Nothing when its day is missing or impossible; then the cell has been told. */
function readEvent(
  line: ReadLine,
  rule: DayRule | undefined,
  kinds: (readonly [string, UnitKind])[],
): PlanEvent[] {
  const { values, fault } = line;
  const { code, name, lead } = values;
  if (rule && !isEventDay(rule)) fault('rule', 'event-rule', { value: rules[rule.kind].word });
  for (const column of ['code', 'name', 'lead'] as const)
    if (values[column] === undefined && line.isRight(column))
      fault(column, 'deadline-needs', { rule: whatWords.event, field: header(column) });
  for (const column of ['form', 'bound'] as const)
    if (values[column] !== undefined)
      fault(column, 'deadline-has-not', {
        rule: whatWords.event,
        field: header(column),
        value: values[column],
      });
  const unitKinds = fromList(values.unitKinds).map((word) => kindIn(line, 'unitKinds', word, kinds));
  const roles = readRoles(line);
  if (!rule || !isEventDay(rule)) return [];
  const event = { id: clean(code), name: clean(name), on: rule, leadWorkingDays: Number(lead), unitKinds };
  return [roles.length > 0 ? { ...event, roles } : event];
}

const readRoles = ({ values, fault }: ReadLine): StaffRole[] =>
  fromList(values.roles).flatMap((word) => {
    const role = roleOf(word);
    if (role === undefined)
      fault('roles', 'word-unknown', {
        what: 'vai trò',
        value: word,
        choices: Object.values(roleWords).join('; '),
      });
    return role ?? [];
  });

/** Somebody says that the day is meant to be past. */
export const isConfirmed = ({ values }: ReadLine): boolean =>
  compareKey(String(values.confirm ?? '')) === compareKey('Xác nhận');
