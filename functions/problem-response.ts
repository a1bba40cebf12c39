/** Problems as callers get them: code, place, and the whole Vietnamese sentence. */

import type { Form } from './domain/form.ts';
import { exemplarForm } from './domain/forms/exemplar.ts';
import { problemLine } from './domain/messages.vi.ts';
import type { Problem } from './domain/problem.ts';
import type { ProblemResponse } from './requests.ts';

export const problemResponses = (
  problems: readonly Problem[],
  form: Form = exemplarForm,
): ProblemResponse[] =>
  problems.map(({ params: _params, ...problem }) => ({
    ...problem,
    message: problemLine({ ...problem, params: _params }, form),
  }));
