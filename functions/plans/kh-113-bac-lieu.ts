/**
 * Kế hoạch 113/KH-UBND of 19/8/2022, UBND tỉnh Bạc Liêu: finding, nurturing and multiplying exemplars, 2022–2025.
 * Numbers BL-… are the plan's obligations, section II.3 of its text unless said otherwise.
 */
import type { Obligation, Plan, UnitKind } from '../domain/plan.ts';
import type { Scoring } from '../domain/scoring.ts';
import type { Unit } from '../domain/unit.ts';
import { bacLieuOrganisations } from './data/bac-lieu-organisations.ts';
import bacLieuUnits from './data/bac-lieu-units.json' with { type: 'json' };

const reviewBody = 'Sở Nội vụ (Ban Thi đua - Khen thưởng tỉnh)';

const kindOf = (parent: string | null): string =>
  parent === null ? 'province' : parent === '95' ? 'district' : 'commune';

/** 1 province, 7 districts, 64 communes, as they were in the plan's years. */
const territorialUnits: Unit[] = bacLieuUnits.map(({ id, name, parent }) => ({
  id,
  name,
  kind: kindOf(parent),
  parent,
  ...(parent === null ? { reviewBody } : {}),
}));

const allKinds = ['individual', 'collective', 'model'] as const;

const nurturingPlan = {
  id: 'nurturing-plan',
  label: 'Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến',
};

/** "trước ngày 15/02 hàng năm", to Sở Nội vụ, with the nurturing plan. */
const toProvince = {
  form: 'exemplar',
  deadline: { kind: 'yearly', month: 2, day: 15, strict: true },
  attachment: nurturingPlan,
  headSignOff: true,
  nilReport: false,
} as const;

/** Section II.3 e and the section on tasks speak to "các đơn vị": everybody below the province. */
const everyUnit = ['commune', 'district', 'cluster', 'agency', 'enterprise'];

/** "Các cơ quan, đơn vị chủ trì các phong trào thi đua": they also launch one. */
const launching = 'agency';

const unitKinds: Record<string, UnitKind> = {
  commune: { name: 'Xã, phường, thị trấn', level: 'commune' },
  district: { name: 'Huyện, thị xã, thành phố', level: 'district' },
  cluster: { name: 'Cụm, Khối thi đua thuộc tỉnh', level: 'district' },
  agency: { name: 'Cơ quan, đơn vị chủ trì phong trào thi đua', level: 'district' },
  enterprise: {
    name: 'Cơ quan, đơn vị, doanh nghiệp thuộc Cụm, Khối thi đua doanh nghiệp',
    level: 'district',
  },
  province: { name: 'Tỉnh', level: 'province' },
};

/**
 * What stands beside the lists. Sections II.1 and IV.1 speak to "các Cụm, Khối thi đua … và các cơ quan, đơn vị, địa
 * phương", communes among them, but the only desk that papers are sent to by name is Sở Nội vụ, and communes send to
 * their district (II.3). So whoever reports to the province owes these; what a commune does goes into its district's.
 * The text says "từng cơ quan, đơn vị … xây dựng các tiêu chí", "thường xuyên kiểm tra, đánh giá", "định kỳ sơ kết, tổng
 * kết" without a day: the rhythms and days are ours, all but the 15/02 of the nurturing plan.
 */
const besidesLists = (unitKind: string): Obligation[] => {
  const signed = { unitKind, headSignOff: true } as const;
  return [
    {
      // II.1 b. Before the list of 15/02, whose nurturing plan cites them.
      ...signed,
      ids: ['BL-07'],
      form: 'standards',
      quota: { min: 1 },
      deadline: { kind: 'yearly', month: 1, day: 31, strict: false },
      nilReport: false,
    },
    {
      // II.3, "có kèm theo Kế hoạch bồi dưỡng": the signed paper comes with the list, its milestones stand here.
      ...signed,
      ids: ['BL-06', 'BL-11'],
      form: 'nurturing-plan',
      quota: { min: 1 },
      deadline: { kind: 'yearly', month: 2, day: 15, strict: true },
      nilReport: false,
    },
    {
      // II.1 đ.
      ...signed,
      ids: ['BL-10', 'BL-20'],
      form: 'follow-up',
      quota: { min: 1 },
      deadline: { kind: 'halfYearly', month: 6, day: 20, strict: false },
      nilReport: true,
    },
    {
      // II.1 d (visits are rows of the log), IV.1 b.
      ...signed,
      ids: ['BL-09', 'BL-15'],
      form: 'publicity-log',
      quota: { min: 1 },
      deadline: { kind: 'yearly', month: 12, day: 15, strict: false },
      nilReport: true,
    },
    {
      // II.1 e; of agencies that lead movements also the paper that launches one (II.3).
      ...signed,
      ids: unitKind === launching ? ['BL-04', 'BL-11'] : ['BL-11'],
      form: 'unit-document',
      quota: { min: unitKind === launching ? 2 : 1 },
      deadline: { kind: 'yearly', month: 12, day: 20, strict: false },
      nilReport: false,
    },
  ];
};

const obligations: Obligation[] = [
  {
    ids: ['BL-01', 'BL-08', 'BL-12'],
    unitKind: 'commune',
    form: 'exemplar',
    quota: { min: 5, max: 6 },
    allowedKinds: allKinds,
    deadline: { kind: 'yearly', month: 1, day: 15, strict: true },
    headSignOff: true,
    nilReport: false,
  },
  {
    ids: ['BL-02', 'BL-06'],
    unitKind: 'district',
    quota: { min: 10, target: 15 },
    allowedKinds: allKinds,
    ...toProvince,
  },
  {
    ids: ['BL-03', 'BL-06'],
    unitKind: 'cluster',
    quota: { min: 1, max: 3 },
    allowedKinds: ['model', 'collective'],
    ...toProvince,
  },
  {
    ids: ['BL-04', 'BL-06'],
    unitKind: 'agency',
    quota: { min: 3, max: 7 },
    allowedKinds: allKinds,
    ...toProvince,
  },
  {
    ids: ['BL-05', 'BL-06'],
    unitKind: 'enterprise',
    quota: { min: 2, max: 4 },
    allowedKinds: allKinds,
    ...toProvince,
  },
  ...['district', 'cluster', 'agency', 'enterprise'].flatMap(besidesLists),
];

/**
 * Our proposal, for the plan names no numbers: sending in time and reaching the quota weigh most, because the unit alone
 * decides them; being chosen and published are others' decisions too, so they weigh less.
 */
const scoring: Scoring = {
  note: 'đề xuất, Hội đồng quyết định',
  weights: [
    { id: 'on-time', label: 'Nộp đúng hạn', rule: 'onTime', points: 40 },
    { id: 'quota', label: 'Đạt chỉ tiêu', rule: 'quota', points: 30 },
    { id: 'chosen', label: 'Được chọn', rule: 'chosen', points: 20, each: 5 },
    { id: 'published', label: 'Được công khai', rule: 'published', points: 10, each: 2 },
    { id: 'late', label: 'Trễ hạn', rule: 'late', points: 20, each: 2, days: 1 },
    { id: 'returned', label: 'Bị trả lại', rule: 'returned', points: 10, each: 2 },
  ],
};

export const kh113BacLieu: Plan = {
  id: 'kh-113-bac-lieu',
  number: '113/KH-UBND',
  title:
    'Phát hiện, bồi dưỡng, nhân rộng và tổ chức thi đua cùng các gương điển hình tiên tiến trên địa bàn tỉnh giai đoạn 2022 - 2025',
  issuer: 'Ủy ban nhân dân tỉnh Bạc Liêu',
  signer: 'Phan Thanh Duy',
  issuedOn: '2022-08-19',
  inForceFrom: '2022-08-19',
  inForceTo: '2025-12-31',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'commune', name: 'Cấp xã' },
    { id: 'district', name: 'Cấp huyện' },
    { id: 'province', name: 'Cấp tỉnh' },
  ],
  unitKinds,
  obligations,
  events: [
    {
      id: 'BL-13',
      name: 'Ngày Truyền thống thi đua yêu nước 11/6: giới thiệu gương tiêu biểu để khen thưởng',
      on: { kind: 'yearly', month: 6, day: 11 },
      leadWorkingDays: 10,
      unitKinds: ['district', 'cluster', 'agency', 'enterprise'],
    },
    {
      id: 'BL-14',
      name: 'Ngày truyền thống của đơn vị: sơ kết việc phát hiện, bồi dưỡng, nhân điển hình tiên tiến và đề ra kế hoạch năm tiếp theo',
      on: { kind: 'anniversary' },
      leadWorkingDays: 10,
      unitKinds: everyUnit,
    },
    {
      id: 'BL-17',
      name: 'Tổng kết Kế hoạch, kết hợp Hội nghị điển hình tiên tiến các cấp và Đại hội thi đua yêu nước tỉnh lần thứ VI',
      on: { kind: 'periodEnd' },
      leadWorkingDays: 60,
      unitKinds: ['province'],
      roles: ['clerk', 'head', 'reviewer'],
    },
  ],
  publication: {
    levels: ['district', 'province'],
    showBirthYear: false,
    channels: ['Trang thông tin điện tử', 'Báo Bạc Liêu', 'Đài Phát thanh và Truyền hình tỉnh'],
  },
  reminderLeads: [14, 7, 3, 1],
  headLeads: [3, 1],
  lastCall: true,
  overdueSteps: [1, 5, 10],
  escalationStep: 5,
  closeAfterDays: 60,
  scoring,
  units: [...territorialUnits, ...bacLieuOrganisations],
};
