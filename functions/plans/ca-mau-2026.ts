/**
 * A model plan for today's two levels, invented by this project and issued by nobody: Cà Mau after 01/7/2025, with its
 * 64 communes and wards straight under the province. It carries on what KH 113 of Bạc Liêu asked, without districts.
 */
import type { CatalogueEntry, Obligation, Plan, UnitKind } from '../domain/plan.ts';
import type { Unit } from '../domain/unit.ts';
import { firstCatalogues } from './control-sheet/lists.ts';
import heirs from './data/ca-mau-heirs.json' with { type: 'json' };
import { caMauOrganisations } from './data/ca-mau-organisations.ts';
import caMauUnits from './data/ca-mau-units.json' with { type: 'json' };
import { kh113BacLieu } from './kh-113-bac-lieu.ts';

/** Since this day there are two levels. */
const reform = '2025-07-01';

const territorialUnits: Unit[] = caMauUnits.map(({ id, name, parent }) => ({
  id,
  name,
  kind: parent === null ? 'province' : 'commune',
  parent,
  validFrom: reform,
  ...(parent === null ? { reviewBody: 'Sở Nội vụ (Thường trực Hội đồng Thi đua - Khen thưởng tỉnh)' } : {}),
}));

const allKinds = ['individual', 'collective', 'model'] as const;

/** Everybody sends to the province, with the nurturing plan. */
const toProvince = {
  form: 'exemplar',
  attachment: {
    id: 'nurturing-plan',
    label: 'Kế hoạch bồi dưỡng, nhân rộng gương điển hình tiên tiến',
  },
  headSignOff: true,
} as const;

/** Named with its day included, unlike the communes of KH 113: "chậm nhất ngày 31/01". */
const communeDay = { kind: 'yearly', month: 1, day: 31, strict: false } as const;

/** "trước ngày 15/02", as in KH 113; in 2026 and 2027 the days before it are Tết. */
const organisationDay = { kind: 'yearly', month: 2, day: 15, strict: true } as const;

const unitKinds: Record<string, UnitKind> = {
  commune: { name: 'Xã, phường', level: 'commune' },
  cluster: { name: 'Cụm, Khối thi đua thuộc tỉnh', level: 'organisation' },
  agency: { name: 'Cơ quan, đơn vị chủ trì phong trào thi đua', level: 'organisation' },
  enterprise: { name: 'Doanh nghiệp, hợp tác xã thuộc Khối thi đua doanh nghiệp', level: 'organisation' },
  province: { name: 'Tỉnh', level: 'province' },
};

const obligations: Obligation[] = [
  {
    ids: ['CM-01', 'CM-05'],
    unitKind: 'commune',
    quota: { min: 5, max: 6 },
    allowedKinds: allKinds,
    deadline: communeDay,
    nilReport: false,
    ...toProvince,
  },
  {
    ids: ['CM-02', 'CM-05'],
    unitKind: 'cluster',
    quota: { min: 1, max: 3 },
    allowedKinds: ['model', 'collective'],
    deadline: organisationDay,
    nilReport: false,
    ...toProvince,
  },
  {
    ids: ['CM-03', 'CM-05'],
    unitKind: 'agency',
    quota: { min: 3, max: 7 },
    allowedKinds: allKinds,
    deadline: organisationDay,
    nilReport: false,
    ...toProvince,
  },
  {
    ids: ['CM-04', 'CM-05'],
    unitKind: 'enterprise',
    quota: { min: 2, max: 4 },
    allowedKinds: allKinds,
    deadline: organisationDay,
    // A small firm that has nobody this year says so instead of inventing one.
    nilReport: true,
    ...toProvince,
  },
];

const sending = ['commune', 'cluster', 'agency', 'enterprise'];

const reformPapers: readonly CatalogueEntry[] = [
  { list: 'law', value: 'Nghị quyết 202/2025/QH15', source: 'Quốc hội, 12/06/2025: sắp xếp cấp tỉnh' },
  {
    list: 'law',
    value: 'Nghị quyết 1655/NQ-UBTVQH15',
    source:
      'Ủy ban Thường vụ Quốc hội, 16/06/2025: sắp xếp cấp xã của tỉnh Cà Mau; chưa đối chiếu bản có chữ ký',
  },
];

export const caMau2026: Plan = {
  id: 'ca-mau-2026',
  number: 'CM-2026 (mẫu)',
  title:
    'Kế hoạch mẫu (chưa cơ quan nào ban hành): phát hiện, bồi dưỡng, nhân rộng gương điển hình tiên tiến trên địa bàn tỉnh Cà Mau hai cấp, giai đoạn 2026 - 2030',
  issuer: 'Ủy ban nhân dân tỉnh Cà Mau (kế hoạch mẫu)',
  signer: 'Chưa ký (kế hoạch mẫu)',
  issuedOn: '2026-01-01',
  inForceFrom: '2026-01-01',
  inForceTo: '2030-12-31',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'commune', name: 'Cấp xã' },
    { id: 'organisation', name: 'Cơ quan, đơn vị thuộc tỉnh' },
    { id: 'province', name: 'Cấp tỉnh' },
  ],
  unitKinds,
  obligations,
  events: [
    {
      id: 'CM-07',
      name: 'Ngày Truyền thống thi đua yêu nước 11/6: giới thiệu gương tiêu biểu để khen thưởng',
      on: { kind: 'yearly', month: 6, day: 11 },
      leadWorkingDays: 10,
      unitKinds: sending,
    },
    {
      id: 'CM-08',
      name: 'Ngày truyền thống của đơn vị: sơ kết việc phát hiện, bồi dưỡng, nhân điển hình tiên tiến và đề ra việc năm tiếp theo',
      on: { kind: 'anniversary' },
      leadWorkingDays: 10,
      unitKinds: sending,
    },
    {
      id: 'CM-09',
      name: 'Tổng kết Kế hoạch giai đoạn 2026 - 2030',
      on: { kind: 'periodEnd' },
      leadWorkingDays: 60,
      unitKinds: ['province'],
      roles: ['clerk', 'head', 'reviewer'],
    },
  ],
  publication: {
    levels: ['province'],
    showBirthYear: false,
    channels: ['Trang thông tin điện tử', 'Báo và phát thanh, truyền hình Cà Mau', 'Truyền thanh xã, phường'],
  },
  reminderLeads: [14, 7, 3, 1],
  headLeads: [3, 1],
  lastCall: true,
  overdueSteps: [1, 5, 10],
  escalationStep: 5,
  closeAfterDays: 60,
  // The same proposal as for Bạc Liêu, so that the years before and after the merger can be compared.
  ...(kh113BacLieu.scoring ? { scoring: kh113BacLieu.scoring } : {}),
  // The district chose for the province; now one council has some four hundred rows before it.
  shortlist: { levels: ['province'] },
  units: [...territorialUnits, ...caMauOrganisations],
  takesOver: [
    {
      plan: kh113BacLieu.id,
      source:
        'Nghị quyết 202/2025/QH15 (tỉnh) và Nghị quyết 1655/NQ-UBTVQH15 ngày 16/6/2025 (xã), theo các bản đăng lại; chưa đối chiếu bản có chữ ký',
      heirs: heirs.map(({ from, to }) => ({ from, to })),
    },
  ],
  catalogues: [...firstCatalogues, ...reformPapers],
};
