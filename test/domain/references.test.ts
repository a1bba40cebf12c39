/** What a cell names: found however it is typed, never guessed, with the nearest names for whoever erred. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nurturingPlanForm } from '../../functions/domain/forms/nurturing-plan.ts';
import { citationsOf, type Named, resolve } from '../../functions/domain/references.ts';
import { canonicalContent } from '../../functions/domain/submission.ts';
import { searchKey } from '../../functions/domain/text.ts';
import { aRow } from './sheet.ts';

const people: Named[] = [
  { id: '2025-CQ01-001', name: 'Nguyễn Thị Hoa' },
  { id: '2025-CQ01-002', name: 'Lê Thị Hòa' },
  { id: '2025-CQ01-003', name: 'Tổ hợp tác nuôi tôm; lúa ấp 3' },
  { id: '2025-CQ01-004', name: 'Trần Văn An' },
  { id: '2025-CQ01-005', name: 'Trần Văn An' },
];

it.each([
  ['nguyễn  thị hoa', ['2025-CQ01-001']],
  ['Nguyễn Thị Hoa'.normalize('NFD'), ['2025-CQ01-001']],
  ['Lê Thị Hoà', ['2025-CQ01-002']],
  ['2025-cq01-005', ['2025-CQ01-005']],
  ['Nguyễn Thị Hoa; Lê Thị Hòa ;', ['2025-CQ01-001', '2025-CQ01-002']],
  ['Nguyễn Thị Hoa; 2025-CQ01-001', ['2025-CQ01-001']],
  ['Tổ hợp tác nuôi tôm; lúa ấp 3', ['2025-CQ01-003']],
])('“%s” names %j', (text, ids) => {
  const resolved = resolve(text, people);
  expect(resolved.ok && resolved.named.map(({ id }) => id)).toEqual(ids);
});

it('takes another tone for another person, and shows the nearest first', () => {
  const resolved = resolve('Nguyễn Thị Hoà', people);
  expect(resolved).toMatchObject({ ok: false, why: 'unknown', part: 'Nguyễn Thị Hoà' });
  expect(!resolved.ok && resolved.why === 'unknown' && resolved.nearest.map(({ name }) => name)).toEqual([
    'Nguyễn Thị Hoa',
    'Lê Thị Hòa',
    expect.any(String),
  ]);
});

it('of several names, tells which one nobody has', () => {
  expect(resolve('Nguyễn Thị Hoa; Bà Hoa', people)).toMatchObject({ why: 'unknown', part: 'Bà Hoa' });
});

it('does not choose between two of the same name', () => {
  expect(resolve('Trần Văn An', people)).toMatchObject({
    why: 'ambiguous',
    same: [{ id: '2025-CQ01-004' }, { id: '2025-CQ01-005' }],
  });
});

const anyNamed = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[A-Z]{2}-\d{2}$/),
    name: fc.stringMatching(/^[A-ZĐ][a-zăâêô ]{3,20}[a-z]$/),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
);

it('finds each by its id, and each that alone has its name by that name', () => {
  fc.assert(
    fc.property(anyNamed, (pool) => {
      for (const one of pool) {
        expect(resolve(one.id, pool)).toEqual({ ok: true, named: [one] });
        const alone = pool.filter(({ name }) => searchKey(name) === searchKey(one.name)).length === 1;
        if (alone) expect(resolve(one.name, pool)).toEqual({ ok: true, named: [one] });
      }
    }),
  );
});

it('never names anything outside of the pool, whatever is typed', () => {
  fc.assert(
    fc.property(anyNamed, fc.string(), (pool, text) => {
      const resolved = resolve(text, pool);
      const told = resolved.ok
        ? resolved.named
        : resolved.why === 'unknown'
          ? resolved.nearest
          : resolved.same;
      for (const one of told) expect(pool).toContain(one);
    }),
  );
});

it('keeps what each row cites, with the list of the standards, and leaves out what is unknown', () => {
  const criterion = [{ id: 'CN-01', name: 'Có cách làm mới', list: 'abc' }];
  const rows = [
    aRow({ name: 'Nguyễn Thị Hoa', criterion: 'CN-01' }),
    aRow({ name: 'Ai đó', criterion: 'có cách làm mới' }, 'model', 4),
  ];
  expect(citationsOf(nurturingPlanForm, rows, { exemplar: people, criterion })).toEqual([
    { row: '2025-31813-001', column: 'name', ids: ['2025-CQ01-001'] },
    { row: '2025-31813-001', column: 'criterion', ids: ['CN-01'], list: 'abc' },
    { row: '2025-31813-002', column: 'criterion', ids: ['CN-01'], list: 'abc' },
  ]);
  expect(citationsOf(nurturingPlanForm, rows)).toEqual([]);
});

it('is part of what a list is known by, in whatever order it was found; without it lists are known as before', () => {
  const content = {
    planId: 'p',
    period: '2025.BD',
    unitId: 'CQ01',
    formId: nurturingPlanForm.id,
    rows: [],
    promoted: [],
    nil: false,
    attachment: null,
  };
  const [one, other] = [
    { row: 'a', column: 'criterion', ids: ['CN-01'], list: 'abc' },
    { row: 'b', column: 'criterion', ids: ['CN-01'], list: 'abc' },
  ];
  const text = canonicalContent({ ...content, cites: [one, other] });
  expect(canonicalContent({ ...content, cites: [other, one] })).toBe(text);
  expect(canonicalContent({ ...content, cites: [one, { ...other, list: 'def' }] })).not.toBe(text);
  expect(canonicalContent({ ...content, cites: [] })).toBe(canonicalContent(content));
});
