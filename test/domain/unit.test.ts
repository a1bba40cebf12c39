/** Trees of any depth: parents, successors, and every fault of a broken list named. */
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
