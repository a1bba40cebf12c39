/** What a column given as data must look like, whether a plan brings it or a cell of a sheet: shape and limits of a column. */
import * as z from 'zod/mini';
import type { Column } from './form.ts';

const line = (max: number) =>
  z.string().check(
    z.refine((text) => text.trim() !== '' && text === text.trim() && !/\p{Cc}/u.test(text), {
      error: 'không được để trống, thừa khoảng trắng ở hai đầu hay xuống dòng',
    }),
    z.maxLength(max, `nhiều nhất ${max} ký tự`),
  );

const kinds = z.array(z.enum(['individual', 'collective', 'model'])).check(z.minLength(1));

export const keyPattern = /^[a-z][A-Za-z0-9]{0,39}$/;

/** A drop-down of Sheets takes no more. */
export const mostChoices = 500;

export const choicesShape = z.array(line(300)).check(
  z.minLength(1, 'cần ít nhất một giá trị để chọn'),
  z.maxLength(mostChoices, `nhiều nhất ${mostChoices} giá trị`),
  z.refine((words) => new Set(words).size === words.length, { error: 'có giá trị ghi hai lần' }),
);

const limit = z.union([z.int(), z.iso.date()]);

export const columnShape = z.strictObject({
  key: z.string().check(
    z.regex(keyPattern, 'chỉ gồm chữ không dấu và số, bắt đầu bằng chữ thường, ví dụ hasLaunched'),
    // Values of a row lie in a plain object: "constructor" would find what nobody typed.
    z.refine((key) => !(key in {}), { error: 'là từ riêng của máy, hãy đặt mã khác' }),
  ),
  header: line(100),
  help: line(500),
  example: line(500),
  type: z.enum(['text', 'longText', 'choice', 'integer', 'date', 'link']),
  required: z.optional(z.union([z.literal('all'), kinds])),
  onlyFor: z.optional(kinds),
  min: z.optional(limit),
  max: z.optional(limit),
  choices: z.optional(choicesShape),
  list: z.optional(line(40)),
  references: z.optional(z.enum(['exemplar', 'known-exemplar', 'criterion'])),
  visibility: z.enum(['public', 'internal']),
  width: z.int().check(z.minimum(40), z.maximum(600)),
});

type Shape = z.infer<typeof columnShape>;

/** A field that is not given is absent, not undefined. */
export const toColumn = (shape: Shape): Column =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as unknown as Column;

/** Faults that lie between the fields of one column, each a part of a sentence. */
export function columnFaults({ type, choices, min, max, onlyFor, required }: Column): string[] {
  const isDate = type === 'date';
  const wrong = [min, max].some(
    (value) => value !== undefined && (isDate ? typeof value !== 'string' : typeof value !== 'number'),
  );
  return [
    ...(type === 'choice' && choices === undefined
      ? ['cột chọn chưa có giá trị nào để chọn, hãy ghi choices']
      : []),
    ...(type !== 'choice' && choices !== undefined
      ? [`có giá trị để chọn mà loại cột là ${type}, hãy ghi loại choice hoặc bỏ choices`]
      : []),
    ...(type === 'choice' && (min !== undefined || max !== undefined)
      ? ['cột chọn không dùng min, max, hãy bỏ đi']
      : wrong
        ? [isDate ? 'min, max của cột ngày phải là ngày, ví dụ 2025-01-15' : 'min, max phải là số nguyên']
        : min !== undefined && max !== undefined && min > max
          ? [`min ${min} lớn hơn max ${max}`]
          : []),
    ...(Array.isArray(required) && onlyFor !== undefined && required.some((kind) => !onlyFor.includes(kind))
      ? ['bắt buộc với loại mà cột không dùng cho, hãy xem lại required và onlyFor']
      : []),
  ];
}
