/** The form as a plan has it: choices from the plan's lists, as far as they hold on a day, and columns of the plan's own. */
import { type Column, type Form, withChoices } from './form.ts';
import { formOf } from './forms/index.ts';
import type { CatalogueEntry, Plan, PlanColumn } from './plan.ts';

const formsOfPlans = new WeakMap<Plan, Map<string, Form>>();

/**
 * `day` is ISO. For a list it is the last day that the plan itself gives for it, so that all who judge the list of a period
 * judge by the same words, whenever they look, and a word that ends later spoils no list that was right when it was due.
 */
export function planForm(plan: Plan, formId: string, day: string): Form {
  const known = formsOfPlans.get(plan) ?? new Map<string, Form>();
  formsOfPlans.set(plan, known);
  const key = `${formId} ${day}`;
  const form = known.get(key) ?? toPlanForm(plan, formOf(formId), day);
  known.set(key, form);
  return form;
}

/** The very form when the plan changes nothing. */
function toPlanForm({ catalogues = [], columns = [] }: Plan, form: Form, day: string): Form {
  const own = columns.filter((one) => one.form === form.id);
  const all = withOwnColumns(form.columns, own).map((column) => withWords(column, catalogues, day));
  const isSame = all.length === form.columns.length && all.every((one, at) => one === form.columns[at]);
  return isSame ? form : { ...form, columns: all };
}

/** Each behind its neighbour, which may be one of the plan's own; of several behind one the first stands first. */
export function withOwnColumns(columns: readonly Column[], own: readonly PlanColumn[]): readonly Column[] {
  const behind = (after: string): readonly Column[] =>
    own.filter((one) => one.after === after).flatMap(({ column }) => [column, ...behind(column.key)]);
  return own.length === 0 ? columns : columns.flatMap((column) => [column, ...behind(column.key)]);
}

/** A list none of whose words holds leaves the form's own: a required cell must have something to choose. */
function withWords(column: Column, catalogues: readonly CatalogueEntry[], day: string): Column {
  if (column.list === undefined) return column;
  const holding = catalogues.filter((entry) => entry.list === column.list && holdsOn(entry, day));
  const words = [...new Set(holding.map(({ value }) => value))];
  return words.length === 0 || isSameList(words, column.choices) ? column : withChoices(column, words);
}

export const holdsOn = ({ validFrom, validTo }: CatalogueEntry, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

const isSameList = (some: readonly string[], others: readonly string[] = []): boolean =>
  some.length === others.length && some.every((word, at) => word === others[at]);
