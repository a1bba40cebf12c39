/** The one door for plans, from a preset file or from the control sheet: shape, references and tree, every fault named. */
import * as z from 'zod';
import { toDeadline } from '../domain/deadline.ts';
import { forms } from '../domain/forms/index.ts';
import type { Plan } from '../domain/plan.ts';
import { checkTree, type TreeFault } from '../domain/unit.ts';

const isoDate = z.iso.date();
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'chỉ gồm chữ không dấu, số và dấu gạch nối');
const text = z.string().trim().min(1, 'không được để trống');

const deadlineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    strict: z.boolean(),
  }),
  z.object({ kind: z.literal('monthly'), day: z.int().min(1).max(28), strict: z.boolean() }),
  z.object({ kind: z.literal('once'), date: isoDate, strict: z.boolean() }),
]);

const quotaSchema = z
  .object({
    min: z.int().min(0),
    max: z.int().min(0).optional(),
    target: z.int().min(0).optional(),
  })
  .refine(({ min, max }) => max === undefined || min <= max, 'chỉ tiêu tối thiểu lớn hơn tối đa')
  .refine(({ min, target }) => target === undefined || min <= target, 'mức phấn đấu nhỏ hơn tối thiểu');

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
      allowedKinds: z.array(kindSchema).min(1),
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
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      leadWorkingDays: z.int().min(0).max(120),
      unitKinds: z.array(id),
    }),
  ),
  publication: z.object({ levels: z.array(id), showBirthYear: z.boolean(), channels: z.array(text) }),
  reminderLeads: z.array(z.int().min(0).max(120)),
  overdueSteps: z.array(z.int().min(1).max(120)),
  units: z.array(
    z.object({
      id,
      name: text,
      kind: id,
      parent: id.nullable(),
      validFrom: isoDate.optional(),
      validTo: isoDate.optional(),
      successor: id.optional(),
      reviewBody: text.optional(),
    }),
  ),
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
  const owed = new Set<string>();
  for (const obligation of plan.obligations) {
    const where = `Chỉ tiêu của “${obligation.unitKind}”`;
    if (!kinds.has(obligation.unitKind)) faults.push(unknown(where, 'loại đơn vị', obligation.unitKind));
    if (!(obligation.form in forms)) faults.push(unknown(where, 'biểu mẫu', obligation.form));
    if (owed.has(obligation.unitKind)) faults.push(`${where}: khai hai lần`);
    owed.add(obligation.unitKind);
    try {
      toDeadline(obligation.deadline, '2024-01', plan.timeZone, new Set());
    } catch {
      faults.push(`${where}: hạn nộp không có trong lịch`);
    }
  }
  if (plan.units.filter((unit) => unit.parent === null).length === 0)
    faults.push('Đơn vị: chưa có đơn vị cao nhất (ô cấp trên để trống)');
  if (plan.inForceTo < plan.inForceFrom) faults.push('Kế hoạch: ngày hết hiệu lực trước ngày có hiệu lực');
  return faults;
}
