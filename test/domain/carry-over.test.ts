/** Carrying over: what goes on, to whom, why the rest stays, and that doing it again changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptList } from '../../functions/domain/accept-list.ts';
import {
  beginsAfter,
  type Carry,
  type CarryOrder,
  carryOver,
  periodAfter,
} from '../../functions/domain/carry-over.ts';
import { type Dossier, decide, withdraw } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { isPublic, toPublicRow } from '../../functions/domain/public-row.ts';
import { rollUp } from '../../functions/domain/roll-up.ts';
import { dossierLabel } from '../../functions/domain/status-label.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { caMau2026 } from '../../functions/plans/ca-mau-2026.ts';
import { presets } from '../../functions/plans/index.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, later } from './people.ts';

const newYear = new Date('2026-01-02T08:00:00+07:00');
const realm = (plan: Plan) => ({ plan, tree: toUnitTree(plan.units) });
const from = realm(kh113BacLieu);
const to = { ...realm(caMau2026), period: '2026' };

/** Of KH 113, written by `unitId`. */
const of = (dossier: Dossier, unitId = '31843'): Dossier => ({
  ...dossier,
  planId: kh113BacLieu.id,
  unitId,
  id: dossier.id.replace('31843', unitId),
});
const recognised = (ordinal = 1, unitId?: string): Dossier =>
  of(decided(aDossier(ordinal), 'approve', '956'), unitId);

const order = (dossiers: readonly Dossier[], change: Partial<CarryOrder> = {}): CarryOrder => ({
  from,
  to,
  dossiers,
  existing: [],
  named: new Map(),
  by: 'quantri@vidu.vn',
  ...change,
});
const carry = (dossiers: readonly Dossier[], change?: Partial<CarryOrder>): Carry[] =>
  carryOver(order(dossiers, change), newYear);
const carriedOf = (carries: readonly Carry[]): Dossier[] =>
  carries.flatMap((one) => (one.outcome === 'carried' ? [one.dossier] : []));
const reasonsOf = (carries: readonly Carry[]): string[] =>
  carries.map((one) => (one.outcome === 'stays' ? one.reason : one.outcome));

describe('what is carried', () => {
  const [dossier] = carriedOf(carry([recognised(3)])) as [Dossier];
  const origin = {
    planId: 'ca-mau-2026',
    period: '2026',
    unitId: '31843',
    parentId: '96',
    snapshotId: 's9',
    by: 'c',
    flow: 'reviewed' as const,
  };

  it('stands with the heir, on no desk, on no list, and is not public', () => {
    expect(dossier).toMatchObject({
      id: '2026-31843-c202531843003',
      planId: 'ca-mau-2026',
      period: '2026',
      unitId: '31843',
      parentId: '96',
      at: '31843',
      status: 'carried',
      approvals: [],
      public: false,
    });
    expect(isPublic(dossier, caMau2026, '2026-06-01', to.tree)).toBe(false);
    expect(rollUp([dossier], '96', to.tree)).toEqual([]);
    const command = { action: 'approve', reason: '', round: 0, by: 'x@vidu.vn' } as const;
    for (const unitId of ['31843', '96'])
      expect(decide(dossier, { ...command, unitId }, to.tree, newYear)).toEqual({
        ok: false,
        refusal: 'not-here',
      });
    expect(dossierLabel(dossier, to.tree)).toBe('Mang sang từ Thị trấn Ngan Dừa, chờ đăng ký lại');
  });

  it('remembers the unit then, and its history names the unit then and now', () => {
    expect(dossier.carriedFrom).toEqual({
      planId: 'kh-113-bac-lieu',
      period: '2025',
      dossierId: '2025-31843-003',
      unitId: '31843',
      unit: 'Thị trấn Ngan Dừa',
      foundAs: { planId: 'kh-113-bac-lieu', dossierId: '2025-31843-003' },
      foundBy: 'Thị trấn Ngan Dừa',
      foundOn: '2025-01-10',
      recognised: [{ unit: 'Huyện Hồng Dân', on: '2025-01-10' }],
    });
    expect(dossier.history.map(({ action, reason }) => [action, reason])).toEqual([
      [
        'carry',
        'Mang sang từ 113/KH-UBND, kỳ 2025: Thị trấn Ngan Dừa, hồ sơ 2025-31843-003; nay là Xã Hồng Dân',
      ],
    ]);
  });

  it('brings along everything but what was said for another year: consent, of the guardian too, and pledge', () => {
    const told = { pledge: 'Năm 2025 giúp thêm 10 hộ', guardianConsent: 'Chỉ cha, mẹ đồng ý', needs: 'Vốn' };
    const source = recognised(3);
    const withMore = { ...source, row: { ...source.row, values: { ...source.row.values, ...told } } };
    const [brought] = carriedOf(carry([withMore])) as [Dossier];
    const { consent: _c, consentDate: _d, ...rest } = source.row.values;
    expect(brought.row).toEqual({
      id: dossier.id,
      line: 0,
      kind: 'individual',
      values: { ...rest, needs: 'Vốn' },
    });
  });

  it('becomes a dossier like others when its unit sends it, and keeps where it comes from', () => {
    const row = {
      ...dossier.row,
      line: 3,
      values: { ...dossier.row.values, consent: 'Đồng ý', consentDate: '2026-01-10' },
    };
    const [sent] = acceptList([row], [dossier], origin, newYear) as [Dossier];
    expect(sent).toMatchObject({ at: '96', status: 'submitted', round: 1, carriedFrom: dossier.carriedFrom });
    expect(sent.history.map(({ action }) => action)).toEqual(['carry', 'submit']);
    const approved = decide(
      sent,
      { action: 'approve', reason: '', round: 1, unitId: '96', by: 'r' },
      to.tree,
      newYear,
    );
    expect(approved.ok && isPublic(approved.dossier, caMau2026, '2026-06-01', to.tree)).toBe(true);
    expect(approved.ok && toPublicRow(approved.dossier, caMau2026, to.tree).steps[0]).toEqual({
      step: 'found',
      unit: 'Thị trấn Ngan Dừa',
      on: '2025-01-10',
    });
  });

  it('leaves its past behind when somebody else was typed over its row', () => {
    const row = { ...dossier.row, line: 3, values: { ...dossier.row.values, name: 'Trần Văn Khác' } };
    const [sent] = acceptList([row], [dossier], origin, newYear) as [Dossier];
    expect(sent.carriedFrom).toBeUndefined();
    expect(sent.history.map(({ action }) => action)).toEqual(['submit']);
  });

  it('gives its past to the same exemplar copied onto another line', () => {
    const copy = { ...dossier.row, id: '2026-31843-007', line: 9 };
    const other = { ...copy, id: '2026-31843-008', values: { ...copy.values, name: 'Trần Văn Khác' } };
    const sent = acceptList([copy, other], [dossier], origin, newYear);
    expect(sent.map(({ id, carriedFrom }) => [id, carriedFrom?.dossierId])).toEqual([
      ['2026-31843-007', '2025-31843-003'],
      ['2026-31843-008', undefined],
    ]);
    expect(sent[0]?.history.map(({ action }) => action)).toEqual(['carry', 'submit']);
  });

  it('stays as it is when the unit sends a list without it', () => {
    expect(acceptList([], [dossier], origin, newYear)).toEqual([]);
  });

  it('keeps its first number and finder when it is carried on once more', () => {
    const again = { ...dossier, status: 'approved' as const, approvals: ['96'] };
    const [next] = carriedOf(
      carry([again], { from: to, to: { ...to, period: '2027' }, existing: [again] }),
    ) as [Dossier];
    expect(next.id).toBe('2027-31843-c202531843003');
    expect(next.carriedFrom).toMatchObject({
      planId: 'ca-mau-2026',
      dossierId: dossier.id,
      unit: 'Xã Hồng Dân',
      foundAs: { planId: 'kh-113-bac-lieu', dossierId: '2025-31843-003' },
      foundBy: 'Thị trấn Ngan Dừa',
      foundOn: '2025-01-10',
    });
  });
});

it('never gives a stamped number on: a line copied from a file gets the number of what it was found as', () => {
  const [waiting] = carriedOf(carry([recognised(3)])) as [Dossier];
  const line = { ...waiting.row, id: '2026-31843-005', line: 7 };
  const again = {
    planId: to.plan.id,
    period: '2026',
    unitId: '31843',
    parentId: '96',
    snapshotId: 's',
    by: 'c',
  };
  const [copied] = acceptList([line], [waiting], { ...again, flow: 'reviewed' }, newYear) as [Dossier];
  const source = { ...copied, status: 'approved' as const, approvals: ['96'] };
  const [next] = carriedOf(carry([source], { from: to, to: { ...to, period: '2027' }, existing: [source] }));
  expect(copied.id).toBe('2026-31843-005');
  expect(next?.id).toBe('2027-31843-c202531843003');
});

describe('what stays', () => {
  const held = of(decided(aDossier(), 'hold', '956'));
  const taken = withdraw(recognised(), { by: 'r', unitId: '95', reason: 'Người được nêu xin gỡ' }, later(3));
  it.each<[string, Dossier]>([
    ['held', held],
    ['undecided', of(aDossier())],
    ['not-approved', of(decided(aDossier(), 'return', '956'))],
    ['not-approved', { ...of(aDossier()), status: 'recalled' }],
    ['not-approved', { ...recognised(), approvals: [] }],
    ['withdrawn', taken.ok ? taken.dossier : held],
    ['no-heir', recognised(1, '956')],
    ['no-heir', recognised(1, 'CQ07')],
    ['heir-owes-nothing', recognised(1, '95')],
  ])('%s', (reason, dossier) => {
    expect(reasonsOf(carry([dossier]))).toEqual([reason]);
  });

  it('of a unit that was split, until a person names the heir', () => {
    const takesOver = [
      {
        plan: kh113BacLieu.id,
        source: 'x',
        heirs: [
          { from: '31843', to: '31825' },
          { from: '31843', to: '31834' },
        ],
      },
    ];
    const split = { ...to, plan: { ...caMau2026, takesOver } };
    expect(reasonsOf(carry([recognised()], { to: split }))).toEqual(['several-heirs']);
    const [dossier] = carriedOf(carry([recognised()], { to: split, named: new Map([['31843', '31834']]) }));
    expect(dossier?.unitId).toBe('31834');
  });

  it('where the heir has ended too, or another dossier has the number', () => {
    const ended = caMau2026.units.map((unit) =>
      unit.id === '31843' ? { ...unit, validTo: '2025-12-31' } : unit,
    );
    const gone = { ...realm({ ...caMau2026, units: ended }), period: '2026' };
    expect(reasonsOf(carry([recognised()], { to: gone }))).toEqual(['heir-ended']);
    const other = { ...recognised(), planId: 'ca-mau-2026', id: '2026-31843-c202531843001' };
    expect(reasonsOf(carry([recognised()], { existing: [other] }))).toEqual(['id-taken']);
  });
});

describe('who is the heir', () => {
  it('never goes by the code alone: codes are given again', () => {
    const codes = kh113BacLieu.units.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    const carries = carry(codes.map((id) => recognised(1, id)));
    expect(reasonsOf(carries)).toEqual(codes.map(() => 'carried'));
    const heirOf = new Map(
      carries.map((one) => [one.source.unitId, one.outcome === 'carried' ? one.heir.name : '']),
    );
    expect(heirOf.get('31876')).toBe('Xã Vĩnh Phước');
    expect(to.tree.get('31867')?.name).toBe('Xã Phước Long');
    expect(heirOf.get('31813')).toBe('Phường Bạc Liêu');
  });

  it('is the unit itself in the same plan, and one of the same code and name where no paper is named', () => {
    const same = { ...from, period: '2026' };
    expect(carriedOf(carry([recognised()], { to: same }))[0]?.unitId).toBe('31843');
    const next = (name: string) => ({
      ...realm({
        ...kh113BacLieu,
        id: 'kh-114',
        units: kh113BacLieu.units.map((unit) => (unit.id === '31843' ? { ...unit, name } : unit)),
      }),
      period: '2026',
    });
    expect(carriedOf(carry([recognised()], { to: next('Thị trấn Ngan Dừa') }))[0]?.unitId).toBe('31843');
    expect(reasonsOf(carry([recognised()], { to: next('Phường Ngan Dừa') }))).toEqual(['no-heir']);
  });
});

it('answers for every dossier once, carries nothing that a rule keeps back, and nothing twice', () => {
  const dossiers = fc
    .record({
      unitId: fc.constantFrom(...kh113BacLieu.units.map(({ id }) => id)),
      status: fc.constantFrom<Dossier['status']>(
        'submitted',
        'returned',
        'held',
        'approved',
        'promoted',
        'recalled',
        'carried',
      ),
      approvals: fc.constantFrom<string[][]>([], ['956'], ['956', '95']),
      isWithdrawn: fc.boolean(),
    })
    .map(({ unitId, status, approvals, isWithdrawn }) => ({
      ...recognised(1, unitId),
      status,
      approvals,
      withdrawn: isWithdrawn ? { at: '', by: '', reason: '' } : null,
    }));
  fc.assert(
    fc.property(fc.uniqueArray(dossiers, { selector: ({ id }) => id, maxLength: 12 }), (all) => {
      const first = carry(all);
      expect(first.map(({ source }) => source)).toEqual(all);
      for (const one of first)
        if (one.outcome === 'carried') {
          expect(['approved', 'promoted']).toContain(one.source.status);
          expect(one.source.withdrawn).toBeNull();
          expect(one.source.approvals).not.toEqual([]);
        }
      const fresh = carriedOf(first);
      expect(new Set(fresh.map(({ id }) => id)).size).toBe(fresh.length);
      const second = carry(all, { existing: fresh });
      expect(carriedOf(second)).toEqual([]);
      expect(reasonsOf(second)).toEqual(reasonsOf(first).map((one) => (one === 'carried' ? 'already' : one)));
    }),
  );
});

describe('the period that takes', () => {
  const monthly = presets['124-ninh-ha'] as Plan;

  it.each([
    [kh113BacLieu, '2023', '2024'],
    [kh113BacLieu, '2025', undefined],
    [caMau2026, '2025', '2026'],
    [caMau2026, '2021-04', '2026'],
    [monthly, '2021-04', '2021-05'],
    [monthly, '2021', '2022-01'],
    [monthly, '2025-12', undefined],
    [{ ...caMau2026, inForceFrom: '2021-01-01' }, '2021-04', '2022'],
  ])('of a plan after one that ended is its first that begins later (%#)', (plan, ended, next) => {
    expect(periodAfter(plan, ended)).toBe(next);
  });

  it('never begins before the one it takes from is over', () => {
    expect(beginsAfter('2023', '2025')).toBe(false);
    expect(beginsAfter('2025', '2025')).toBe(false);
    expect(beginsAfter('2021-05', '2021')).toBe(false);
    expect(beginsAfter('2021-05', '2021-04')).toBe(true);
    expect(beginsAfter('2026', '2025')).toBe(true);
  });
});
