/** The complaint hold: it needs a reason, its history only grows, and what it stops is putting forward, nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, forward, type ReviewAction } from '../../functions/domain/dossier.ts';
import {
  decideHold,
  type HoldCommand,
  holdLimits,
  type IntegrityHold,
  isSetAbove,
  isTheirs,
} from '../../functions/domain/hold.ts';
import { holdFaultSentence } from '../../functions/domain/hold-words.ts';
import { rollUp } from '../../functions/domain/roll-up.ts';
import { aDossier, decided, later, now, tree } from './people.ts';

const about = { planId: 'kh-113', period: '2025', dossierId: '2025-31843-001' };
const reason = 'Thanh tra huyện đang xác minh đơn phản ánh';
const command = (given: Partial<HoldCommand> = {}): HoldCommand => ({
  action: 'set',
  by: 'thamdinh@vidu.vn',
  unitId: '956',
  reason,
  paper: '',
  ...given,
});

function done(before: IntegrityHold | undefined, given: Partial<HoldCommand> = {}): IntegrityHold {
  const result = decideHold(before, about, command(given), now);
  if (!result.ok || !result.hold) throw new Error('refused');
  return result.hold;
}

describe('decideHold', () => {
  it('stands once it is set, and no longer once it is lifted; both stay written', () => {
    const set = done(undefined, { paper: '15/TB-TTr' });
    expect(set).toEqual({
      ...about,
      stands: true,
      history: [{ ...command({ paper: '15/TB-TTr' }), at: now.toISOString() }],
    });
    const lifted = done(set, { action: 'lift', reason: 'Kết luận: phản ánh không đúng sự thật' });
    expect(lifted).toMatchObject({ stands: false, history: [{ action: 'set' }, { action: 'lift' }] });
    expect(lifted.history[0]).toEqual(set.history[0]);
  });

  it('adds another reason while it stands, and nothing for the same one', () => {
    const set = done(undefined);
    expect(decideHold(set, about, command({ by: 'khac@vidu.vn' }), now)).toMatchObject({ changed: false });
    expect(done(set, { reason: 'Báo nêu dấu hiệu vi phạm, đang kiểm tra' }).history).toHaveLength(2);
  });

  it.each([
    ['never set', undefined],
    ['lifted before', done(done(undefined), { action: 'lift' })],
  ])('lifts nothing where it was %s', (_what, before) => {
    const result = decideHold(before, about, command({ action: 'lift', reason: `${reason} xong` }), now);
    expect(result).toEqual({ ok: true, hold: before, changed: false });
  });

  it.each([
    ['a blank reason', { reason: ' \u00a0 ' }, ['reason-short']],
    ['nine letters', { reason: 'xem lại đi'.slice(0, 9) }, ['reason-short']],
    ['too long a reason', { reason: 'a'.repeat(holdLimits.maxReason + 1) }, ['reason-long']],
    ['a paper without a number', { paper: 'đơn thư' }, ['paper-unreadable']],
    ['both', { reason: '', paper: 'x'.repeat(81) }, ['reason-short', 'paper-unreadable']],
  ])('refuses %s, everything at once', (_what, given, faults) => {
    for (const action of ['set', 'lift'] as const)
      expect(decideHold(undefined, about, command({ ...given, action }), now)).toEqual({ ok: false, faults });
  });

  it('says of each fault what is there and what to type', () => {
    const typed = { reason: 'có đơn', paper: 'đơn thư' };
    expect(holdFaultSentence('reason-short', typed)).toMatch(/“có đơn”.*hãy.*ví dụ/);
    expect(holdFaultSentence('paper-unreadable', typed)).toMatch(/“đơn thư”.*hãy.*15\/TB-TTr/);
    expect(holdFaultSentence('reason-long', typed)).toMatch(/hãy/);
  });

  const anything = fc.record({
    action: fc.constantFrom<'set' | 'lift'>('set', 'lift'),
    reason: fc.constantFrom(reason, `${reason}, lần hai`, 'ngắn'),
    paper: fc.constantFrom('', '15/TB-TTr', 'không số'),
    by: fc.constantFrom('a@vidu.vn', 'b@vidu.vn'),
  });

  it('only ever grows, stands as its last entry says, and a repeat changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (commands) => {
        let hold: IntegrityHold | undefined;
        for (const given of commands) {
          const result = decideHold(hold, about, command(given), now);
          if (!result.ok) continue;
          const before = hold?.history ?? [];
          const after = result.hold?.history ?? [];
          expect(after.slice(0, before.length)).toEqual(before);
          expect(after.length - before.length).toBe(result.changed ? 1 : 0);
          hold = result.hold;
          expect(hold?.stands ?? false).toBe(hold?.history.at(-1)?.action === 'set');
          const again = decideHold(hold, about, command(given), now);
          expect(again).toEqual({ ok: true, hold, changed: false });
        }
      }),
    );
  });
});

describe('whose it is', () => {
  const chosen = decided(aDossier(), 'promote', '956');
  const above = forward(chosen, { from: '956', to: '95', by: 'a@b.vn', snapshotId: 's2' }, later(2));
  const byProvince = done(undefined, { unitId: '95' });

  it.each([
    ['waits at the district', aDossier(), undefined, ['956']],
    ['was returned to its commune', decided(aDossier(), 'return', '956'), undefined, ['956']],
    ['went up', above, undefined, ['95']],
    ['went up with what the district had set', above, done(undefined), ['956', '95']],
    ['went up with what the district had lifted', above, done(done(undefined), { action: 'lift' }), ['95']],
    ['came back with what the province set', decided(above, 'return', '95'), byProvince, ['956', '95']],
  ])('of a dossier that %s', (_what, dossier, hold, desks) => {
    expect(['31843', '956', '95'].filter((unitId) => isTheirs(dossier, hold, unitId))).toEqual(desks);
  });

  it('is lifted by no level below the one that set it', () => {
    expect([isSetAbove(byProvince, '956', tree), isSetAbove(byProvince, '95', tree)]).toEqual([true, false]);
    expect(isSetAbove(done(undefined), '956', tree)).toBe(false);
    expect(isSetAbove(done(byProvince, { action: 'lift', unitId: '95' }), '956', tree)).toBe(false);
  });
});

describe('while it stands', () => {
  const on = { reason: '', round: 1, unitId: '956', by: 'a@b.vn', isOnHold: true };

  it('refuses to choose upward, and lets every other decision be taken', () => {
    expect(decide(aDossier(), { ...on, action: 'promote' }, tree, now)).toEqual({
      ok: false,
      refusal: 'on-hold',
    });
    for (const action of ['approve', 'hold', 'return'] as ReviewAction[]) {
      const decision = { ...on, action, reason: 'Bổ sung số liệu kết quả' };
      expect(decide(aDossier(), decision, tree, now)).toMatchObject({ ok: true, changed: true });
    }
  });

  it('does not complain of a choice that was recorded before', () => {
    const chosen = decided(aDossier(), 'promote', '956');
    expect(decide(chosen, { ...on, action: 'promote' }, tree, now)).toMatchObject({
      ok: true,
      changed: false,
    });
  });

  it('keeps a chosen dossier out of the list of whoever chose it, until it has gone up', () => {
    const chosen = [1, 2].map((ordinal) => decided(aDossier(ordinal), 'promote', '956'));
    const onHold = new Set([chosen[0]!.id]);
    expect(rollUp(chosen, '956', tree, onHold)).toEqual([chosen[1]]);
    expect(rollUp(chosen, '956', tree)).toEqual(chosen);
    const way = { from: '956', to: '95', by: 'a@b.vn', snapshotId: 's2' };
    const gone = forward(chosen[0]!, way, later(2));
    expect(rollUp([gone, chosen[1]!], '956', tree, onHold)).toEqual([gone, chosen[1]]);
  });
});
