/** What is wrong in a file, as its sender reads it: what must be mended first and counted, what is only worth a look marked. */
import type { Form } from '../../functions/domain/form.ts';
import { groupProblems } from '../../functions/domain/messages.vi.ts';
import type { Problem } from '../../functions/domain/problem.ts';

const isError = ({ severity }: Pick<Problem, 'severity'>): boolean => severity === 'error';

/** "còn 4 chỗ cần sửa, 3 điều nên xem (ghi “Lưu ý”)". */
export function countFaults(problems: readonly Pick<Problem, 'severity'>[]): string {
  const errors = problems.filter(isError).length;
  const notes = problems.length - errors;
  return `còn ${errors} chỗ cần sửa${notes === 0 ? '' : `, ${notes} điều nên xem (ghi “Lưu ý”)`}`;
}

const asNote = (said: string): string => `Lưu ý: ${said}`;

export const tellFaults = (problems: readonly Problem[], form: Form): string[] => [
  ...groupProblems(problems.filter(isError), form),
  ...groupProblems(
    problems.filter((problem) => !isError(problem)),
    form,
  ).map(asNote),
];

/** The same of what a submission answered. */
export const tellAnswered = (
  problems: readonly (Pick<Problem, 'severity'> & { message: string })[],
): string[] => [
  ...problems.filter(isError).map(({ message }) => message),
  ...problems.filter((problem) => !isError(problem)).map(({ message }) => asNote(message)),
];
