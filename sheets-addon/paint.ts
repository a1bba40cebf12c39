/** Notes and colours of faulty cells: which are ours, what they say, and how people's own notes beside them survive. */
import { toA1 } from '../functions/domain/a1.ts';
import type { Form } from '../functions/domain/form.ts';
import { sentence } from '../functions/domain/messages.vi.ts';
import type { Problem } from '../functions/domain/problem.ts';

/** Dark text stays readable on both (contrast above 12:1). */
const colours = { error: '#f8d2cf', warning: '#fdf0c2' } as const;

/** Begins every note of ours; what a person had written stands below the ruler. */
const mark = 'Gương Sáng: ';
const ruler = '\n———\n';

export interface Paint {
  severity: Problem['severity'];
  text: string;
}

/** By cell, "F4". A problem of a whole line stands at the column of kinds. */
export function toPaints(problems: readonly Problem[], form: Form, kindColumn: number): Map<string, Paint> {
  const paints = new Map<string, Paint>();
  for (const problem of problems) {
    const cell = cellOf(problem, kindColumn);
    if (cell === undefined) continue;
    const before = paints.get(cell);
    const said = sentence(problem, form);
    paints.set(cell, {
      severity: before?.severity === 'error' ? 'error' : problem.severity,
      text: before === undefined ? said : `${before.text}\n${said}`,
    });
  }
  return paints;
}

function cellOf({ a1, line }: Problem, kindColumn: number): string | undefined {
  if (a1 !== undefined) return a1.split(':')[0];
  return line === undefined ? undefined : toA1(kindColumn, line);
}

const isOurs = (note: string): boolean => note.startsWith(mark);

/** What a person wrote into the note. */
export function ownPart(note: string): string {
  if (!isOurs(note)) return note;
  const at = note.indexOf(ruler);
  return at < 0 ? '' : note.slice(at + ruler.length);
}

export const noteOf = (paint: Paint | undefined, before = ''): string => {
  const own = ownPart(before);
  return paint === undefined ? own : `${mark}${paint.text}${own === '' ? '' : ruler + own}`;
};

export const colourOf = (paint: Paint | undefined): string | null =>
  paint === undefined ? null : colours[paint.severity];

export interface Block {
  notes: string[][];
  backgrounds: (string | null)[][];
}

/** Sheets tells "no colour" as white; written back as white it would hide banding and conditional colours. */
const unchanged = (background: string | null | undefined): string | null =>
  background === undefined || background === '#ffffff' ? null : background;

/**
 * The block after painting, whose first cell is at `column` (from 0) and `firstLine`; undefined when nothing is to be
 * done. Only cells that are faulty, or were when last painted, change.
 */
export function repaint(
  before: Block,
  paints: ReadonlyMap<string, Paint>,
  { column, firstLine }: { column: number; firstLine: number },
): Block | undefined {
  let isChanged = false;
  const after: Block = { notes: [], backgrounds: [] };
  before.notes.forEach((row, down) => {
    const backgrounds = before.backgrounds[down] ?? [];
    const paintAt = (across: number): Paint | undefined =>
      paints.get(toA1(column + across, firstLine + down));
    const notes = row.map((note, across) => noteOf(paintAt(across), note));
    if (notes.some((note, across) => note !== row[across])) isChanged = true;
    after.notes.push(notes);
    after.backgrounds.push(
      row.map((note, across) => {
        const paint = paintAt(across);
        return paint !== undefined || isOurs(note) ? colourOf(paint) : unchanged(backgrounds[across]);
      }),
    );
  });
  return isChanged ? after : undefined;
}

/** One line as it is to look, whatever stood there; columns counted from 0, ends included. */
export function paintsOfLine(
  paints: ReadonlyMap<string, Paint>,
  line: number,
  [left, right]: readonly [number, number],
): Block {
  const row = Array.from({ length: right - left + 1 }, (_, across) => paints.get(toA1(left + across, line)));
  return {
    notes: [row.map((paint) => noteOf(paint))],
    backgrounds: [row.map((paint) => colourOf(paint))],
  };
}
