/** Plans are data: the presets pass the same door as a control sheet, and a broken one has every fault named. */
import { expect, test } from 'vitest';
import { bestScore } from '../../functions/domain/scoring.ts';
import { toUnitTree } from '../../functions/domain/unit.ts';
import { presets } from '../../functions/plans/index.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { parsePlan } from '../../functions/plans/parse-plan.ts';

test.each(Object.values(presets))('$number passes the parser unchanged', (plan) => {
  expect(parsePlan(plan)).toEqual({ ok: true, plan });
});

test('KH 113 has the real tree of Bạc Liêu: 1 province, 7 districts, 64 communes', () => {
  const tree = toUnitTree(kh113BacLieu.units);
  const ofKind = (kind: string) => kh113BacLieu.units.filter((unit) => unit.kind === kind);
  expect([ofKind('province').length, ofKind('district').length, ofKind('commune').length]).toEqual([
    1, 7, 64,
  ]);
  expect(ofKind('district').map(({ id }) => tree.children(id).length)).toEqual([10, 9, 8, 8, 10, 11, 8]);
});

test.each([
  ['commune', { min: 5, max: 6 }, { month: 1, day: 15 }],
  ['district', { min: 10, target: 15 }, { month: 2, day: 15 }],
  ['cluster', { min: 1, max: 3 }, { month: 2, day: 15 }],
  ['agency', { min: 3, max: 7 }, { month: 2, day: 15 }],
  ['enterprise', { min: 2, max: 4 }, { month: 2, day: 15 }],
])('%s owes what the text of KH 113 says', (unitKind, quota, day) => {
  const obligation = kh113BacLieu.obligations.find((candidate) => candidate.unitKind === unitKind);
  expect(obligation).toMatchObject({ quota, deadline: { ...day, strict: true } });
  expect(obligation?.attachment !== undefined).toBe(unitKind !== 'commune');
  expect(obligation?.allowedKinds?.includes('individual')).toBe(unitKind !== 'cluster');
});

test('a broken plan is refused with every fault', () => {
  const parsed = parsePlan({
    ...kh113BacLieu,
    inForceTo: '2020-01-01',
    obligations: [
      { ...kh113BacLieu.obligations[0], unitKind: 'village', form: 'poem' },
      {
        ...kh113BacLieu.obligations[1],
        deadline: { kind: 'yearly', month: 2, day: 31, strict: true },
      },
    ],
    units: [
      { id: 'a', name: 'A', kind: 'province', parent: 'b' },
      { id: 'b', name: 'B', kind: 'hamlet', parent: 'a' },
    ],
  });
  expect(parsed).toEqual({
    ok: false,
    faults: [
      'Đơn vị “a”: là cấp trên của chính mình',
      'Đơn vị “b”: là cấp trên của chính mình',
      'Đơn vị “b”: không có loại đơn vị “hamlet”',
      'Chỉ tiêu của “village”: không có loại đơn vị “village”',
      'Chỉ tiêu của “village”: không có biểu mẫu “poem”',
      'Chỉ tiêu của “district”: hạn nộp 31/2 không có trong lịch mọi năm, hãy ghi ngày năm nào cũng có',
      'Đơn vị: chưa có đơn vị cao nhất (ô cấp trên để trống)',
      'Kế hoạch: ngày hết hiệu lực trước ngày có hiệu lực',
    ],
  });
});

const faultsOf = (change: object): string[] => {
  const parsed = parsePlan({ ...kh113BacLieu, ...change });
  return parsed.ok ? [] : parsed.faults;
};

test('a plan may ask by tradition day only of units that have told theirs', () => {
  const deadline = { kind: 'anniversary', strict: true };
  const lists = kh113BacLieu.obligations.filter(({ form }) => form === 'exemplar');
  const obligations = lists.map((obligation) =>
    obligation.unitKind === 'cluster' ? { ...obligation, deadline } : obligation,
  );
  const [first, ...others] = kh113BacLieu.units.filter(({ kind }) => kind === 'cluster');
  const rest = kh113BacLieu.units.filter(({ kind }) => kind !== 'cluster');
  const dated = others.map((unit) => ({ ...unit, anniversary: '02-29' }));
  expect(faultsOf({ obligations, units: [...rest, first, ...dated] })).toEqual([
    'Đơn vị “CK01” (Cụm thi đua số 1 (các huyện, thị xã, thành phố)): nộp theo ngày truyền thống mà chưa có ngày, hãy ghi tháng-ngày, ví dụ 05-19',
  ]);
  const all = [...rest, { ...first, anniversary: '05-19' }, ...dated];
  expect(parsePlan({ ...kh113BacLieu, obligations, units: all })).toEqual({
    ok: true,
    plan: { ...kh113BacLieu, obligations, units: all },
  });
});

test.each(['19-05', '02-30', '5-19', '2025-05-19', ''])('“%s” is no tradition day', (anniversary) => {
  const units = kh113BacLieu.units.map((unit) => (unit.id === 'CK01' ? { ...unit, anniversary } : unit));
  expect(faultsOf({ units })).toEqual([
    expect.stringContaining(
      `anniversary: đang ghi “${anniversary}”, hãy ghi tháng-ngày có trong lịch, ví dụ 05-19`,
    ),
  ]);
});

test('a day that only leap years have, and leads and steps that never strike, are refused', () => {
  const [event] = kh113BacLieu.events;
  expect(
    faultsOf({
      events: [{ ...event, on: { kind: 'yearly', month: 2, day: 29 }, unitKinds: ['hamlet'] }],
      headLeads: [3, 2],
      escalationStep: 4,
    }),
  ).toEqual([
    'Sự kiện “BL-13”: không có loại đơn vị “hamlet”',
    'Sự kiện “BL-13”: ngày 29/2 không có trong lịch mọi năm, hãy ghi ngày năm nào cũng có',
    'Nhắc thủ trưởng: 2 ngày làm việc không phải mốc nhắc hạn, hãy chọn trong: 14, 7, 3, 1',
    'Báo thủ trưởng cấp trên: 4 ngày làm việc không phải mốc quá hạn, hãy chọn trong: 1, 5, 10',
  ]);
});

test('KH 113 carries the days of BL-13, BL-14 and BL-17, and no invented tradition day', () => {
  expect(kh113BacLieu.events.map(({ id, on }) => [id, on.kind])).toEqual([
    ['BL-13', 'yearly'],
    ['BL-14', 'anniversary'],
    ['BL-17', 'periodEnd'],
  ]);
  expect(kh113BacLieu.units.filter(({ anniversary }) => anniversary !== undefined)).toEqual([]);
});

test('a quota of 6–5 is refused where it stands', () => {
  const obligations = [{ ...kh113BacLieu.obligations[0], quota: { min: 6, max: 5 } }];
  expect(parsePlan({ ...kh113BacLieu, obligations })).toEqual({
    ok: false,
    faults: ['obligations › 0 › quota: chỉ tiêu tối thiểu lớn hơn tối đa'],
  });
});

test.each([
  ['29/02, a day that most years do not have', { kind: 'yearly', month: 2, day: 29, strict: true }, 1],
  ['an anniversary that its units have not', { kind: 'anniversary', strict: true }, 64],
  ['the end of the period', { kind: 'periodEnd', strict: false }, 0],
])('a deadline on %s is judged', (_what, deadline, faults) => {
  const [commune, ...others] = kh113BacLieu.obligations;
  const parsed = parsePlan({ ...kh113BacLieu, obligations: [{ ...commune, deadline }, ...others] });
  expect(parsed.ok ? [] : parsed.faults).toHaveLength(faults);
});

test('levels that get no shortlist are refused, each with what to write instead', () => {
  const faultsOf = (levels: readonly string[]) => {
    const parsed = parsePlan({ ...kh113BacLieu, shortlist: { levels } });
    return parsed.ok ? [] : parsed.faults;
  };
  expect(faultsOf(['district', 'province'])).toEqual([]);
  expect(faultsOf([])).toHaveLength(1);
  expect(faultsOf(['tỉnh', 'commune', 'province', 'province'])).toEqual([
    expect.stringMatching(/^shortlist › levels › 0: /),
  ]);
  expect(faultsOf(['tinh', 'commune', 'province', 'province'])).toEqual([
    'Gợi ý chọn: không có cấp “tinh”, hãy chọn trong: commune, district, province',
    'Gợi ý chọn: cấp “commune” không có đơn vị nào nhận danh sách, hãy chọn cấp có đơn vị cấp dưới',
    'Gợi ý chọn: cấp “province” ghi hai lần, hãy giữ một',
  ]);
});

test('wrong weights are refused where they stand', () => {
  const scoring = kh113BacLieu.scoring!;
  const [first] = scoring.weights;
  const faultsOf = (weights: readonly object[]) => {
    const parsed = parsePlan({ ...kh113BacLieu, scoring: { ...scoring, weights } });
    return parsed.ok ? [] : parsed.faults.map((fault) => fault.split(':')[0]);
  };
  expect(faultsOf([])).toEqual(['scoring › weights', 'scoring › weights']);
  expect(faultsOf([first!, first!])).toEqual(['scoring › weights']);
  expect(faultsOf([{ ...first, points: 0 }])).toEqual(['scoring › weights › 0 › points']);
  expect(faultsOf([{ ...first, points: 2.5 }])).toEqual(['scoring › weights › 0 › points']);
  expect(faultsOf([{ ...first, rule: 'luck' }])).toEqual(['scoring › weights › 0 › rule']);
  expect(faultsOf([{ ...first, rule: 'chosen' }])).toEqual(['scoring › weights › 0 › each']);
  expect(faultsOf(scoring.weights.filter(({ rule }) => rule === 'late'))).toEqual(['scoring › weights']);
});

test('the weights of KH 113 are a proposal that adds up to a hundred', () => {
  expect(kh113BacLieu.scoring?.note).toBe('đề xuất, Hội đồng quyết định');
  expect(bestScore(kh113BacLieu.scoring!)).toBe(100);
});
