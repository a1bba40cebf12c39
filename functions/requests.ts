/** The request and the response of every function, each one zod schema; ARCHITECTURE.md writes them out. */
import * as z from 'zod';

const spreadsheetId = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);
const unit = z.string().min(1).max(60);

export const checkRequest = z.strictObject({ spreadsheetId });

export const attachmentRequest = z.strictObject({
  documentNumber: z.string().max(200),
  /** As typed: dd/MM/yyyy. */
  documentDate: z.string().max(40),
  url: z.string().max(2000),
});

export const submitRequest = z.strictObject({
  spreadsheetId,
  unit,
  attachment: attachmentRequest.optional(),
  /** "Không có trường hợp". */
  nil: z.boolean().optional(),
});

export const reviewRequest = z.strictObject({
  spreadsheetId,
  /** Mã hồ sơ of the lines to record; absent means every line with a decision. */
  keys: z.array(z.string().max(200)).max(5000).optional(),
});

export const answerRequest = z.strictObject({ spreadsheetId });
export const compareRequest = z.strictObject({
  spreadsheetId,
  /** Mã hồ sơ of a line of the review tab, with its round. */
  key: z.string().max(200),
});

export const holdRequest = z.strictObject({
  spreadsheetId,
  /** As for `compare`. */
  key: z.string().max(200),
  action: z.enum(['look', 'set', 'lift']),
  /** A sentence; asked for by 'set' and 'lift'. */
  reason: z.string().max(10_000).optional(),
  /** Number of the paper it rests on. */
  paper: z.string().max(1000).optional(),
});

/** By plan and dossier, or by the line of a review tab, which is all that the add-on knows. */
export const withdrawRequest = z.strictObject({
  plan: z.string().max(100).optional(),
  dossier: z.string().max(200).optional(),
  spreadsheetId: spreadsheetId.optional(),
  key: z.string().max(200).optional(),
  /** One that is too long is refused with its length. */
  reason: z.string(),
});

export const syncRequest = z.strictObject({ spreadsheetId });
export const controlRequest = z.strictObject({ spreadsheetId });
export const deliverRequest = z.strictObject({ key: z.string().regex(/^[a-f0-9]{32}$/) });
export const emptyRequest = z.strictObject({});

export const problemResponse = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  tab: z.string().optional(),
  line: z.number().optional(),
  column: z.string().optional(),
  a1: z.string().optional(),
  /** Vietnamese sentence with the place. */
  message: z.string(),
});

export const unitResponse = z.object({
  unit: z.string(),
  tab: z.string(),
  /** Id of the tab, which stays when people rename it. */
  sheetId: z.number(),
  /** By which the rows were judged; an add-on with another version says so. */
  form: z.object({ id: z.string(), version: z.number() }),
  rows: z.number(),
  /** "4/05–06". */
  counter: z.string(),
  /** ISO date, the last day on time. */
  lastDay: z.string(),
  /** "được gia hạn đến hết ngày 20/01/2025: lý do"; null when the plan's own day holds. */
  extension: z.string().nullable(),
  /** 0 on the last day, negative once the list is late. */
  daysLeft: z.number(),
  standing: z.string(),
  /** What happens next, a sentence for the clerk. */
  next: z.string(),
  /** Name of the paper that a list must bring; null when none. */
  attachment: z.string().nullable(),
  /** Whether "Không có trường hợp" is an answer. */
  nilReport: z.boolean(),
  problems: z.array(problemResponse),
});

export const refusalResponse = z.object({
  ok: z.literal(false),
  code: z.string(),
  message: z.string(),
  problems: z.array(problemResponse).optional(),
});

export const checkResponse = z.object({ ok: z.literal(true), units: z.array(unitResponse) });

export const submitResponse = z.object({
  ok: z.literal(true),
  state: z.enum(['awaitingSignature', 'submitted']),
  snapshot: z.string(),
  version: z.number(),
  rows: z.number(),
  /** Chosen from the units below. */
  promoted: z.number(),
  hiddenRows: z.number(),
  late: z.boolean(),
  /** Same content as before: nothing was written. */
  repeated: z.boolean(),
  warnings: z.array(problemResponse),
  message: z.string(),
});

export const reviewResponse = z.object({
  ok: z.literal(true),
  returned: z.number(),
  held: z.number(),
  approved: z.number(),
  promoted: z.number(),
  /** Decisions that had been recorded before. */
  unchanged: z.number(),
  problems: z.array(problemResponse),
  message: z.string(),
});

export const answerResponse = z.object({
  ok: z.literal(true),
  answered: z.number(),
  /** Answers that had been recorded before. */
  unchanged: z.number(),
  /** "Xã Ninh Hòa: Đồng ý, nộp đến hết ngày 17/01/2025", one for each new answer. */
  lines: z.array(z.string()),
  message: z.string(),
});

/** A text cut into what the other dossier has, too, and what it has not. */
export const comparedText = z.object({
  header: z.string(),
  parts: z.array(z.object({ text: z.string(), shared: z.boolean() })),
});

export const comparedSide = z.object({
  dossier: z.string(),
  unit: z.string(),
  /** "năm 2025". */
  period: z.string(),
  name: z.string(),
  state: z.string(),
  texts: z.array(comparedText),
});

export const compareResponse = z.object({
  ok: z.literal(true),
  line: comparedSide,
  /** The same person first, then the closest text. */
  others: z.array(
    z.object({
      kind: z.enum(['same-person', 'near-copy', 'other-name']),
      /** Per cent of the shorter text's runs of three words; 0 when the texts are not alike. */
      share: z.number(),
      sentence: z.string(),
      /** Texts of the line, marked by what this other one has. */
      mine: z.array(comparedText),
      other: comparedSide,
    }),
  ),
  message: z.string(),
});

export const holdResponse = z.object({
  ok: z.literal(true),
  /** As asked. */
  key: z.string(),
  dossier: z.string(),
  unit: z.string(),
  name: z.string(),
  stands: z.boolean(),
  /** Oldest first. */
  history: z.array(
    z.object({
      /** "14/01/2025 20:15". */
      at: z.string(),
      by: z.string(),
      action: z.enum(['set', 'lift']),
      reason: z.string(),
      /** '' when there is none. */
      paper: z.string(),
    }),
  ),
  message: z.string(),
});

export const withdrawResponse = z.object({ ok: z.literal(true), message: z.string() });
export const taskResponse = z.object({ ok: z.literal(true), outcome: z.string() });
export const tickResponse = z.object({
  ok: z.literal(true),
  changedWorkbooks: z.number(),
  syncs: z.number(),
  mails: z.number(),
  digests: z.number(),
});

export type SubmitRequest = z.infer<typeof submitRequest>;
export type ReviewRequest = z.infer<typeof reviewRequest>;
export type AnswerRequest = z.infer<typeof answerRequest>;
export type CompareRequest = z.infer<typeof compareRequest>;
export type HoldRequest = z.infer<typeof holdRequest>;
export type WithdrawRequest = z.infer<typeof withdrawRequest>;
export type ProblemResponse = z.infer<typeof problemResponse>;
export type UnitResponse = z.infer<typeof unitResponse>;
export type RefusalResponse = z.infer<typeof refusalResponse>;
export type CheckResponse = z.infer<typeof checkResponse>;
export type SubmitResponse = z.infer<typeof submitResponse>;
export type ReviewResponse = z.infer<typeof reviewResponse>;
export type AnswerResponse = z.infer<typeof answerResponse>;
export type ComparedText = z.infer<typeof comparedText>;
export type ComparedSide = z.infer<typeof comparedSide>;
export type CompareResponse = z.infer<typeof compareResponse>;
export type HoldResponse = z.infer<typeof holdResponse>;
export type WithdrawResponse = z.infer<typeof withdrawResponse>;
export type TaskResponse = z.infer<typeof taskResponse>;
export type TickResponse = z.infer<typeof tickResponse>;
