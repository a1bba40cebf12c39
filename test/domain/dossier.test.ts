/** The way of a dossier: who may decide what, what returning does, and that repeating changes nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptList, checkLocked } from '../../functions/domain/accept-list.ts';
import { type Dossier, decide, forward, withdraw } from '../../functions/domain/dossier.ts';
import { rollUp, toPromoted } from '../../functions/domain/roll-up.ts';
import { canonicalContent } from '../../functions/domain/submission.ts';
import { aDossier, aRow, decided, later, now, origin, tree } from './people.ts';

const at = { from: '956', to: '95', by: 'thutruong@vidu.vn', snapshotId: 's2' };

describe('decide', () => {
  test('a new row waits at the parent in its first round', () => {
    expect(aDossier()).toMatchObject({ at: '956', status: 'submitted', round: 1, approvals: [] });
  });

  test.each([
    ['approve', 'approved', ['956']],
    ['promote', 'promoted', ['956']],
    ['hold', 'held', []],
  ] as const)('%s leaves it at the unit that decided', (action, status, approvals) => {
    expect(decided(aDossier(), action, '956')).toMatchObject({ at: '956', status, approvals });
  });

  test('a return goes back to the unit that wrote it, with the reason', () => {
    expect(decided(aDossier(), 'return', '956')).toMatchObject({
      at: '31843',
      status: 'returned',
      returnReason: 'Bổ sung số liệu kết quả',
    });
  });

  test('a return from above lands on the desk below in a new round, and takes that approval back', () => {
    const above = forward(decided(aDossier(), 'promote', '956'), at, now);
    expect(above).toMatchObject({ at: '95', status: 'submitted', round: 2, approvals: ['956'] });
    expect(decided(above, 'return', '95')).toMatchObject({
      at: '956',
      status: 'submitted',
      round: 3,
      approvals: [],
    });
  });

  test.each([
    ['a return without a reason', { action: 'return', reason: 'xem lại' }, 'reason-missing'],
    ['a unit that does not hold it', { unitId: '95' }, 'not-here'],
    ['a round that is over', { round: 0 }, 'newer-round'],
  ] as const)('refuses %s', (_name, change, refusal) => {
    const command = {
      action: 'approve',
      reason: '',
      round: 1,
      unitId: '956',
      by: 'a@b.vn',
      ...change,
    } as const;
    expect(decide(aDossier(), command, tree, now)).toEqual({ ok: false, refusal });
  });

  test('refuses to choose upward at the top', () => {
    const above = forward(decided(aDossier(), 'promote', '956'), at, now);
    const command = { action: 'promote', reason: '', round: 2, unitId: '95', by: 'a@b.vn' } as const;
    expect(decide(above, command, tree, now)).toEqual({ ok: false, refusal: 'top-level' });
  });

  test('a mind may be changed while the dossier is still here', () => {
    const twice = decided(decided(aDossier(), 'promote', '956'), 'hold', '956');
    expect(twice).toMatchObject({ status: 'held', approvals: [] });
    expect(decided(twice, 'promote', '956')).toMatchObject({ status: 'promoted', approvals: ['956'] });
  });
});

test('deciding the same again changes nothing, in any order of decisions', () => {
  const action = fc.constantFrom('approve', 'promote', 'hold', 'return');
  fc.assert(
    fc.property(fc.array(action, { maxLength: 6 }), (actions) => {
      let dossier = aDossier();
      for (const act of actions) {
        const reason = act === 'return' ? 'Bổ sung số liệu kết quả' : '';
        const command = { action: act, reason, round: dossier.round, unitId: '956', by: 'a@b.vn' } as const;
        const first = decide(dossier, command, tree, now);
        if (!first.ok) continue;
        const second = decide(first.dossier, command, tree, later(5));
        expect(second).toEqual({ ok: true, dossier: first.dossier, changed: false });
        expect(first.dossier.history.length).toBeGreaterThanOrEqual(dossier.history.length);
        dossier = first.dossier;
      }
    }),
  );
});

describe('acceptList', () => {
  const accept = (rows: Parameters<typeof acceptList>[0], existing: Dossier[]): Dossier[] =>
    acceptList(rows, existing, { ...origin, snapshotId: 's2' }, later(2));

  test('gives nothing the second time', () => {
    const first = acceptList([aRow(1), aRow(2)], [], origin, now);
    expect(first).toHaveLength(2);
    expect(accept([aRow(1), aRow(2)], first)).toEqual([]);
  });

  test('a mended row that was returned comes back in a new round', () => {
    const returned = decided(aDossier(), 'return', '956');
    expect(accept([aRow(1, { title: 'Tên gương đã sửa cho rõ' })], [returned])).toMatchObject([
      { at: '956', status: 'submitted', round: 2, returnReason: '', snapshotId: 's2' },
    ]);
  });

  test('an untouched returned row stays returned', () => {
    expect(accept([aRow(1)], [decided(aDossier(), 'return', '956')])).toEqual([]);
  });

  test('a row taken off the list before a decision is recalled', () => {
    expect(accept([aRow(2)], [aDossier(1)])).toMatchObject([
      { id: '2025-31843-002', status: 'submitted' },
      { id: '2025-31843-001', status: 'recalled' },
    ]);
  });

  test('decided rows may neither change nor disappear', () => {
    const approved = decided(aDossier(1), 'approve', '956');
    const forwarded = forward(decided(aDossier(2), 'promote', '956'), at, now);
    const problems = checkLocked([aRow(1, { title: 'Đổi tên sau khi duyệt' })], [approved, forwarded], 'Xã');
    expect(problems.map(({ code, params }) => [code, params.id])).toEqual([
      ['row-locked', '2025-31843-001'],
      ['row-locked-missing', '2025-31843-002'],
    ]);
    expect(checkLocked([aRow(1), aRow(2)], [approved, forwarded], 'Xã')).toEqual([]);
  });
});

describe('words that were counted in a work', () => {
  const accept = (row: Dossier['row'], existing: Dossier[]): Dossier[] =>
    acceptList([row], existing, { ...origin, snapshotId: 's2' }, later(2));
  const [work] = acceptList([{ ...aRow(1), words: 1650 }], [], origin, now) as [Dossier];

  test('stay with the dossier, and follow its file in the same round', () => {
    expect(work.row.words).toBe(1650);
    expect(accept({ ...aRow(1), words: 1650 }, [work])).toEqual([]);
    expect(accept({ ...aRow(1), words: 1700 }, [work])).toEqual([
      { ...work, row: { ...work.row, words: 1700 } },
    ]);
  });

  test('are not forgotten because nobody could count them the next time', () => {
    expect(accept(aRow(1), [work])).toEqual([]);
  });

  test('change no more once the work is decided', () => {
    expect(accept({ ...aRow(1), words: 1700 }, [decided(work, 'approve', '956')])).toEqual([]);
  });

  test('make another list of it, and one that nobody counted is what it was before', () => {
    const content = {
      planId: 'p',
      period: '2024.DT',
      unitId: 'u',
      formId: 'contest-entry',
      promoted: [],
      nil: false,
    };
    const text = (row: Dossier['row']) => canonicalContent({ ...content, rows: [row], attachment: null });
    const { id, kind, values } = aRow(1);
    expect(text({ ...aRow(1), words: 1650 })).not.toBe(text({ ...aRow(1), words: 1700 }));
    const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(text(aRow(1))).toContain(JSON.stringify([{ id, kind, values: sorted }]));
  });
});

describe('rollUp', () => {
  const chosen = decided(aDossier(1), 'promote', '956');
  const sent = forward(decided(aDossier(2), 'promote', '956'), at, now);
  const kept = decided(aDossier(3), 'approve', '956');

  test('takes what was chosen, and what went up already, and leaves the rest', () => {
    expect(rollUp([kept, sent, chosen], '956', tree).map(({ id }) => id)).toEqual([chosen.id, sent.id]);
  });

  test('leaves out what was sent back from above until it is chosen again', () => {
    const back = decided(sent, 'return', '95');
    expect(rollUp([back], '956', tree)).toEqual([]);
    expect(rollUp([decided(back, 'promote', '956')], '956', tree)).toHaveLength(1);
  });

  test('names the round that was chosen, before and after it went up', () => {
    expect(toPromoted(chosen, '956')).toEqual({ dossierId: chosen.id, round: 1 });
    expect(toPromoted(sent, '956')).toEqual({ dossierId: sent.id, round: 1 });
  });

  test('a unit does not find its own rows in what comes from below', () => {
    expect(rollUp([chosen], '31843', tree)).toEqual([]);
  });
});

describe('forward and withdraw', () => {
  test('going up twice is going up once', () => {
    const once = forward(decided(aDossier(), 'promote', '956'), at, now);
    expect(forward(once, at, later(1))).toBe(once);
  });

  test('withdrawing needs a reason and keeps the first', () => {
    const by = { by: 'a@b.vn', unitId: '956', reason: 'Người được nêu rút lại đồng ý' };
    expect(withdraw(aDossier(), { ...by, reason: 'thôi' }, now)).toEqual({
      ok: false,
      refusal: 'reason-missing',
    });
    const first = withdraw(aDossier(), by, now);
    expect(first).toMatchObject({ ok: true, dossier: { withdrawn: { reason: by.reason } } });
    if (first.ok)
      expect(withdraw(first.dossier, { ...by, reason: 'Một lý do khác hẳn' }, later(1))).toMatchObject({
        changed: false,
      });
  });
});
