/** The trial's script covers every unit, and each unit's first try is refused or accepted for the reason it gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkList, checkRows } from '../../../../functions/domain/checks/index.ts';
import { exemplarForm } from '../../../../functions/domain/forms/exemplar.ts';
import { hasErrors, type Problem } from '../../../../functions/domain/problem.ts';
import { kh113BacLieu } from '../../../../functions/plans/kh-113-bac-lieu.ts';
import { mistakes } from '../../../../infra/local/samples/mistakes.ts';
import type { TypedRow } from '../../../../infra/local/samples/rows.ts';
import {
  rowsAfterMends,
  rowsAfterReturns,
  scenarioFor,
  type UnitScript,
} from '../../../../infra/local/samples/scenario.ts';
import { readTyped } from '../../../support/typed-rows.ts';

const { units } = kh113BacLieu;
const scripts = scenarioFor(units, 1);
const unitOf = ({ unitId }: UnitScript) => units.find(({ id }) => id === unitId)!;
const ofKind = (kind: string, from = scripts) => from.filter((script) => unitOf(script).kind === kind);

/** What submission would say to the unit's own rows, with the chosen ones counted. */
function problemsOf(script: UnitScript, typed: TypedRow[]): Problem[] {
  const { quota, allowedKinds } = kh113BacLieu.obligations.find(
    ({ unitKind }) => unitKind === unitOf(script).kind,
  )!;
  const { rows, problems } = readTyped(typed);
  const promoted = Array.from({ length: script.promote }, () => ({ kind: 'collective' as const }));
  const base = { form: exemplarForm, today: '2025-01-10', tab: 'x', expectedIdPrefix: 'x' };
  const context = { ...base, quota, allowedKinds, promoted };
  return [...problems, ...checkRows(rows, context), ...checkList(rows, context)];
}

const errorCodes = (problems: Problem[]): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe('scenarioFor', () => {
  it('has one script for every unit but the top, in their order', () => {
    const owing = units.filter(({ parent }) => parent !== null).map(({ id }) => id);
    expect(scripts.map(({ unitId }) => unitId)).toEqual(owing);
  });

  it('is the same for the same seed and another for another', () => {
    expect(scenarioFor(units, 1)).toEqual(scripts);
    expect(scenarioFor(units, 2)).not.toEqual(scripts);
  });

  it('lets every list be accepted once mended, and again after returns', () => {
    for (const script of scripts.filter(({ outcome }) => outcome !== 'missing')) {
      expect(errorCodes(problemsOf(script, rowsAfterMends(script)))).toEqual([]);
      expect(problemsOf(script, rowsAfterReturns(script))).toEqual([]);
    }
  });

  it('lets first tries be refused for the reason given and the others pass', () => {
    const reasons: Record<string, string> = {
      'below-quota': 'quota-below',
      'above-quota': 'quota-above',
      'wrong-kind': 'kind-not-allowed',
    };
    for (const script of scripts.filter(({ outcome }) => outcome !== 'missing')) {
      const problems = problemsOf(script, script.rows);
      const reason = reasons[script.firstTry ?? ''];
      if (reason) expect(errorCodes(problems)).toEqual([reason]);
      else expect(hasErrors(problems)).toBe(script.firstTry === 'mistakes');
      expect(script.mends.length > 0).toBe(reason !== undefined || script.firstTry === 'mistakes');
    }
  });

  it('shows everything that a year brings', () => {
    const tries = (firstTry: string) => scripts.filter((script) => script.firstTry === firstTry).length;
    expect(['below-quota', 'above-quota', 'wrong-kind', 'no-attachment'].map(tries)).toEqual([1, 1, 1, 1]);
    expect(tries('mistakes')).toBeGreaterThan(10);
    const communes = ofKind('commune');
    expect(communes.filter(({ outcome }) => outcome === 'missing').length).toBe(3);
    expect(communes.filter(({ outcome }) => outcome === 'late').length).toBe(6);
    expect(communes.filter(({ returnRows }) => returnRows).length).toBe(8);
    expect(scripts.filter(({ headSendsBack }) => headSendsBack).length).toBe(1);
    const [withdrawn, ...others] = scripts.filter(({ withdrawal }) => withdrawal);
    expect(others).toEqual([]);
    expect(withdrawn!.rows[withdrawn!.withdrawal!.rowIndex]!.consent).toBe('Đồng ý');
  });

  it('lets clerks make every mistake that can be typed into a text cell', () => {
    const playable = mistakes.filter(({ inPlainCell }) => !inPlainCell);
    const made = scripts.filter(({ firstTry }) => firstTry === 'mistakes').flatMap(({ mends }) => mends);
    expect(made.length).toBe(playable.length);
  });

  it('lets districts choose ten to fifteen, one of them with an exemplar of its own', () => {
    const districts = ofKind('district');
    expect(districts.filter(({ rows }) => rows.length === 1).length).toBe(1);
    for (const { promote, rows } of districts) {
      expect(promote + rows.length).toBeGreaterThanOrEqual(10);
      expect(promote + rows.length).toBeLessThanOrEqual(15);
    }
  });

  it('brings the nurturing plan with every list for the province', () => {
    for (const script of scripts.filter(({ outcome }) => outcome !== 'missing')) {
      expect(script.attachment !== undefined).toBe(unitOf(script).kind !== 'commune');
    }
  });

  it('holds for any seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const script of scenarioFor(units, seed)) {
          if (script.outcome === 'missing') continue;
          expect(problemsOf(script, rowsAfterReturns(script))).toEqual([]);
          const refused = hasErrors(problemsOf(script, script.rows));
          expect(refused).toBe(script.mends.length > 0);
        }
      }),
      { numRuns: 6 },
    );
  });
});
