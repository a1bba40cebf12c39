/** Trees of any depth: parents, successors, and every fault of a broken list named. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTree, toUnitTree, type Unit } from '../../functions/domain/unit.ts';

const unit = (id: string, parent: string | null, rest: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  kind: 'k',
  parent,
  ...rest,
});

test('walks from the unit to the top and down to the children', () => {
  const tree = toUnitTree([unit('a', null), unit('b', 'a'), unit('c', 'b'), unit('d', 'b')]);
  expect(tree.ancestors('c').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(tree.children('b').map(({ id }) => id)).toEqual(['c', 'd']);
  expect(tree.ancestors('nobody')).toEqual([]);
});

test('finds who took over, however many steps later', () => {
  const tree = toUnitTree([
    unit('old', null, { validTo: '2024-06-30', successor: 'middle' }),
    unit('middle', null, { validFrom: '2024-07-01', validTo: '2025-06-30', successor: 'new' }),
    unit('new', null, { validFrom: '2025-07-01' }),
  ]);
  expect(tree.inForce('old', '2024-06-30')?.id).toBe('old');
  expect(tree.inForce('old', '2024-07-01')?.id).toBe('middle');
  expect(tree.inForce('old', '2026-01-01')?.id).toBe('new');
});

test('names every fault at once', () => {
  const faults = checkTree([
    unit('a', 'b'),
    unit('b', 'a'),
    unit('c', 'nobody', { successor: 'nothing' }),
    unit('f', null, { successor: 'f' }),
    unit('d', null),
    unit('d', null),
    unit('e', null, { validFrom: '2025-01-02', validTo: '2025-01-01' }),
  ]);
  expect(faults.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'own-ancestor a',
    'own-ancestor b',
    'unknown-parent c',
    'unknown-successor c',
    'own-successor f',
    'duplicate-id d',
    'validity-backwards e',
  ]);
});

test('a unit that merged is the history of the one that took over, a unit that was split of both parts', () => {
  const tree = toUnitTree([
    unit('ward 1', null, { validTo: '2025-06-30', successor: 'ward 3' }),
    unit('ward 2', null, { validTo: '2025-06-30', successor: 'ward 3' }),
    unit('ward 3', null, { validFrom: '2025-07-01' }),
    unit('ward 4', null, { validFrom: '2026-01-01', splitFrom: 'ward 3' }),
  ]);
  const ids = (units: readonly Unit[]) => units.map(({ id }) => id);
  expect(ids(tree.lineage('ward 3').predecessors)).toEqual(['ward 1', 'ward 2']);
  expect(ids(tree.lineage('ward 4').predecessors)).toEqual(['ward 3', 'ward 1', 'ward 2']);
  expect(ids(tree.lineage('ward 1').successors)).toEqual(['ward 3', 'ward 4']);
  expect(ids(tree.lineageOn('ward 3', '2025-06-30'))).toEqual(['ward 1', 'ward 2']);
  expect(ids(tree.lineageOn('ward 3', '2026-02-01'))).toEqual(['ward 3', 'ward 4']);
  expect(tree.lineage('nobody')).toEqual({ predecessors: [], successors: [] });
});

/** Successors and origins point anywhere, in rings too: an answer must come all the same. */
const anyUnits = fc
  .array(fc.tuple(fc.option(fc.nat(7)), fc.option(fc.nat(7))), { maxLength: 8 })
  .map((links) =>
    links.map(([to, from], index) =>
      unit(`u${index}`, null, {
        ...(to === null ? {} : { successor: `u${to}` }),
        ...(from === null ? {} : { splitFrom: `u${from}` }),
      }),
    ),
  );

test('whoever is before another has the other after it, and nobody is before itself', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const tree = toUnitTree(units);
      for (const { id } of units) {
        const { predecessors, successors } = tree.lineage(id);
        for (const list of [predecessors, successors]) {
          expect(list.map((one) => one.id)).not.toContain(id);
          expect(new Set(list).size).toBe(list.length);
        }
        for (const before of predecessors)
          expect(tree.lineage(before.id).successors.map((one) => one.id)).toContain(id);
        for (const after of successors)
          expect(tree.lineage(after.id).predecessors.map((one) => one.id)).toContain(id);
      }
    }),
  );
});

test('a unit may not outlive the one that collects from it', () => {
  const parent = unit('a', null, { validTo: '2025-06-30' });
  const kinds = (child: Partial<Unit>) => checkTree([parent, unit('b', 'a', child)]).map(({ kind }) => kind);
  expect(kinds({})).toEqual(['parent-ended']);
  expect(kinds({ validTo: '2025-07-01' })).toEqual(['parent-ended']);
  expect(kinds({ validTo: '2025-06-30' })).toEqual([]);
  expect(checkTree([unit('c', null, { splitFrom: 'x' })]).map(({ kind }) => kind)).toEqual(['unknown-split']);
});
