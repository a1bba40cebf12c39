/** The one door for plans, from a preset file or from the control sheet: shape, references and tree, every fault named. */
import * as z from 'zod';
import { columnShape } from '../domain/column-shape.ts';
import { formatDate } from '../domain/date.ts';
import { type DayRule, namedDay } from '../domain/deadline.ts';
import { shippedForm } from '../domain/forms/index.ts';
import { formsOf, rhythmOf } from '../domain/period.ts';
import { type Obligation, type Plan, staffRoles } from '../domain/plan.ts';
import { checkTree, type TreeFault } from '../domain/unit.ts';
import { listFaults, ownColumnFaults } from './own-columns.ts';

const isoDate = z.iso.date();
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'chỉ gồm chữ không dấu, số và dấu gạch nối');
const text = z.string().trim().min(1, 'không được để trống');

const eventDays = [
  z.object({
    kind: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  z.object({ kind: z.literal('once'), date: isoDate }),
  z.object({ kind: z.literal('anniversary') }),
  z.object({ kind: z.literal('periodEnd') }),
] as const;

const dayOfMonth = z.int().min(1).max(28);

/** Days that come back within the year; a month beyond the period's last is in the next one. */
const listDays = [
  z.object({ kind: z.literal('monthly'), day: dayOfMonth }),
  z.object({ kind: z.literal('quarterly'), month: z.int().min(1).max(6), day: dayOfMonth }),
  z.object({ kind: z.literal('halfYearly'), month: z.int().min(1).max(12), day: dayOfMonth }),
] as const;

const deadlineSchema = z.intersection(
  z.discriminatedUnion('kind', [...listDays, ...eventDays]),
  z.object({ strict: z.boolean() }),
);

const anniversary = z.string().refine((text) => z.iso.date().safeParse(`2024-${text}`).success, {
  error: ({ input }) => `đang ghi “${input}”, hãy ghi tháng-ngày có trong lịch, ví dụ 05-19`,
});

const quotaSchema = z
  .object({
    min: z.int().min(0),
    max: z.int().min(0).optional(),
    target: z.int().min(0).optional(),
  })
  .refine(({ min, max }) => max === undefined || min <= max, 'chỉ tiêu tối thiểu lớn hơn tối đa')
  .refine(({ min, target }) => target === undefined || min <= target, 'mức phấn đấu nhỏ hơn tối thiểu');

const weight = { id, label: text, points: z.int().min(1).max(1000) };
const each = z.int().min(1).max(1000);

const scoringSchema = z.object({
  note: text,
  weights: z
    .array(
      z.discriminatedUnion('rule', [
        z.object({ ...weight, rule: z.literal('onTime') }),
        z.object({ ...weight, rule: z.literal('quota') }),
        z.object({ ...weight, rule: z.literal('chosen'), each }),
        z.object({ ...weight, rule: z.literal('published'), each }),
        z.object({ ...weight, rule: z.literal('returned'), each }),
        z.object({ ...weight, rule: z.literal('late'), each, days: z.int().min(1).max(31) }),
      ]),
    )
    .min(1)
    .refine(
      (weights) => new Set(weights.map((one) => one.id)).size === weights.length,
      'mã tiêu chí bị trùng',
    )
    .refine(
      (weights) => weights.some(({ rule }) => rule !== 'late' && rule !== 'returned'),
      'chưa có tiêu chí nào cho điểm',
    ),
});

const judgingSchema = z.object({
  form: id,
  scorers: z.int().min(2).max(9),
  spread: z.int().min(1).max(100),
  rounds: z.record(id, text),
  shows: z.array(text).min(1),
});

const kindSchema = z.enum(['individual', 'collective', 'model']);

export const planSchema = z.object({
  id,
  number: text,
  title: text,
  issuer: text,
  signer: text,
  issuedOn: isoDate,
  inForceFrom: isoDate,
  inForceTo: isoDate,
  timeZone: text.refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'Asia/Ho_Chi_Minh',
  ),
  levels: z.array(z.object({ id, name: text })).min(1),
  unitKinds: z.record(id, z.object({ name: text, level: id })),
  obligations: z.array(
    z.object({
      ids: z.array(text),
      unitKind: id,
      form: id,
      quota: quotaSchema,
      allowedKinds: z.array(kindSchema).min(1).optional(),
      deadline: deadlineSchema,
      attachment: z.object({ id, label: text }).optional(),
      headSignOff: z.boolean(),
      nilReport: z.boolean(),
    }),
  ),
  events: z.array(
    z.object({
      id,
      name: text,
      on: z.discriminatedUnion('kind', eventDays),
      leadWorkingDays: z.int().min(0).max(120),
      unitKinds: z.array(id),
      roles: z.array(z.enum(staffRoles)).optional(),
    }),
  ),
  publication: z.object({ levels: z.array(id), showBirthYear: z.boolean(), channels: z.array(text) }),
  reminderLeads: z.array(z.int().min(0).max(120)),
  headLeads: z.array(z.int().min(0).max(120)).optional(),
  lastCall: z.boolean().optional(),
  overdueSteps: z.array(z.int().min(1).max(120)),
  escalationStep: z.int().min(1).max(120).optional(),
  closeAfterDays: z.int().min(1).max(3660).optional(),
  scoring: scoringSchema.optional(),
  judging: judgingSchema.optional(),
  shortlist: z.object({ levels: z.array(id).min(1) }).optional(),
  units: z.array(
    z.object({
      id,
      name: text,
      kind: id,
      parent: id.nullable(),
      validFrom: isoDate.optional(),
      validTo: isoDate.optional(),
      successor: id.optional(),
      splitFrom: id.optional(),
      reviewBody: text.optional(),
      anniversary: anniversary.optional(),
    }),
  ),
  takesOver: z
    .array(z.object({ plan: id, source: text, heirs: z.array(z.object({ from: id, to: id })) }))
    .optional(),
  daysOff: z.array(z.object({ date: isoDate, name: text, source: z.string() })).optional(),
  catalogues: z
    .array(
      z.object({
        list: id,
        value: text,
        validFrom: isoDate.optional(),
        validTo: isoDate.optional(),
        source: z.string(),
      }),
    )
    .optional(),
  columns: z.array(z.strictObject({ form: id, after: text, column: columnShape })).optional(),
});

export type ParsedPlan = { ok: true; plan: Plan } | { ok: false; faults: string[] };

/** Faults are Vietnamese sentences for an administrator. */
export function parsePlan(input: unknown): ParsedPlan {
  const parsed = planSchema.safeParse(input, { error: z.locales.vi().localeError });
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => `${issue.path.join(' › ')}: ${issue.message}`),
    };
  const plan = parsed.data as Plan;
  const faults = [...checkTree(plan.units).map(treeSentence), ...referenceFaults(plan)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan };
}

function treeSentence(fault: TreeFault): string {
  switch (fault.kind) {
    case 'duplicate-id':
      return `Đơn vị: mã “${fault.id}” dùng cho hai đơn vị`;
    case 'unknown-parent':
      return `Đơn vị “${fault.id}”: không có đơn vị cấp trên “${fault.parent}”`;
    case 'unknown-successor':
      return `Đơn vị “${fault.id}”: không có đơn vị kế thừa “${fault.successor}”`;
    case 'unknown-split':
      return `Đơn vị “${fault.id}”: không có đơn vị gốc “${fault.splitFrom}” mà nó tách ra`;
    case 'parent-ended':
      return `Đơn vị “${fault.id}”: đơn vị cấp trên “${fault.parent}” kết thúc từ ${formatDate(fault.ended)}`;
    case 'own-ancestor':
      return `Đơn vị “${fault.id}”: là cấp trên của chính mình`;
    case 'own-successor':
      return `Đơn vị “${fault.id}”: kế thừa chính mình`;
    case 'validity-backwards':
      return `Đơn vị “${fault.id}”: ngày kết thúc trước ngày bắt đầu`;
  }
}

function referenceFaults(plan: Plan): string[] {
  const levels = new Set(plan.levels.map((level) => level.id));
  const kinds = new Set(Object.keys(plan.unitKinds));
  const unknown = (where: string, what: string, value: string): string =>
    `${where}: không có ${what} “${value}”`;
  const faults: string[] = [];
  for (const [kind, { level }] of Object.entries(plan.unitKinds))
    if (!levels.has(level)) faults.push(unknown(`Loại đơn vị “${kind}”`, 'cấp', level));
  for (const unit of plan.units)
    if (!kinds.has(unit.kind)) faults.push(unknown(`Đơn vị “${unit.id}”`, 'loại đơn vị', unit.kind));
  for (const level of plan.publication.levels)
    if (!levels.has(level)) faults.push(unknown('Công khai', 'cấp', level));
  faults.push(...shortlistFaults(plan, levels));
  const owed = new Set<string>();
  for (const obligation of plan.obligations) {
    const where = `Chỉ tiêu của “${obligation.unitKind}”`;
    if (!kinds.has(obligation.unitKind)) faults.push(unknown(where, 'loại đơn vị', obligation.unitKind));
    if (!shippedForm(obligation.form)) faults.push(unknown(where, 'biểu mẫu', obligation.form));
    const key = `${obligation.unitKind} ${obligation.form}`;
    if (owed.has(key)) faults.push(`${where}: biểu mẫu “${obligation.form}” khai hai lần`);
    owed.add(key);
    faults.push(...kindFaults(obligation, where));
    faults.push(...dayFaults(plan, obligation.deadline, `${where}: hạn nộp`), ...undated(plan, obligation));
  }
  faults.push(...mixedRhythms(plan), ...judgingFaults(plan));
  for (const { id: event, on, unitKinds } of plan.events) {
    const where = `Sự kiện “${event}”`;
    for (const kind of unitKinds) if (!kinds.has(kind)) faults.push(unknown(where, 'loại đơn vị', kind));
    faults.push(...dayFaults(plan, on, `${where}: ngày`));
  }
  faults.push(...rhythmFaults(plan), ...ownColumnFaults(plan), ...listFaults(plan));
  if (plan.units.filter((unit) => unit.parent === null).length === 0)
    faults.push('Đơn vị: chưa có đơn vị cao nhất (ô cấp trên để trống)');
  if (plan.inForceTo < plan.inForceFrom) faults.push('Kế hoạch: ngày hết hiệu lực trước ngày có hiệu lực');
  return faults;
}

/** Only forms that ask for the kind of exemplar can be limited to some kinds. */
function kindFaults({ form, allowedKinds }: Obligation, where: string): string[] {
  const shipped = shippedForm(form);
  const asked = shipped?.kindColumn !== undefined;
  if (!shipped || asked === (allowedKinds !== undefined)) return [];
  return [
    asked
      ? `${where}: biểu mẫu “${form}” cần ghi loại gương được gửi`
      : `${where}: biểu mẫu “${form}” không phân loại gương, hãy bỏ loại gương được gửi`,
  ];
}

/** One form, one rhythm: a workbook is of one period, and units of all kinds stand in it. */
const mixedRhythms = (plan: Plan): string[] =>
  formsOf(plan).flatMap((form) => {
    const rhythms = new Set(plan.obligations.filter((owed) => owed.form === form).map(rhythmOf));
    return rhythms.size > 1
      ? [`Biểu mẫu “${form}”: các loại đơn vị phải cùng nộp theo tháng, quý, nửa năm hoặc năm`]
      : [];
  });

/** Scorers see columns of the form, at desks of levels there are. */
function judgingFaults({ judging, levels, obligations }: Plan): string[] {
  if (!judging) return [];
  const known = new Set(levels.map((level) => level.id));
  const columns = new Set(shippedForm(judging.form)?.columns.map(({ key }) => key));
  return [
    ...(obligations.some(({ form }) => form === judging.form)
      ? []
      : [`Chấm bài: không đơn vị nào nộp biểu mẫu “${judging.form}”`]),
    ...(shippedForm(judging.form)?.flow === 'filed'
      ? [`Chấm bài: biểu mẫu “${judging.form}” không qua thẩm định từng dòng nên không chấm được`]
      : []),
    ...Object.keys(judging.rounds)
      .filter((level) => !known.has(level))
      .map((level) => `Chấm bài: không có cấp “${level}”`),
    ...judging.shows
      .filter((key) => columns.size > 0 && !columns.has(key))
      .map((key) => `Chấm bài: biểu mẫu “${judging.form}” không có cột “${key}”`),
  ];
}

/** A level that is not there, or at which nobody collects, would get a tab nowhere. */
function shortlistFaults({ shortlist, units, unitKinds }: Plan, levels: ReadonlySet<string>): string[] {
  const collecting = new Set(units.map(({ parent }) => parent));
  const atDesks = units.filter(({ id }) => collecting.has(id)).map(({ kind }) => unitKinds[kind]?.level);
  return (shortlist?.levels ?? []).flatMap((level, index, all) => {
    if (!levels.has(level))
      return [`Gợi ý chọn: không có cấp “${level}”, hãy chọn trong: ${[...levels].join(', ')}`];
    if (all.indexOf(level) < index) return [`Gợi ý chọn: cấp “${level}” ghi hai lần, hãy giữ một`];
    if (!atDesks.includes(level))
      return [
        `Gợi ý chọn: cấp “${level}” không có đơn vị nào nhận danh sách, hãy chọn cấp có đơn vị cấp dưới`,
      ];
    return [];
  });
}

/** A year without 29/02, so that a day that only leap years have is refused. */
const commonYear = '2023-01';

function dayFaults({ inForceTo }: Plan, rule: DayRule, what: string): string[] {
  try {
    namedDay(rule, { period: commonYear, inForceTo });
    return [];
  } catch {
    return rule.kind === 'yearly'
      ? [`${what} ${rule.day}/${rule.month} không có trong lịch mọi năm, hãy ghi ngày năm nào cũng có`]
      : [`${what} không có trong lịch`];
  }
}

/** Whoever owes by its tradition day must have told one. */
function undated({ units }: Plan, { unitKind, deadline }: Obligation): string[] {
  if (deadline.kind !== 'anniversary') return [];
  return units
    .filter(({ kind, anniversary: day }) => kind === unitKind && day === undefined)
    .map(
      ({ id: unit, name }) =>
        `Đơn vị “${unit}” (${name}): nộp theo ngày truyền thống mà chưa có ngày, hãy ghi tháng-ngày, ví dụ 05-19`,
    );
}

/** Leads and steps that could never strike. */
function rhythmFaults(plan: Plan): string[] {
  const { reminderLeads, headLeads = [], overdueSteps, escalationStep } = plan;
  const list = (numbers: readonly number[]): string => numbers.join(', ') || 'không có mốc nào';
  return [
    ...headLeads
      .filter((lead) => !reminderLeads.includes(lead))
      .map(
        (lead) =>
          `Nhắc thủ trưởng: ${lead} ngày làm việc không phải mốc nhắc hạn, hãy chọn trong: ${list(reminderLeads)}`,
      ),
    ...(escalationStep === undefined || overdueSteps.includes(escalationStep)
      ? []
      : [
          `Báo thủ trưởng cấp trên: ${escalationStep} ngày làm việc không phải mốc quá hạn, hãy chọn trong: ${list(overdueSteps)}`,
        ]),
  ];
}
