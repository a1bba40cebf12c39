/** Every mistake of the table is caught as the table says, and what only looks like one is not. */
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../../functions/domain/checks/index.ts';
import { exemplarForm } from '../../../../functions/domain/forms/exemplar.ts';
import { fitsRow, mistakes, pairMistakes, severityOf } from '../../../../infra/local/samples/mistakes.ts';
import { sampleRows, type TypedRow } from '../../../../infra/local/samples/rows.ts';
import { readTyped } from '../../../support/typed-rows.ts';

const unit = { id: '31834', name: 'Xã Vĩnh Trạch', kind: 'commune', parentName: 'Thành phố Bạc Liêu' };
const rows = sampleRows(unit, {
  count: 12,
  kinds: ['individual', 'collective', 'model'],
  period: '2025',
  seed: 5,
});
const context = { form: exemplarForm, today: '2025-01-02', tab: unit.name, expectedIdPrefix: 'x' };

function found(typed: TypedRow[], plain = {}): string[] {
  const read = readTyped(typed, plain);
  return [...read.problems, ...checkRows(read.rows, context)].map(
    ({ code, severity }) => `${severity} ${code}`,
  );
}

describe('mistakes', () => {
  it.each(mistakes)('$id is answered with $expects', (mistake) => {
    const fitting = rows.filter((row) => fitsRow(mistake, row));
    expect(fitting.length).toBeGreaterThan(0);
    const { inPlainCell } = mistake;
    const plain = inPlainCell ? { [inPlainCell.column]: inPlainCell.becomes } : {};
    const expected = mistake.expects === null ? [] : [`${severityOf(mistake)} ${mistake.expects}`];
    for (const row of fitting) expect(found([mistake.apply(row)], plain)).toEqual(expected);
  });

  it('shows what Sheets turns into something else as it was typed', () => {
    for (const { inPlainCell, apply } of mistakes) {
      if (inPlainCell) expect(apply(rows[0]!)[inPlainCell.column]).not.toBe('');
    }
  });

  it.each(pairMistakes)('$id is answered with $expects', (mistake) => {
    const [first, second] = [rows[0]!, rows[2]!];
    const codes = found([first, mistake.apply(first, second)]);
    expect(codes).toContain(`${mistake.severity ?? 'error'} ${mistake.expects}`);
  });

  it('shows at least thirty codes and has an id for each mistake', () => {
    const codes = new Set(mistakes.flatMap(({ expects }) => expects ?? []));
    expect(codes.size).toBeGreaterThanOrEqual(30);
    expect(new Set(mistakes.map(({ id }) => id)).size).toBe(mistakes.length);
  });
});
