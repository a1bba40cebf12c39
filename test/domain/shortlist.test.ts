/** The aids of a council: every dossier of the desk once, in one order, its facts in words; tables whose sums are right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptList } from '../../functions/domain/accept-list.ts';
import { type Dossier, decide, forward, type ReviewAction } from '../../functions/domain/dossier.ts';
import type { Row } from '../../functions/domain/row.ts';
import {
  hasShortlist,
  isPreferred,
  type ShortlistLine,
  shortlistOf,
} from '../../functions/domain/shortlist.ts';
import { balancesOf, totalOf } from '../../functions/domain/shortlist-balance.ts';
import {
  shortlistColumns,
  shortlistHeaderRows,
  shortlistNotice,
  shortlistTab,
} from '../../functions/domain/shortlist-tab.ts';
import { toUnitTree, type Unit } from '../../functions/domain/unit.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aRow, later, now } from './people.ts';

const units: Unit[] = [
  { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
  { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95' },
  { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956' },
  { id: '31846', name: 'Xã Lộc Ninh', kind: 'commune', parent: '956' },
  { id: 'CQ01', name: 'Sở Y tế', kind: 'agency', parent: '95' },
];
const tree = toUnitTree(units);
const plan = { ...kh113BacLieu, units, shortlist: { levels: ['district'] } };
const none: ReadonlySet<string> = new Set();

const rowOf = (unitId: string, ordinal: number, given: Partial<Row> = {}): Row => ({
  ...aRow(ordinal),
  id: `2025-${unitId}-${String(ordinal).padStart(3, '0')}`,
  ...given,
});

function aDossier(unitId: string, ordinal: number, given: Partial<Row> = {}): Dossier {
  const parentId = tree.get(unitId)?.parent as string;
  const origin = { planId: plan.id, period: '2025', unitId, parentId, snapshotId: 's', by: 'a@vidu.vn' };
  const list = { ...origin, flow: 'reviewed' as const };
  return acceptList([rowOf(unitId, ordinal, given)], [], list, now)[0] as Dossier;
}

function decided(dossier: Dossier, action: ReviewAction, at = dossier.at): Dossier {
  const command = {
    action,
    reason: 'Bổ sung số liệu kết quả',
    round: dossier.round,
    unitId: at,
    by: 'b@vidu.vn',
  };
  const result = decide(dossier, command, tree, later(1));
  if (!result.ok) throw new Error(result.refusal);
  return result.dossier;
}

const up = (dossier: Dossier): Dossier =>
  forward(
    decided(dossier, 'promote'),
    { from: '956', to: '95', by: 'a@vidu.vn', snapshotId: 's2' },
    later(2),
  );

const linesAt = (unitId: string, dossiers: readonly Dossier[], onHold = none): ShortlistLine[] =>
  shortlistOf({ dossiers, unitId, tree, onHold });
const lineOf = (given: Partial<Row>, values: Row['values'] = {}): ShortlistLine =>
  linesAt('956', [aDossier('31843', 1, { ...given, values: { ...aRow().values, ...values } })])[0]!;

describe('which dossiers', () => {
  const waiting = aDossier('31843', 1);
  it.each<[string, Dossier, string | undefined]>([
    ['submitted', waiting, 'waiting'],
    ['kept to look at', decided(waiting, 'hold'), 'waiting'],
    ['approved', decided(waiting, 'approve'), 'approved'],
    ['chosen', decided(waiting, 'promote'), 'chosen'],
    ['chosen and sent up', up(waiting), 'chosen'],
    ['sent back from above', decided(up(waiting), 'return', '95'), 'waiting'],
    ['returned to its unit', decided(waiting, 'return'), undefined],
    ['taken off its list', { ...waiting, status: 'recalled', at: '31843' }, undefined],
    ['of a unit that this desk does not collect from', aDossier('CQ01', 1), undefined],
    [
      "of the desk's own unit, sent back to it",
      { ...aDossier('956', 1), at: '956', status: 'returned' },
      undefined,
    ],
  ])('has one that is %s', (_what, dossier, standing) => {
    expect(linesAt('956', [dossier]).map((line) => line.standing)).toEqual(standing ? [standing] : []);
  });

  it('names the unit below the desk through which it came', () => {
    const dossier = up(waiting);
    expect(linesAt('956', [dossier])[0]?.via).toBe('31843');
    expect(linesAt('95', [dossier])[0]).toMatchObject({ via: '956', standing: 'waiting' });
  });

  it('leaves out what is on hold, without a word', () => {
    const others = [aDossier('31843', 2), aDossier('31846', 1)];
    const onHold = new Set([waiting.id]);
    expect(cellsAt('956', [waiting, ...others], onHold)).toEqual(cellsAt('956', others));
  });

  it('is asked for by level', () => {
    expect(units.filter((unit) => hasShortlist(plan, unit)).map(({ id }) => id)).toEqual(['956', 'CQ01']);
    expect(units.filter((unit) => hasShortlist({ ...plan, shortlist: undefined } as never, unit))).toEqual(
      [],
    );
  });
});

const cellsAt = (unitId: string, dossiers: readonly Dossier[], onHold = none): (string | number)[][] => {
  const lines = linesAt(unitId, dossiers, onHold);
  const balances = balancesOf(lines, { plan, period: '2025', unitId, tree });
  const collecting = tree.get(unitId) as Unit;
  return shortlistTab({ plan, period: '2025', collecting, tree, lines, balances });
};

describe('what each shows', () => {
  it.each([
    ['Bà', 'woman', true],
    ['Ông', 'man', false],
    ['Em', 'unknown', false],
    ['', 'unknown', false],
  ])('of an individual addressed as “%s”', (honorific, women, preferred) => {
    const line = lineOf({}, { honorific });
    expect([line.women, isPreferred(line)]).toEqual([women, preferred]);
  });

  it.each([
    [7, 10, 'mostly', '70% nữ (7/10)'],
    [6_999, 10_000, 'fewer', '69% nữ (6999/10000)'],
    [0, 12, 'fewer', '0% nữ (0/12)'],
    [null, 12, 'unknown', 'Chưa rõ'],
  ] as const)('of a collective with %s women of %s', (femaleCount, memberCount, women, words) => {
    const values = { ...aRow().values, memberCount, ...(femaleCount === null ? {} : { femaleCount }) };
    const dossier = aDossier('31843', 1, { kind: 'collective', values });
    const [line] = linesAt('956', [dossier]);
    expect([line?.women, isPreferred(line!)]).toEqual([women, women === 'mostly']);
    expect(cellsAt('956', [dossier])[shortlistHeaderRows]).toContain(words);
  });

  it.each(['', 'Chưa có', 'chưa có.', 'Không', 'CHƯA'])('takes prior awards “%s” for none', (priorAwards) => {
    expect(lineOf({}, { priorAwards })).toMatchObject({ priorAwards: '' });
  });

  it('counts what nobody must fill in, for the kind, and names what is missing', () => {
    const { supporting } = lineOf({}, { movement: 'Nông dân giỏi', priorAwards: 'Giấy khen; 45/QĐ-UBND' });
    expect(supporting).toEqual({
      filled: ['Phong trào thi đua', 'Khen thưởng đã nhận'],
      missing: ['Nội dung đăng ký thi đua', 'Ảnh (liên kết)'],
    });
    const cells = cellsAt('956', [aDossier('31843', 1)])[shortlistHeaderRows];
    expect(cells).toContain(
      '0/4; chưa có: Phong trào thi đua, Khen thưởng đã nhận, Nội dung đăng ký thi đua, Ảnh (liên kết)',
    );
  });

  it('tells returns, figures and direct work', () => {
    const back = decided(aDossier('31843', 1), 'return');
    const again: Dossier = { ...back, at: '956', status: 'submitted', round: 2 };
    expect(linesAt('956', [again])[0]).toMatchObject({
      timesReturned: 1,
      hasFigures: false,
      isDirectWorker: false,
    });
    const subjectClass = 'Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu';
    expect(lineOf({}, { keyResults: 'giúp 18 hộ', subjectClass })).toMatchObject({
      hasFigures: true,
      isDirectWorker: true,
    });
  });
});

describe('the order and the tables of units', () => {
  const reformed: Unit[] = [
    { id: '95', name: 'Tỉnh Bạc Liêu', kind: 'province', parent: null },
    { id: '957', name: 'Huyện Phước Long', kind: 'district', parent: '95' },
    { id: '956', name: 'Huyện Hồng Dân', kind: 'district', parent: '95' },
    { id: '958', name: 'Huyện Hồng Dân', kind: 'district', parent: '95', validTo: '2024-12-31' },
    { id: '31843', name: 'Xã Ninh Hòa', kind: 'commune', parent: '956' },
    { id: '31867', name: 'Xã Vĩnh Phú Đông', kind: 'commune', parent: '957' },
    { id: '31870', name: 'Xã cũ', kind: 'commune', parent: '958' },
  ];
  const tree = toUnitTree(reformed);
  const at95 = (unitId: string): Dossier => ({
    ...aDossier('31843', 1),
    id: `2025-${unitId}-001`,
    unitId,
    parentId: tree.get(unitId)?.parent as string,
    at: '95',
  });
  const lines = (...ids: string[]) =>
    shortlistOf({ dossiers: ids.map(at95), unitId: '95', tree, onHold: none });
  const unitRows = (...ids: string[]) =>
    balancesOf(lines(...ids), { plan: { ...plan, units: reformed }, period: '2025', unitId: '95', tree })
      .find(({ title }) => title === 'Theo đơn vị gửi')
      ?.rows.map(({ name, counts, planShare }) => [name, counts.waiting, planShare]);

  it('go by the plan: first those through whom they came', () => {
    expect(lines('31843', '31867').map(({ via }) => via)).toEqual(['957', '956']);
  });

  it('have a unit that is over only if something came from it, and two of one name by their codes', () => {
    expect(unitRows('31843')).toEqual([
      ['Huyện Phước Long', 0, 50],
      ['Huyện Hồng Dân', 1, 50],
    ]);
    expect(unitRows('31870')).toEqual([
      ['Huyện Phước Long', 0, 50],
      ['Huyện Hồng Dân (956)', 0, 50],
      ['Huyện Hồng Dân (958)', 1, 0],
    ]);
  });
});

describe('the tab', () => {
  const some = [
    decided(
      aDossier('31843', 1, { values: { ...aRow().values, honorific: 'Bà', sector: 'Kinh tế' } }),
      'promote',
    ),
    aDossier('31843', 2, { values: { ...aRow().values, honorific: 'Ông', sector: 'Kinh tế' } }),
    aDossier('31846', 1, { values: { ...aRow().values, honorific: 'Bà', sector: 'Khác hẳn' } }),
  ];

  it('begins by saying that it is only to look at, and has a score nowhere', () => {
    const cells = cellsAt('956', some);
    expect(cells[0]).toEqual([shortlistNotice]);
    expect(shortlistNotice).toBe('Bảng này chỉ để tham khảo; quyết định là của Hội đồng');
    const headers = shortlistColumns.map(({ header }) => header);
    expect(cells[shortlistHeaderRows - 1]).toEqual(headers);
    expect(headers.join(' ')).not.toMatch(/điểm|hạng|thứ tự/i);
  });

  it('says on which line the tables begin', () => {
    for (const dossiers of [some, []]) {
      const cells = cellsAt('956', dossiers);
      const line = Number(/từ dòng (\d+)/.exec(String(cells[1]))?.[1]);
      expect(cells[line - 1]?.[0]).toBe('Theo lĩnh vực');
      expect(cells[line - 2]).toEqual(['']);
    }
  });

  it('sets what came beside what the plan asks, and the share of women in each column', () => {
    const cells = cellsAt('956', some);
    const row = (name: string) => cells.slice(shortlistHeaderRows + 3).find(([first]) => first === name);
    expect(row('Kinh tế')).toEqual(['Kinh tế', 1, 0, 1, 2, '67%', '100%']);
    expect(row('Khác hẳn')).toEqual(['Khác hẳn', 1, 0, 0, 1, '33%', '0%']);
    expect(row('Xã Ninh Hòa')).toEqual(['Xã Ninh Hòa', 1, 0, 1, 2, '67%', '100%', '50%']);
    expect(row('Tỷ lệ nữ')).toEqual(['Tỷ lệ nữ', '50%', '', '100%', '67%']);
    expect(row('Theo loại')).toEqual([
      'Theo loại',
      'Đang chờ',
      'Đã duyệt',
      'Đã chọn lên',
      'Cộng',
      'Phần trong số hồ sơ',
      'Phần trong số đã chọn lên',
    ]);
  });

  it('has no column of chosen ones at the top, where nobody chooses upward', () => {
    expect(JSON.stringify(cellsAt('95', [up(aDossier('31843', 1))]))).not.toContain('Đã chọn lên');
  });
});

describe('whatever stands at the desk', () => {
  const kinds = ['individual', 'collective', 'model'] as const;
  const anyDossier = fc
    .record({
      unitId: fc.constantFrom('31843', '31846', 'CQ01', '956'),
      ordinal: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom(...kinds),
      act: fc.constantFrom('', 'hold', 'approve', 'promote', 'return', 'up'),
      honorific: fc.constantFrom('Bà', 'Ông', 'Em', ''),
      sector: fc.constantFrom('Kinh tế', 'Văn hóa – xã hội', '', 'Lạ'),
      femaleCount: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      memberCount: fc.constantFrom(0, 10, 20),
    })
    .map(({ unitId, ordinal, kind, act, femaleCount, ...values }) => {
      const row = { ...aRow().values, ...values, ...(femaleCount === undefined ? {} : { femaleCount }) };
      const dossier = aDossier(unitId, ordinal, { kind, values: row });
      if (act === '' || dossier.at === '95') return dossier;
      return act === 'up' ? up(dossier) : decided(dossier, act as ReviewAction);
    });
  const anyDesk = fc.record({
    dossiers: fc.array(anyDossier, { maxLength: 30 }),
    unitId: fc.constantFrom('956', '95'),
    held: fc.array(fc.nat(29), { maxLength: 5 }),
    seed: fc.nat(),
  });

  it('is listed once, in one order, and summed up right in every table; what is held is nowhere', () => {
    fc.assert(
      fc.property(anyDesk, ({ dossiers, unitId, held, seed }) => {
        const unique = [...new Map(dossiers.map((one) => [one.id, one])).values()];
        const onHold = new Set(held.flatMap((index) => unique[index]?.id ?? []));
        const lines = linesAt(unitId, unique, onHold);
        const ids = lines.map(({ dossier }) => dossier.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of onHold) expect(ids).not.toContain(id);

        const shuffled = unique
          .map((one, index) => [Math.imul(seed + index + 1, 2_654_435_761) >>> 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(cellsAt(unitId, [...shuffled, ...shuffled], onHold)).toEqual(cellsAt(unitId, unique, onHold));

        const about = {
          'Cá nhân theo giới': 'individual',
          'Cá nhân theo nhóm đối tượng': 'individual',
          'Tập thể theo tỷ lệ nữ': 'collective',
        } as Record<string, string>;
        for (const { title, rows } of balancesOf(lines, { plan, period: '2025', unitId, tree })) {
          const meant = lines.filter(
            ({ dossier }) => (about[title] ?? dossier.row.kind) === dossier.row.kind,
          );
          for (const standing of ['waiting', 'approved', 'chosen'] as const)
            expect(rows.reduce((sum, { counts }) => sum + counts[standing], 0)).toBe(
              meant.filter((line) => line.standing === standing).length,
            );
          expect(rows.reduce((sum, { counts }) => sum + totalOf(counts), 0)).toBe(meant.length);
          expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
          const shares = rows.flatMap(({ planShare }) => planShare ?? []);
          if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100);
        }
      }),
    );
  });
});
