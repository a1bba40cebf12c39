/** Every form by its id. */
import type { Form } from '../form.ts';
import { exemplarForm } from './exemplar.ts';

export const forms: Record<string, Form> = { exemplar: exemplarForm };

/** A form that a parsed plan names is always there. */
export const formOf = (id: string): Form => {
  const form = forms[id];
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
