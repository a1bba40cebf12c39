/** Typing takes no page off: of every public row whose consent says less than was published, the sheet says that the page stands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLocked } from '../../functions/domain/accept-list.ts';
import { isNarrower, withClearConsent } from '../../functions/domain/consent-narrowing.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import {
  consentWords,
  exemplarForm as form,
  guardianConsentWords,
} from '../../functions/domain/forms/exemplar.ts';
import { sentence } from '../../functions/domain/messages.vi.ts';
import type { Problem } from '../../functions/domain/problem.ts';
import { isConsentedTo } from '../../functions/domain/public-row.ts';
import type { CellValue, RawRow, Row } from '../../functions/domain/row.ts';
import { checkStillPublic } from '../../functions/domain/still-public.ts';
import { unitVerdict } from '../../functions/domain/verdict.ts';
import { aDossier, aRow, decided, tree } from './people.ts';

const today = '2025-01-10';
const given = {
  consent: 'Đồng ý',
  consentDate: '2025-01-05',
  photoUrl: 'https://drive.google.com/file/d/1AbC/view',
};
const shown = (values: Row['values'] = {}): Dossier => ({
  ...decided({ ...aDossier(), row: aRow(1, { ...given, ...values }) }, 'approve', '956'),
  public: true,
});
const without = (row: Row, ...keys: string[]): Row => ({
  ...row,
  values: Object.fromEntries(Object.entries(row.values).filter(([key]) => !keys.includes(key))),
});
const rawOf = ({ id, line, values }: Row, cells: Record<string, CellValue> = {}): RawRow => ({
  rowId: id,
  line,
  cells: { ...values, ...cells },
});
const wrong = (column: string): Problem => ({
  code: 'required-blank',
  severity: 'error',
  line: 3,
  column,
  params: {},
});

const ways = (
  row: Row | undefined,
  dossier: Dossier,
  raw = row ? [rawOf(row)] : [],
  problems: Problem[] = [],
) =>
  checkStillPublic({ rows: row ? [row] : [], raw, problems, columns: new Map() }, [dossier], {
    form,
    today,
    tab: 'Xã',
  }).map(({ params, line }) => [params.way, line]);
const row = (values: Row['values'] = {}): Row => aRow(1, { ...given, ...values });

describe('a public row', () => {
  it.each<[string, Row, string]>([
    ['no consent any more', row({ consent: 'Không đồng ý' }), 'off'],
    ['a consent that is only asked for', without(row({ consent: 'Chưa hỏi' }), 'consentDate'), 'off'],
    ['no photo any more', row({ consent: 'Đồng ý, không ảnh' }), 'less'],
    ['the link of the photo gone', without(row(), 'photoUrl'), 'less'],
    [
      'no consent, and another word changed',
      row({ consent: 'Không đồng ý', title: 'Việc khác hẳn' }),
      'choose',
    ],
  ])('with %s is said to stand', (_what, sheet, way) => {
    expect(ways(sheet, shown())).toEqual([[way, 3]]);
    expect(ways(sheet, { ...shown(), public: false })).toEqual([]);
  });

  it('is said to stand when a guardian takes the consent back', () => {
    const child = shown({ birthYear: 2013, guardianConsent: guardianConsentWords.both });
    const sheet = row({ birthYear: 2013, guardianConsent: guardianConsentWords.no });
    expect(ways(sheet, child)).toEqual([['off', 3]]);
  });

  it('of which a cell is wrong is told by what stands in it', () => {
    const read = (cells: Record<string, CellValue>) =>
      ways(undefined, shown(), [rawOf(row(), cells)], [wrong('consent')]);
    expect(read({ consent: '' })).toEqual([['choose', 3]]);
    expect(read({ consent: 'Không' })).toEqual([['choose', 3]]);
    expect(read({ consent: 'không đồng ý', birthYear: 'x' })).toEqual([['choose', 3]]);
    expect(read({ consentDate: ' ' })).toEqual([['choose', 3]]);
    expect(read({ consent: 'đồng ý', birthYear: 'x' })).toEqual([]);
  });

  it('of which only the day is empty is told the word that takes it off, since the list is refused', () => {
    const sheet = without(row(), 'consentDate');
    expect(ways(sheet, shown(), [rawOf(sheet)], [wrong('consentDate')])).toEqual([['choose', 3]]);
  });

  it('that is gone from the sheet is refused by a sentence that says it stands', () => {
    const missing = (dossier: Dossier) => checkLocked([], [dossier], 'Xã').map((one) => sentence(one, form));
    expect(missing(shown())).toEqual([expect.stringContaining('Xóa dòng không gỡ được trang')]);
    expect(missing({ ...shown(), public: false })).toEqual([expect.not.stringContaining('trang')]);
    expect(ways(undefined, shown())).toEqual([]);
  });

  it('is not spoken of while it says what was published, or more', () => {
    expect(ways(row(), shown())).toEqual([]);
    expect(ways(row(), shown({ consent: 'Đồng ý, không ảnh' }))).toEqual([]);
    expect(ways(row({ title: 'Việc khác hẳn' }), shown())).toEqual([]);
  });

  it('is never left without a word when its consent says less, and never told to be sent when sending is refused', () => {
    const words = fc.constantFrom(...Object.values(consentWords));
    const day = fc.constantFrom(undefined, '2025-01-05', '2025-01-09');
    const title = fc.constantFrom(aRow().values.title as string, 'Việc khác hẳn');
    fc.assert(
      fc.property(words, day, title, (consent, consentDate, title) => {
        const typed = row({ consent, title });
        const sheet = consentDate ? row({ consent, consentDate, title }) : without(typed, 'consentDate');
        const dossier = shown();
        const [[way] = []] = ways(sheet, dossier);
        if (!isConsentedTo(sheet, today)) expect(way).toMatch(/off|choose/);
        if (way === 'off' || way === 'less') expect(checkLocked([sheet], [dossier], 'Xã')).toEqual([]);
      }),
    );
  });

  it('says so before all else in “Cần sửa”', () => {
    const sheet = row({ consent: 'Không đồng ý' });
    const many = ['name', 'title', 'summary', 'pledge'].map(wrong);
    const checked = { rows: [], raw: [rawOf(sheet, { consent: '' })], problems: many, columns: new Map() };
    const problems = [...many, ...checkStillPublic(checked, [shown()], { form, today, tab: 'Xã' })];
    const [line] = unitVerdict({ ...checked, problems }, '31843', [shown()], {
      form,
      tree,
      unsigned: undefined,
    });
    expect(line?.[2]).toMatch(
      /^Trang của “Nguyễn Thị Hoa 1” vẫn còn công khai; muốn gỡ, hãy để cột “Đồng ý công khai” là “Không đồng ý”/,
    );
  });
});

describe('rows of a refused list', () => {
  const no = row({ consent: 'Không đồng ý' });
  const noPhoto = without(row(), 'photoUrl');
  const before = new Map([[no.id, row()]]);
  it('are heard whatever is wrong elsewhere', () => {
    const problems = [{ ...wrong('title'), line: 4 }, wrong('title'), { ...wrong('x'), line: undefined }];
    expect(withClearConsent({ rows: [no, noPhoto] }, problems as Problem[], before)).toEqual([no, noPhoto]);
  });
  it.each(['consent', 'consentDate', 'guardianConsent'])('wait while %s itself is wrong', (column) => {
    expect(withClearConsent({ rows: [no] }, [wrong(column)], before)).toEqual([]);
    expect(withClearConsent({ rows: [no] }, [{ ...wrong(column), severity: 'warning' }], before)).toEqual([
      no,
    ]);
  });
  it.each(['cells-merged', 'header-missing', 'header-twice'] as const)(
    'with %s take nothing back for a cell that is empty, and nothing else beside a no that stands there',
    (code) => {
      const problem: Problem = { code, severity: 'error', params: {} };
      expect(isNarrower(noPhoto, shown().row)).toBe(true);
      expect(withClearConsent({ rows: [noPhoto] }, [problem], before)).toEqual([row()]);
      expect(withClearConsent({ rows: [without(no, 'photoUrl')] }, [problem], before)).toEqual([no]);
    },
  );
  it('with one hidden id are held back, but for one that is as approved and says no', () => {
    const heard = (...copies: Row[]) => withClearConsent({ rows: [], copies }, [], before);
    const other = { ...row({ name: 'Trần Văn Ba', consent: 'Không đồng ý' }), line: 9 };
    expect(heard(no, other)).toEqual([no]);
    expect(heard({ ...row(), line: 9 }, no)).toEqual([no]);
    expect(heard(row(), other)).toEqual([]);
    expect(heard(row(), { ...noPhoto, line: 9 })).toEqual([]);
    expect(withClearConsent({ rows: [], copies: [no] }, [], new Map())).toEqual([]);
  });
});
