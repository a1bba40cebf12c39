/** Problems as callers get them: code, place, and the whole Vietnamese sentence. */

import type { Form } from './domain/form.ts';
import { oldestForm } from './domain/forms/index.ts';
import { problemLine } from './domain/messages.vi.ts';
import type { Problem } from './domain/problem.ts';
import type { ProblemResponse } from './requests.ts';

/** Without a form for tabs that no form describes, such as the review tab. */
export const problemResponses = (problems: readonly Problem[], form: Form = oldestForm): ProblemResponse[] =>
  problems.map(({ params: _params, ...problem }) => ({
    ...problem,
    message: problemLine({ ...problem, params: _params }, form),
  }));
