/** A row made of the examples that people read under each header: right by the form's own rules, invented by the form. */
import type { Form } from '../../../functions/domain/form.ts';

/** Rows of one list differ in the last column that tells them apart, so that none is a copy. `exemplar`: whom cells name. */
export function exampleRow(form: Form, number = 0, exemplar?: string): string[] {
  const apart = form.naturalKey.findLast((key) => isText(form, key) && key !== 'name') ?? 'name';
  return form.columns.map(({ key, example, references }) => {
    if (exemplar !== undefined && references !== undefined && references !== 'criterion') return exemplar;
    // A work is one file: its link ends in another id.
    if (key === form.countedWords?.file && number > 0) return example.replace('/d/', `/d/${number + 1}-`);
    return key === apart && number > 0 ? `${example}, lần ${number + 1}` : example;
  });
}

const isText = ({ columns }: Form, key: string): boolean =>
  columns.some((column) => column.key === key && column.type === 'text');
