/** The shape of a plan: types, limits of numbers, words that are choices. What refers to what is plan-faults.ts'. */
import * as z from 'zod';
import { columnShape } from '../domain/column-shape.ts';
import { staffRoles } from '../domain/plan.ts';

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
      contact: text.optional(),
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
