/** Which forms there are, by the short code that stands in the name of their periods: light, for who needs no columns. */

export interface FormCode {
  /** Capitals and digits; '' for the form that lists exemplars. Part of row ids, so it never changes. */
  code: string;
  /** What a list on this form is called: "kế hoạch bồi dưỡng"; '' where nothing need be said. */
  label: string;
}

export const formCodes = {
  exemplar: { code: '', label: '' },
  'nurturing-plan': { code: 'BD', label: 'kế hoạch bồi dưỡng' },
  standards: { code: 'TC', label: 'tiêu chuẩn điển hình' },
  'follow-up': { code: 'TD', label: 'đánh giá tiếp theo' },
  'publicity-log': { code: 'TT', label: 'nhật ký tuyên truyền' },
  'unit-document': { code: 'VB', label: 'văn bản của đơn vị' },
  'contest-entry': { code: 'DT', label: 'bài dự thi' },
  'contest-archive': { code: 'LT', label: 'lưu trữ Cuộc thi viết' },
} as const satisfies Record<string, FormCode>;

export type FormId = keyof typeof formCodes;

const known: readonly (readonly [string, FormCode])[] = Object.entries(formCodes);

/** undefined when no form has the code. */
export const formWithCode = (code: string): FormId | undefined =>
  known.find(([, form]) => form.code === code)?.[0] as FormId | undefined;

export const codeOfForm = (form: string): FormCode | undefined => known.find(([id]) => id === form)?.[1];
