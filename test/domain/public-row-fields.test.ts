/** What of a dossier the public sees: the fields on the list and not a trace of any other, cleaned of whatever hides in text. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Dossier, forward } from '../../functions/domain/dossier.ts';
import type { Column } from '../../functions/domain/form.ts';
import { consentWords, exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import {
  cleanPublicText,
  type PublicRow,
  recognitions,
  toPublicRow,
  toSlug,
} from '../../functions/domain/public-row.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, later, tree, units } from './people.ts';
import { launched, launchPaper } from './plan-columns.ts';
import { anyText, sentenceOf } from './vietnamese.ts';

const plan: Plan = { ...kh113BacLieu, units };
const withBirthYear: Plan = { ...plan, publication: { ...plan.publication, showBirthYear: true } };

const rowOf = (
  values: Dossier['row']['values'],
  inPlan = plan,
  kind: Dossier['row']['kind'] = 'individual',
): PublicRow => {
  const dossier = decided(aDossier(1, values), 'approve', '956');
  return toPublicRow({ ...dossier, row: { ...dossier.row, kind } }, inPlan, tree);
};

describe('the list of fields', () => {
  /** Numbers are markers too: six digits that stand nowhere else. */
  const markers: Record<string, string | number> = Object.fromEntries(
    exemplarForm.columns.map(({ key, type }, index) => [
      key,
      type === 'integer'
        ? 770_000 + index
        : type === 'link'
          ? `https://vidu.vn/mark-${key}-`
          : `mark-${key}-`,
    ]),
  );
  const full = { ...markers, consent: consentWords.yes, consentDate: '2025-01-07' };
  const seenIn = (json: string): string[] =>
    exemplarForm.columns.filter(({ key }) => json.includes(String(markers[key]))).map(({ key }) => key);

  /** `kind` is shown as its own word, the photo as the listing's own copy (photo-wish.test.ts); the page does not say what type of collective it is. */
  const notHere = ['kind', 'photoUrl', 'photoAlt'];
  const shown = exemplarForm.columns
    .filter(({ key, visibility }) => visibility === 'public' && !notHere.includes(key))
    .map(({ key }) => key);
  const notForPlan = (key: string): boolean => key !== 'birthYear';

  it('holds every public column, and of internal ones nothing, wherever it may stand', () => {
    expect(seenIn(JSON.stringify(rowOf(full, withBirthYear, 'model')))).toEqual(shown);
  });

  it.each(exemplarForm.columns.filter(({ visibility }) => visibility === 'internal'))(
    'leaves out $key ("$header")',
    ({ key }) => {
      for (const kind of ['individual', 'collective', 'model'] as const) {
        const json = JSON.stringify(rowOf(full, withBirthYear, kind));
        expect(json).not.toContain(String(full[key as keyof typeof full]));
        expect(Object.keys(JSON.parse(json))).not.toContain(key);
      }
    },
  );

  it.each(shown)('has nothing of %s from the day the form calls it internal', (key) => {
    const column = exemplarForm.columns.find((one) => one.key === key)!;
    onTestFinished(() => void Object.assign(column, { visibility: 'public' }));
    Object.assign(column, { visibility: 'internal' });
    const seen = seenIn(JSON.stringify(rowOf(full, withBirthYear, 'model')));
    expect(seen).not.toContain(key);
    expect(seen).toContain(key === 'title' ? 'summary' : 'title');
  });

  it('has the birth year only when the plan says so', () => {
    expect(seenIn(JSON.stringify(rowOf(full, plan, 'model')))).toEqual(shown.filter(notForPlan));
    expect(rowOf({ birthYear: 1980 }, plan).birthYear).toBeNull();
    expect(rowOf({ birthYear: 1980 }, withBirthYear).birthYear).toBe(1980);
    expect(rowOf({ birthYear: '1980' }, withBirthYear).birthYear).toBeNull();
  });

  it('has the way of working of models only', () => {
    expect(rowOf(full, plan, 'model').method).toBe('mark-method-');
    expect(rowOf(full, plan, 'individual').method).toBe('');
  });

  it('has nothing of a column that the form does not know', () => {
    expect(JSON.stringify(rowOf({ ...full, phone: '0912345678', idNumber: 'mark-id' }))).not.toMatch(
      /0912345678|mark-id/,
    );
  });

  it('has nothing of who acted, why, and under which snapshot', () => {
    const returned = decided(aDossier(1), 'return', '956', 'mark-reason-');
    const dossier = decided({ ...returned, at: '956', status: 'submitted' }, 'approve', '956', 'mark-note-');
    const json = JSON.stringify(toPublicRow({ ...dossier, snapshotId: 'mark-snapshot' }, plan, tree));
    expect(json).not.toMatch(/@|mark-|s1/);
  });

  it('is the same set of plain fields for every row', () => {
    const keys = Object.keys(rowOf(full)).sort();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(markers)), anyText), (values) => {
        const row = rowOf(values);
        expect(Object.keys(row).sort()).toEqual(keys);
        expect(JSON.parse(JSON.stringify(row))).toEqual(row);
      }),
    );
  });
});

describe('where it comes from', () => {
  it('names the unit and those above it, nearest first, and the plan', () => {
    expect(rowOf({})).toMatchObject({
      id: '2025-31843-001',
      planId: plan.id,
      unitId: '31843',
      unit: 'Xã Ninh Hòa',
      unitPath: ['Huyện Hồng Dân', 'Tỉnh Bạc Liêu'],
      planNumber: '113/KH-UBND',
      period: '2025',
    });
  });

  it('names the highest unit that recognised it, and that day in the zone of the plan', () => {
    expect(rowOf({})).toMatchObject({
      approvedBy: 'Huyện Hồng Dân',
      level: 'Cấp huyện',
      approvedOn: '2025-01-10',
    });
    const above = forward(
      decided(aDossier(), 'promote', '956'),
      { from: '956', to: '95', by: 'a@vidu.vn', snapshotId: 's2' },
      later(2),
    );
    const both = decided(above, 'approve', '95');
    const late = {
      ...both,
      history: both.history.with(-1, { ...both.history.at(-1)!, at: '2025-02-01T17:30:00.000Z' }),
    };
    expect(toPublicRow(late, plan, tree)).toMatchObject({
      approvedBy: 'Tỉnh Bạc Liêu',
      approvedOn: '2025-02-02',
    });
    expect(toPublicRow({ ...late, approvals: ['95', '956'] }, plan, tree).approvedBy).toBe('Tỉnh Bạc Liêu');
  });
});

describe('the way to the public page', () => {
  it('begins with who found, then who recognised, lowest level first, with days and no persons', () => {
    const promoted = decided(aDossier(), 'promote', '956');
    const above = forward(promoted, { from: '956', to: '95', by: 'a@vidu.vn', snapshotId: 's2' }, later(48));
    const row = toPublicRow(decided(above, 'approve', '95'), plan, tree);
    expect(row.steps).toEqual([
      { step: 'found', unit: 'Xã Ninh Hòa', on: '2025-01-10' },
      { step: 'approved', unit: 'Huyện Hồng Dân', on: '2025-01-10' },
      { step: 'approved', unit: 'Tỉnh Bạc Liêu', on: '2025-01-10' },
    ]);
    expect(row).toMatchObject({ approvedBy: 'Tỉnh Bạc Liêu', level: 'Cấp tỉnh' });
  });

  it('has between them who recognised it in the years before, when it was carried over', () => {
    const carriedFrom = {
      planId: plan.id,
      period: '2024',
      dossierId: '2024-31813-003',
      unitId: '31813',
      unit: 'Phường 2',
      foundAs: { planId: plan.id, dossierId: '2024-31813-003' },
      foundBy: 'Phường 2',
      foundOn: '2024-01-09',
      recognised: [{ unit: 'Thành phố Bạc Liêu', on: '2024-02-05' }],
    };
    const dossier = { ...decided(aDossier(), 'approve', '956'), carriedFrom };
    expect(toPublicRow(dossier, plan, tree).steps).toEqual([
      { step: 'found', unit: 'Phường 2', on: '2024-01-09' },
      { step: 'approved', unit: 'Thành phố Bạc Liêu', on: '2024-02-05' },
      { step: 'approved', unit: 'Huyện Hồng Dân', on: '2025-01-10' },
    ]);
    expect(recognitions(dossier, plan, tree).map(({ on }) => on)).toEqual(['2024-02-05', '2025-01-10']);
    // Carried over before this was kept.
    const { recognised: _, ...older } = carriedFrom;
    expect(toPublicRow({ ...dossier, carriedFrom: older }, plan, tree).steps).toHaveLength(2);
  });

  it('leaves the day open when the history does not say', () => {
    const dossier = { ...decided(aDossier(), 'approve', '956'), history: [] };
    expect(toPublicRow(dossier, plan, tree).steps.map(({ on }) => on)).toEqual(['', '']);
  });
});

describe('the recipe of a model', () => {
  const recipe = ['need', 'preconditions', 'resources', 'replicatedIn'] as const;

  it('is shown as far as the form asks for it in public, for models only', () => {
    const columns = exemplarForm.columns as Column[];
    const own = recipe.filter((key) => columns.every((column) => column.key !== key));
    onTestFinished(() => void columns.splice(columns.length - own.length, own.length));
    for (const key of own)
      columns.push({
        key,
        header: key,
        help: '',
        example: '',
        type: 'longText',
        max: 400,
        visibility: 'public',
        width: 100,
      });
    const values = Object.fromEntries(recipe.map((key) => [key, `mark-${key}`]));
    expect(rowOf(values, plan, 'model')).toMatchObject(values);
    expect(recipe.map((key) => rowOf(values, plan, 'individual')[key])).toEqual(['', '', '', '']);
  });
});

describe('a text that was cut', () => {
  it.each([
    ['summary', 'a'.repeat(1500), false],
    ['summary', `${'a'.repeat(1500)}   `, false],
    ['summary', 'a'.repeat(1501), true],
    ['title', 'Ẩ'.normalize('NFD').repeat(120), false],
    ['title', 'Ẩ'.repeat(121), true],
    ['pledge', 'a'.repeat(5000), false],
  ])('%s: said only where something is missing on the page', (key, value, isCut) => {
    expect(rowOf({ [key]: value }).isCut).toBe(isCut);
  });
});

describe('public text', () => {
  const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;

  it.each([
    ['  Nguyễn\u00a0 Thị\tHoa ', 'Nguyễn Thị Hoa'],
    ['Hoa\u202egnoud\u2066\u200b\ufeff', 'Hoagnoud'],
    ['e\u200b\u0302\u0323', 'ệ'],
    [`a${'\u0334'.repeat(90)}b`, 'a\u0334\u0334b'],
    ['H\u034f\u3164oa\ud800', 'Hoa'],
    ['một\r\nhai', 'một hai'],
    ['\u0000\u0007', ''],
  ])('makes %j to %j', (value, clean) => {
    expect(cleanPublicText(value)).toBe(clean);
  });

  it('keeps the lines of long text, without empty ones', () => {
    expect(cleanPublicText(' một \r\n \r\n\n hai\rba', 200, true)).toBe('một\nhai\nba');
  });

  it('cuts at the limit, counted in whole characters, and shows that it did', () => {
    expect(cleanPublicText('😀'.repeat(10), 10)).toBe('😀'.repeat(10));
    expect(cleanPublicText('😀'.repeat(11), 10)).toBe(`${'😀'.repeat(9)}…`);
    expect(cleanPublicText('<b>'.repeat(400_000), 120)).toHaveLength(120);
  });

  it('is NFC, hides nothing, keeps to its limit, and is the same when cleaned again', () => {
    const text = fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), fc.boolean(), (value, max, isLong) => {
        const clean = cleanPublicText(value, max, isLong);
        expect(clean.replaceAll('\n', isLong ? '' : '\n')).not.toMatch(hidden);
        expect(clean).toBe(clean.normalize('NFC').trim());
        expect([...clean].length).toBeLessThanOrEqual(max);
        expect(cleanPublicText(clean, max, isLong)).toBe(clean);
      }),
    );
  });

  it('leaves tidy Vietnamese alone', () => {
    fc.assert(
      fc.property(sentenceOf(1, 12), (text) => {
        expect(cleanPublicText(text)).toBe(text);
        expect(cleanPublicText(text.normalize('NFD'))).toBe(text);
      }),
    );
  });

  it('is what every field of a row has, even one that came past the door', () => {
    const nasty = `<i>\u202e\u0000${'Ẩ'.repeat(1_000_000)}`;
    const keys = exemplarForm.columns.filter(({ type }) => type !== 'integer').map(({ key }) => key);
    const row = rowOf(Object.fromEntries(keys.map((key) => [key, nasty])));
    expect(JSON.stringify(row).length).toBeLessThan(8_000);
    expect(JSON.stringify(row)).not.toMatch(/\\u|\u202e/);
  });
});

it('makes slugs of letters, digits and single hyphens, the same for NFC and NFD', () => {
  expect(toSlug('Đặng Thị Hường – “Ẩm thực” 2025')).toBe('dang-thi-huong-am-thuc-2025');
  fc.assert(
    fc.property(anyText, (text) => {
      expect(toSlug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(toSlug(text.normalize('NFD'))).toBe(toSlug(text));
    }),
  );
});

describe('columns of the plan’s own', () => {
  const own: Plan = { ...plan, columns: [launched, launchPaper] };
  const values = { hasLaunched: 'Đã phát động', launchPaper: '12/KH-SNV', stage: 'Bồi dưỡng' };

  it('are shown as text under their headers where the plan calls them public, and the others not', () => {
    const row = rowOf(values, own);
    expect(row.more).toEqual([{ header: 'Văn bản phát động', text: '12/KH-SNV' }]);
    expect(JSON.stringify(row)).not.toContain('Đã phát động');
  });

  it('leave no trace where the plan has none or nothing was typed', () => {
    expect(rowOf(values)).not.toHaveProperty('more');
    expect(rowOf({ stage: 'Bồi dưỡng' }, own)).not.toHaveProperty('more');
  });

  it('are cleaned and cut like every public text, and no link gets through', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [shown] = rowOf({ launchPaper: text }, own).more ?? [];
        expect(shown?.text ?? '').toBe(cleanPublicText(text, 60));
      }),
    );
    const link = { ...launchPaper, column: { ...launchPaper.column, type: 'link' as const } };
    expect(rowOf({ launchPaper: 'https://vidu.vn' }, { ...plan, columns: [link] })).not.toHaveProperty(
      'more',
    );
  });
});
