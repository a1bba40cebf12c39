/** Every form by its id. A new form is a file here, an entry below and one in form-codes.ts. */
import type { Form } from '../form.ts';
import type { FormId } from '../form-codes.ts';
import { contestArchiveForm } from './contest-archive.ts';
import { contestEntryForm } from './contest-entry.ts';
import { exemplarForm } from './exemplar.ts';
import { followUpForm } from './follow-up.ts';
import { nurturingPlanForm } from './nurturing-plan.ts';
import { publicityLogForm } from './publicity-log.ts';
import { standardsForm } from './standards.ts';
import { unitDocumentForm } from './unit-document.ts';

export const forms: Record<string, Form> = {
  exemplar: exemplarForm,
  'nurturing-plan': nurturingPlanForm,
  standards: standardsForm,
  'follow-up': followUpForm,
  'publicity-log': publicityLogForm,
  'unit-document': unitDocumentForm,
  'contest-entry': contestEntryForm,
  'contest-archive': contestArchiveForm,
} satisfies Record<FormId, Form>;

/** Undefined for what is no form of a plan's, such as a tab of requests. */
export const shippedForm = (id: string): Form | undefined =>
  Object.keys(forms).includes(id) ? forms[id] : undefined;

/** What a tab is judged by that does not say its form: such tabs were made when there was one. */
export const oldestForm: Form = exemplarForm;

/** A form that a parsed plan names is always there. */
export const formOf = (id: string): Form => {
  const form = shippedForm(id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
