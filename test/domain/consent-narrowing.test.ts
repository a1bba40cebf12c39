/** A consent may be taken back on an approved row at any time; nothing else may change on it, and no consent grows by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptList, checkLocked, checkTakenBack } from '../../functions/domain/accept-list.ts';
import { heedNarrowing, isNarrower, withoutPhoto } from '../../functions/domain/consent-narrowing.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { consentWords, exemplarForm, guardianConsentWords } from '../../functions/domain/forms/exemplar.ts';
import { sentence } from '../../functions/domain/messages.vi.ts';
import type { Problem } from '../../functions/domain/problem.ts';
import type { Row } from '../../functions/domain/row.ts';
import { aDossier, aRow, decided, later, now, origin } from './people.ts';

const given = {
  consent: 'Đồng ý',
  consentDate: '2025-01-05',
  photoUrl: 'https://drive.google.com/file/d/1AbC/view',
  photoAlt: 'Bà Hoa bên vuông tôm',
};
const row = (values: Row['values'] = {}): Row => aRow(1, { ...given, ...values });
const without = (row: Row, ...keys: string[]): Row => ({
  ...row,
  values: Object.fromEntries(Object.entries(row.values).filter(([key]) => !keys.includes(key))),
});
const approved = (values: Row['values'] = {}): Dossier =>
  decided({ ...aDossier(), row: row(values) }, 'approve', '956');
const accept = (sheet: Row, existing: Dossier): Dossier[] =>
  acceptList([sheet], [existing], { ...origin, snapshotId: 's2' }, later(2));

describe('an approved row', () => {
  it.each([
    ['no consent any more', row({ consent: 'Không đồng ý' })],
    [
      'no consent, and neither day nor photo',
      without(row({ consent: 'Không đồng ý' }), 'consentDate', 'photoUrl', 'photoAlt'),
    ],
    ['no photo any more', row({ consent: 'Đồng ý, không ảnh' })],
    ['the link of the photo gone', without(row(), 'photoUrl')],
    ['a guardian who says no', row({ guardianConsent: guardianConsentWords.no })],
  ])('takes %s at once, stays approved, and remembers it', (_what, sheet) => {
    const before = approved();
    expect(checkLocked([sheet], [before], 'Xã')).toEqual([]);
    const [after, ...others] = accept(sheet, before);
    expect(others).toEqual([]);
    expect(after).toMatchObject({
      status: 'approved',
      round: 1,
      approvals: ['956'],
      row: { values: sheet.values },
    });
    expect(after?.history.at(-1)).toMatchObject({ action: 'narrow', by: origin.by, snapshotId: 's2' });
    expect(accept(sheet, after as Dossier)).toEqual([]);
  });

  it.each([
    [
      'another word beside it',
      row({ consent: 'Không đồng ý', title: 'Một việc làm khác hẳn, chưa ai duyệt' }),
    ],
    ['another photo', row({ photoUrl: 'https://drive.google.com/file/d/2XyZ/view' })],
    ['another day of consent, by which a child could pass for grown up', row({ consentDate: '2025-02-05' })],
    ['another kind', { ...row({ consent: 'Không đồng ý' }), kind: 'model' as const }],
  ])('is refused with %s', (_what, sheet) => {
    expect(checkLocked([sheet], [approved()], 'Xã')).toMatchObject([{ code: 'row-locked' }]);
    expect(accept(sheet, approved())).toEqual([]);
  });

  it('is refused with a wider consent than it was approved with', () => {
    const before = approved({ consent: 'Không đồng ý' });
    for (const consent of ['Đồng ý', 'Đồng ý, không ảnh', 'Chưa hỏi'])
      expect(checkLocked([row({ consent })], [before], 'Xã')).toMatchObject([{ code: 'row-locked' }]);
  });

  it('never comes to say more, whatever a sheet says of the consent', () => {
    const words = Object.values(consentWords);
    const rank = (word: unknown) =>
      [consentWords.no, consentWords.notAsked, consentWords.withoutPhoto, consentWords.yes].indexOf(
        word as never,
      );
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.array(fc.constantFrom(...words)), (first, then) => {
        let dossier = approved({ consent: first });
        for (const consent of then) {
          const before = rank(dossier.row.values.consent);
          dossier = accept(row({ consent }), dossier)[0] ?? dossier;
          expect(rank(dossier.row.values.consent)).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});

describe('a photo that was taken off beside the sheet', () => {
  const act = { by: 'b@vidu.vn', unitId: '31843', reason: 'DN-1' };
  const taken = withoutPhoto(approved(), act, later(1)) as Dossier;

  it('narrows the consent and nothing else, once', () => {
    expect(taken.row.values).toEqual({ ...row().values, consent: 'Đồng ý, không ảnh' });
    expect(withoutPhoto(taken, act, later(2))).toBeUndefined();
    expect(withoutPhoto(approved({ consent: 'Không đồng ý' }), act, now)).toBeUndefined();
  });

  it('stays off while the cell still says the old consent: the list goes, with a warning at the cell', () => {
    expect(checkLocked([row()], [taken], 'Xã')).toEqual([]);
    expect(accept(row(), taken)).toEqual([]);
    expect(checkTakenBack([row()], [taken], 'Xã')).toMatchObject([
      { severity: 'warning', column: 'consent', params: { value: 'Đồng ý', wanted: 'Đồng ý, không ảnh' } },
    ]);
    expect(checkTakenBack([row({ consent: 'Đồng ý, không ảnh' })], [taken], 'Xã')).toEqual([]);
  });

  it('is given anew by a return and a new day; before that, warning and refusal both say so', () => {
    const day = later(1).toISOString().slice(0, 10);
    const anew = row({ consentDate: day });
    const [held] = checkTakenBack([row()], [taken], 'Xã');
    const [locked, ...others] = checkLocked([anew], [taken], 'Xã');
    const way = 'đề nghị cấp trên chọn “Trả lại”';
    expect(others).toEqual([]);
    expect(locked?.params).toMatchObject({ consent: 'Đồng ý, không ảnh' });
    for (const problem of [held, locked]) expect(sentence(problem as Problem, exemplarForm)).toContain(way);
    expect(checkLocked([{ ...anew, kind: 'model' }], [taken], 'Xã')[0]?.params).not.toHaveProperty('consent');
    expect(checkLocked([row({ title: 'Việc khác' })], [taken], 'Xã')[0]?.params).not.toHaveProperty(
      'consent',
    );
    const words = [undefined, guardianConsentWords.guardian];
    const before = words.map((word) =>
      approved({ birthYear: 2013, ...(word ? { guardianConsent: word } : {}) }),
    );
    const both = row({ birthYear: 2013, guardianConsent: guardianConsentWords.both });
    expect(before.map((dossier) => checkLocked([both], [dossier], 'Xã')[0]?.params.consent)).toEqual([
      consentWords.notAsked,
      guardianConsentWords.guardian,
    ]);
    const returned = decided(taken, 'return', '956');
    const [waiting] = checkTakenBack([row()], [returned], 'Xã');
    expect(sentence(waiting as Problem, exemplarForm)).toMatch(/đồng ý lại thì ghi kèm ngày đồng ý mới\.$/);
    expect([...checkLocked([anew], [returned], 'Xã'), ...checkTakenBack([anew], [returned], 'Xã')]).toEqual(
      [],
    );
  });

  it('stays off when the row is returned, mended and sent anew', () => {
    const returned = decided(taken, 'return', '956');
    const [again] = accept(row({ title: 'Tên gương đã sửa cho rõ' }), returned);
    expect(again).toMatchObject({ round: 2, row: { values: { consent: 'Đồng ý, không ảnh' } } });
  });

  it('may be shown again after a return, with a day of consent that is not before it was taken off', () => {
    const returned = decided(taken, 'return', '956');
    const day = later(1).toISOString().slice(0, 10);
    const [again] = accept(row({ consentDate: day }), returned);
    expect(again?.row.values).toMatchObject({ consent: 'Đồng ý', consentDate: day });
    expect(heedNarrowing(row({ consentDate: day }), taken).isHeld).toBe(false);
    expect(isNarrower(row({ consentDate: day }), taken.row)).toBe(false);
  });
});
