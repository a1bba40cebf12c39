/** The way of an exemplar: steps in the order of time, stages from what units and follow-ups say, days until recognised. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier, DossierEvent } from '../../functions/domain/dossier.ts';
import {
  type Cited,
  citedByDossier,
  countDays,
  daysToHonour,
  type LifeStep,
  lifeLine,
  lifeStages,
  medianDays,
  stageDays,
} from '../../functions/domain/life-line.ts';
import type { Row } from '../../functions/domain/row.ts';
import type { Snapshot } from '../../functions/domain/submission.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, aRow, decided, origin, units } from './people.ts';

const zone = 'Asia/Ho_Chi_Minh';
const plan = { ...kh113BacLieu, units };
const none: ReadonlyMap<string, Snapshot> = new Map();

const event = (action: DossierEvent['action'], at: string, unitId: string): DossierEvent => ({
  action,
  at,
  unitId,
  by: 'ai@vidu.vn',
  round: 1,
});

const filed = (formId: string, values: Row['values'], at = '2025-06-01T01:00:00Z'): Cited => ({
  formId,
  unitId: '956',
  at,
  by: 'ai@vidu.vn',
  row: { id: '2025-H1.TD-956-001', line: 3, kind: 'entry', values },
});

const followUp = (conclusion: string, assessedOn: string): Cited =>
  filed('follow-up', { conclusion, assessedOn, assessor: 'Lê Thị Thu', spread: 4, effect: 4, growth: 4 });

const snapshotOf = (id: string, rows: Row[], more: Partial<Snapshot> = {}): Snapshot => ({
  id,
  planId: origin.planId,
  period: '2025',
  unitId: '31843',
  formId: 'exemplar',
  rows,
  promoted: [],
  nil: false,
  attachment: null,
  createdAt: '',
  ...more,
});

describe('lifeLine', () => {
  it('begins with the finding, by the unit that wrote the row', () => {
    expect(lifeLine(aDossier(), none, [], zone)).toEqual(
      [
        {
          on: '2025-01-10',
          stage: 'Phát hiện',
          what: 'Phát hiện, đưa vào danh sách',
          unitId: '31843',
          by: 'ai@vidu.vn',
        },
      ].map((step) => ({ ...step, by: origin.by })),
    );
  });

  it('takes what was carried over for found when it was found', () => {
    const carriedFrom = {
      planId: 'kh-113',
      period: '2024',
      dossierId: '2024-31843-001',
      unitId: '31843',
      unit: 'Xã Ninh Hòa',
      foundAs: { planId: 'kh-113', dossierId: '2024-31843-001' },
      foundBy: 'Xã Ninh Hòa',
      foundOn: '2024-01-09',
    };
    const again = { ...aDossier(), carriedFrom };
    const shown = (steps: LifeStep[]) => steps.map(({ on, stage, what }) => [on, stage, what]);
    expect(shown(lifeLine(again, none, [], zone))).toEqual([
      ['2024-01-09', 'Phát hiện', 'Phát hiện ở kỳ trước'],
      ['2025-01-10', '', 'Vào lại danh sách, chưa ghi nội dung đăng ký thi đua'],
    ]);
    const pledged = snapshotOf('s1', [aRow(1, { pledge: 'Giúp thêm 10 hộ' })]);
    const before = lifeLine(decided(aDossier(), 'approve', '956'), none, [], zone);
    const earlier = before.map((step) => ({ ...step, on: step.on.replace('2025', '2024') }));
    expect(shown(lifeLine(again, new Map([['s1', pledged]]), [], zone, earlier))).toEqual([
      ...shown(earlier),
      ['2025-01-10', '', 'Đăng ký thi đua lại: Giúp thêm 10 hộ'],
    ]);
  });

  it('reaches each stage by what follow-ups conclude, on the day of the look', () => {
    const cited = [
      followUp('Nhân rộng', '2025-12-05'),
      followUp('Tiếp tục bồi dưỡng', '2025-06-09'),
      followUp('Tổng kết', '2025-09-12'),
      followUp('Thôi theo dõi', '2025-12-20'),
    ];
    const days = stageDays(lifeLine(aDossier(), none, cited, zone));
    expect([...days]).toEqual([
      ['Phát hiện', '2025-01-10'],
      ['Bồi dưỡng', '2025-06-09'],
      ['Tổng kết', '2025-09-12'],
      ['Nhân rộng', '2025-12-05'],
    ]);
  });

  it('tells milestones of a nurturing plan and broadcasts with their own who', () => {
    const cited = [
      filed('nurturing-plan', {
        milestone: 'Ký cam kết với các hộ',
        due: '2025-06-30',
        progress: 'Đang làm',
        responsible: 'Hội Nông dân xã',
      }),
      filed('publicity-log', {
        publishedOn: '2025-03-12',
        channel: 'Đài truyền thanh cơ sở',
        name: 'Người phụ nữ giúp 18 hộ',
        outlet: 'Đài xã',
      }),
    ];
    const told = lifeLine(aDossier(), none, cited, zone).slice(1);
    expect(told.map(({ on, stage, what, by }) => [on, stage, what, by])).toEqual([
      ['2025-03-12', 'Nhân rộng', 'Đài truyền thanh cơ sở: Người phụ nữ giúp 18 hộ', 'Đài xã'],
      [
        '2025-06-01',
        'Bồi dưỡng',
        'Kế hoạch bồi dưỡng: Ký cam kết với các hộ, hạn 30/06/2025 (Đang làm)',
        'Hội Nông dân xã',
      ],
    ]);
  });

  it('says a stage of the unit when it is another than before, and once', () => {
    const dossier = aDossier();
    const again = { ...event('submit', '2025-02-01T01:00:00Z', '31843'), snapshotId: 's2' };
    const third = { ...event('submit', '2025-03-01T01:00:00Z', '31843'), snapshotId: 's3' };
    const snapshots = new Map([
      ['s1', snapshotOf('s1', [aRow(1, { stage: 'Phát hiện' })])],
      ['s2', snapshotOf('s2', [aRow(1, { stage: 'Bồi dưỡng' })])],
      ['s3', snapshotOf('s3', [aRow(1, { stage: 'Bồi dưỡng' })])],
    ]);
    const steps = lifeLine({ ...dossier, history: [...dossier.history, again, third] }, snapshots, [], zone);
    expect(steps.filter(({ stage }) => stage === 'Bồi dưỡng')).toMatchObject([{ on: '2025-02-01' }]);
    expect(steps.filter(({ stage }) => stage === 'Phát hiện')).toHaveLength(1);
  });

  it('tells the same thing sent twice once', () => {
    const twice = [followUp('Tổng kết', '2025-09-12'), followUp('Tổng kết', '2025-09-12')];
    expect(lifeLine(aDossier(), none, twice, zone)).toHaveLength(2);
  });

  it('has its steps in the order of time, whatever came in which order', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    const conclusion = fc.constantFrom('Tiếp tục bồi dưỡng', 'Tổng kết', 'Nhân rộng', 'Thôi theo dõi');
    const some = fc.array(fc.tuple(conclusion, day), { maxLength: 12 });
    fc.assert(
      fc.property(some, fc.array(day, { maxLength: 6 }), (looks, decisions) => {
        const dossier: Dossier = {
          ...aDossier(),
          history: [
            ...aDossier().history,
            ...decisions.map((on) => event('approve', `${on}T03:00:00Z`, '956')),
          ],
        };
        const steps = lifeLine(
          dossier,
          none,
          looks.map(([said, on]) => followUp(said, on)),
          zone,
        );
        const days = steps.map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
        for (const [said, on] of looks)
          expect(steps.some((step) => step.on === on && step.what.includes(said))).toBe(true);
        for (const [stage, on] of stageDays(steps)) {
          expect(lifeStages).toContain(stage);
          expect(steps.filter((step) => step.stage === stage).every((step) => on <= step.on)).toBe(true);
        }
      }),
    );
  });
});

describe('citedByDossier', () => {
  const list: Row = { id: '2025-H1.TD-956-001', line: 3, kind: 'entry', values: { conclusion: 'Tổng kết' } };
  const dossier: Dossier = {
    ...aDossier(),
    id: list.id,
    unitId: '956',
    history: [{ ...event('submit', '2025-06-01T01:00:00Z', '956'), snapshotId: 'f1' }],
  };
  const withCites = (cites: Snapshot['cites']) =>
    new Map([['f1', snapshotOf('f1', [list], { formId: 'follow-up', ...(cites ? { cites } : {}) })]]);

  it('gives a row to every exemplar that it names, and to no other', () => {
    const cites = [{ row: list.id, column: 'name', ids: ['2025-31843-001', '2025-31843-002'] }];
    const found = citedByDossier([dossier], withCites(cites));
    expect([...found.keys()]).toEqual(['2025-31843-001', '2025-31843-002']);
    expect(found.get('2025-31843-001')).toMatchObject([{ formId: 'follow-up', unitId: '956', row: list }]);
  });

  it('takes no criterion and no other row for it', () => {
    const cites = [
      { row: list.id, column: 'criterion', ids: ['CN-01'], list: 's9' },
      { row: 'another', column: 'name', ids: ['2025-31843-001'] },
    ];
    expect(citedByDossier([dossier], withCites(cites)).size).toBe(0);
    expect(citedByDossier([dossier], withCites(undefined)).size).toBe(0);
  });
});

describe('daysToHonour', () => {
  const sent = aDossier();
  const honoured = (history: DossierEvent[], approvals = ['95']) =>
    daysToHonour({ history: [...sent.history, ...history], approvals }, plan);

  it('counts calendar days to the first recognition by a level that publishes', () => {
    expect(
      honoured([
        event('approve', '2025-01-20T03:00:00Z', '95'),
        event('approve', '2025-02-20T03:00:00Z', '95'),
      ]),
    ).toBe(10);
  });

  it('is nothing for one that waits, that was taken back, or whose level does not publish', () => {
    expect(daysToHonour(sent, plan)).toBeUndefined();
    expect(honoured([event('approve', '2025-01-20T03:00:00Z', '95')], [])).toBeUndefined();
    const quiet = { ...plan, publication: { ...plan.publication, levels: ['province'] } };
    const atDistrict = decided(aDossier(), 'approve', '956');
    expect(daysToHonour(atDistrict, plan)).toBe(0);
    expect(daysToHonour(atDistrict, quiet)).toBeUndefined();
  });
});

describe('medianDays', () => {
  it.each([
    [[], undefined],
    [[7], 7],
    [[30, 1, 7], 7],
    [[1, 7, 9, 30], 9],
    [[5, 5, 5, 90], 5],
  ])('%j → %s', (days, median) => {
    expect(medianDays(countDays(days))).toBe(median);
  });

  it('has half of them within it, and fewer than half before it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1 }), (days) => {
        const median = medianDays(countDays(days)) as number;
        expect(days.filter((one) => one <= median).length).toBeGreaterThan(days.length / 2);
        expect(days.filter((one) => one < median).length).toBeLessThanOrEqual(days.length / 2);
      }),
    );
  });
});
