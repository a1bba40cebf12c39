/** Whether a dossier is public: only what is recognised, agreed to and grown up; anything unclear is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dossier, decide, forward, withdraw } from '../../functions/domain/dossier.ts';
import { consentWords, guardianConsentWords } from '../../functions/domain/forms/exemplar.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { isPublic, toPublicRow } from '../../functions/domain/public-row.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, later, tree, units } from './people.ts';

const today = '2025-01-10';
const plan: Plan = { ...kh113BacLieu, units };
const publishingAt = (...levels: string[]): Plan => ({
  ...plan,
  publication: { ...plan.publication, levels },
});

/** Approved by the district. */
const approved = (values: Parameters<typeof aDossier>[1] = {}): Dossier =>
  decided(aDossier(1, values), 'approve', '956');

/** Chosen by the district, and on the province's desk. */
const atProvince = (): Dossier =>
  forward(
    decided(aDossier(), 'promote', '956'),
    { from: '956', to: '95', by: 'thutruong@vidu.vn', snapshotId: 's2' },
    later(2),
  );

const withValues = (dossier: Dossier, values: Dossier['row']['values']): Dossier => ({
  ...dossier,
  row: { ...dossier.row, values: { ...dossier.row.values, ...values } },
});

const without = (dossier: Dossier, key: string): Dossier => {
  const { [key]: _, ...values } = dossier.row.values;
  return { ...dossier, row: { ...dossier.row, values } };
};

const shown = (dossier: Dossier, on = today): boolean => isPublic(dossier, plan, on, tree);

describe('recognition', () => {
  it.each<[string, Dossier, boolean]>([
    ['only submitted', aDossier(), false],
    ['approved', approved(), true],
    ['chosen upward', decided(aDossier(), 'promote', '956'), true],
    ['chosen upward, waiting at the province', atProvince(), true],
    ['approved by both', decided(atProvince(), 'approve', '95'), true],
    ['held', decided(aDossier(), 'hold', '956'), false],
    ['approved, then held', decided(approved(), 'hold', '956'), false],
    ['chosen upward, held by the province', decided(atProvince(), 'hold', '95'), false],
    ['returned', decided(aDossier(), 'return', '956'), false],
    ['approved, then returned', decided(approved(), 'return', '956'), false],
    ['chosen upward, returned by the province', decided(atProvince(), 'return', '95'), false],
    ['recalled', { ...approved(), status: 'recalled' }, false],
  ])('of a dossier %s', (_, dossier, answer) => {
    expect(shown(dossier)).toBe(answer);
  });

  it.each(['returned', 'recalled', 'held'] as const)(
    'never shows one that is %s, whatever was approved',
    (status) => {
      expect(shown({ ...approved(), status, approvals: ['956', '95'] })).toBe(false);
    },
  );

  it('counts only at the levels that publish', () => {
    expect(isPublic(approved(), publishingAt('district'), today)).toBe(true);
    expect(isPublic(approved(), publishingAt('province'), today)).toBe(false);
    expect(isPublic(decided(atProvince(), 'approve', '95'), publishingAt('province'), today)).toBe(true);
    expect(isPublic(approved(), publishingAt(), today)).toBe(false);
  });

  it.each([
    ['a unit below', '31843'],
    ['a unit that is not in the plan', '99999'],
  ])('does not count when given by %s', (_, id) => {
    expect(shown({ ...approved(), approvals: [id] })).toBe(false);
  });

  it('is over once withdrawn, and no later decision brings it back', () => {
    const taken = withdraw(
      atProvince(),
      { by: 'a@vidu.vn', unitId: '95', reason: 'Người được nêu rút' },
      later(3),
    );
    if (!taken.ok) throw new Error(taken.refusal);
    expect(shown(taken.dossier)).toBe(false);
    expect(shown(decided(taken.dossier, 'approve', '95'))).toBe(false);
  });

  it('follows any run of decisions: public only while a publishing unit stands by it', () => {
    const step = fc.record({
      action: fc.constantFrom('approve', 'promote', 'hold', 'return'),
      unitId: fc.constantFrom('956', '95'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let dossier = aDossier();
        for (const { action, unitId } of steps) {
          const command = {
            action,
            unitId,
            reason: 'Bổ sung số liệu',
            round: dossier.round,
            by: 'a@vidu.vn',
          };
          const result = decide(dossier, command, tree, later(1));
          if (result.ok)
            dossier = forward(result.dossier, { from: '956', to: '95', by: '', snapshotId: '' }, later(2));
          const stands = dossier.approvals.length > 0 && !['held', 'returned'].includes(dossier.status);
          expect(shown(dossier)).toBe(stands);
        }
      }),
    );
  });
});

describe('consent', () => {
  it.each([
    [consentWords.yes, true],
    [consentWords.withoutPhoto, true],
    [consentWords.notAsked, false],
    [consentWords.no, false],
    ['', false],
    ['đồng ý', false],
    ['Đồng ý '.normalize('NFD'), false],
    ['Có', false],
    [1, false],
  ])('in the words "%s" shows the row: %s', (consent, answer) => {
    expect(shown(approved({ consent }))).toBe(answer);
  });

  it('is never read out of other words', () => {
    const yes: string[] = [consentWords.yes, consentWords.withoutPhoto];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (consent) => {
        expect(shown(approved({ consent }))).toBe(yes.includes(consent));
      }),
    );
  });

  it('that nobody wrote down is no consent', () => {
    expect(shown(without(approved(), 'consent'))).toBe(false);
    expect(shown(without(approved(), 'consentDate'))).toBe(false);
  });

  it.each([
    ['2025-01-10', true],
    ['2025-01-11', false],
    ['2026-01-01', false],
    ['', false],
    ['05/01/2025', false],
    ['2025', false],
    [45662, false],
  ])('of the day %s shows the row today: %s', (consentDate, answer) => {
    expect(shown(approved({ consentDate }))).toBe(answer);
  });

  it('counts from its day on, and from then on every day', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (consentDate, on) => {
        expect(shown(approved({ consentDate }), on)).toBe(consentDate <= on);
      }),
    );
  });
});

describe('a child', () => {
  const { both, guardian, no, notAsked } = guardianConsentWords;
  const answers = [both, guardian, no, notAsked, ''];

  it.each([
    [2025, [both, guardian]],
    [2019, [both, guardian]],
    // May be seven already.
    [2018, [both]],
    [2010, [both]],
    // May still be fifteen.
    [2009, [both]],
    [2008, answers],
    [2026, []],
    [2030, []],
  ])('born in %d, agreeing in 2025, is public only with the answers %j', (birthYear, enough) => {
    const found = answers.filter((guardianConsent) => shown(approved({ birthYear, guardianConsent })));
    expect(found).toEqual(enough);
  });

  it('is judged on the day of consent: nobody grows into the answer of a child', () => {
    const agreed = approved({ birthYear: 2009, consentDate: '2025-01-05' });
    expect(shown(agreed, '2040-01-01')).toBe(false);
    expect(shown(withValues(agreed, { consentDate: '2026-01-05' }), '2026-02-01')).toBe(true);
  });

  it('is never public without everybody who must agree, whichever day of the year the birthday is', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 40 * 366 }),
        fc.constantFrom(...answers),
        (on, days, word) => {
          const born = new Date(on.getTime() - days * 86_400_000);
          const iso = (date: Date): string => date.toISOString().slice(0, 10);
          const years = on.getUTCFullYear() - born.getUTCFullYear();
          const age = iso(on).slice(5) >= iso(born).slice(5) ? years : years - 1;
          const dossier = approved({
            birthYear: born.getUTCFullYear(),
            consentDate: iso(on),
            guardianConsent: word,
          });
          if (shown(dossier, '2031-01-01') && age < 16)
            expect(age < 7 ? [both, guardian] : [both]).toContain(word);
          if (word === both || age > 16) expect(shown(dossier, '2031-01-01')).toBe(true);
        },
      ),
    );
  });

  it('is not helped by other words, nor by the guardian when it does not agree itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (guardianConsent) => {
        expect(shown(approved({ birthYear: 2014, guardianConsent }))).toBe(guardianConsent === both);
      }),
    );
    expect(shown(approved({ birthYear: 2014, guardianConsent: both, consent: consentWords.no }))).toBe(false);
  });

  it.each(['1980', '', Number.NaN])('may be anybody whose year is %j', (birthYear) => {
    expect(shown(withValues(approved(), { birthYear }))).toBe(false);
  });

  it('may be anybody without a year; a collective or a model has none', () => {
    const nobody = without(approved(), 'birthYear');
    expect(shown(nobody)).toBe(false);
    for (const kind of ['collective', 'model'] as const)
      expect(shown({ ...nobody, row: { ...nobody.row, kind } })).toBe(true);
  });
});

it('builds the tree of the plan when none is handed in, with the same answer', () => {
  for (const dossier of [aDossier(), approved(), decided(aDossier(), 'return', '956')])
    expect(isPublic(dossier, plan, today)).toBe(isPublic(dossier, plan, today, toUnitTree(units)));
  expect(toPublicRow(approved(), plan)).toEqual(toPublicRow(approved(), plan, tree));
});

it('asks the tree that is handed in, not the units of the plan', () => {
  const { units: _, ...rest } = plan;
  const treeless = {
    ...rest,
    get units(): Plan['units'] {
      throw new Error('the tree is built again');
    },
  };
  expect(isPublic(approved(), treeless, today, tree)).toBe(true);
  expect(toPublicRow(approved(), treeless, tree).unit).toBe('Xã Ninh Hòa');
});
