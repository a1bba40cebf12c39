/**
 * Kế hoạch 282/KH-UBND of 30/11/2023, UBND thành phố Hà Nội: emulation and awards in 2024. Movements (regular, by phases,
 * by theme), nurturing plans "với tiêu chí, lộ trình và trách nhiệm cụ thể", the writing contest and its ten years. Numbers
 * HN-… are its obligations as the press tells them; it names no filing day, so all days here are ours.
 */
import type { Obligation, Plan, UnitKind } from '../domain/plan.ts';
import { haNoiUnitsOfPlans } from './data/ha-noi-organisations.ts';

const unitKinds: Record<string, UnitKind> = {
  district: { name: 'Quận, huyện, thị xã', level: 'unit' },
  agency: { name: 'Sở, ban, ngành thành phố', level: 'unit' },
  organisation: { name: 'Mặt trận Tổ quốc, tổ chức chính trị – xã hội thành phố', level: 'unit' },
  city: { name: 'Thành phố', level: 'city' },
};

/** "Các ngành, địa phương, đơn vị". */
const units = ['district', 'agency', 'organisation'] as const;

const owedBy = (unitKind: string): Obligation[] => [
  {
    // The form asks for the movement and the kind of achievement (thường xuyên, đột xuất, chuyên đề): HN-10.
    ids: ['HN-07', 'HN-10'],
    unitKind,
    form: 'exemplar',
    quota: { min: 1 },
    allowedKinds: ['individual', 'collective', 'model'],
    deadline: { kind: 'yearly', month: 3, day: 31, strict: false },
    headSignOff: true,
    nilReport: true,
  },
  {
    // A month after the list, since its rows are about exemplars of the list.
    ids: ['HN-07'],
    unitKind,
    form: 'nurturing-plan',
    quota: { min: 1 },
    deadline: { kind: 'yearly', month: 4, day: 26, strict: false },
    headSignOff: true,
    nilReport: true,
  },
  {
    // The preliminary round is at the unit; what passed it is sent. The contest is that of KH 05/KH-BTC (9/2023).
    ids: ['HN-09'],
    unitKind,
    form: 'contest-entry',
    quota: { min: 1 },
    deadline: { kind: 'once', date: '2024-05-31', strict: false },
    headSignOff: true,
    nilReport: true,
  },
  {
    // "phát động thi đua làm theo", "kịp thời tổng kết": a paper that launches, a report that sums up.
    ids: ['HN-08', 'HN-10'],
    unitKind,
    form: 'unit-document',
    quota: { min: 2 },
    deadline: { kind: 'yearly', month: 12, day: 15, strict: false },
    headSignOff: true,
    nilReport: false,
  },
];

export const kh282HaNoi: Plan = {
  id: 'kh-282-ha-noi',
  number: '282/KH-UBND',
  title: 'Công tác thi đua, khen thưởng năm 2024',
  issuer: 'Ủy ban nhân dân thành phố Hà Nội',
  signer: 'Trần Sỹ Thanh',
  issuedOn: '2023-11-30',
  inForceFrom: '2024-01-01',
  inForceTo: '2024-12-31',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'unit', name: 'Quận, huyện, thị xã, sở, ban, ngành' },
    { id: 'city', name: 'Thành phố' },
  ],
  unitKinds,
  obligations: units.flatMap(owedBy),
  events: [
    {
      id: 'HN-10',
      name: 'Kỷ niệm 70 năm Ngày Giải phóng Thủ đô 10/10: thi đua chào mừng, khen thưởng đột xuất, chuyên đề',
      on: { kind: 'once', date: '2024-10-10' },
      leadWorkingDays: 20,
      unitKinds: [...units],
    },
    {
      id: 'HN-09',
      name: 'Tổng kết 10 năm Cuộc thi viết về gương điển hình tiên tiến, người tốt việc tốt (2015–2024)',
      on: { kind: 'periodEnd' },
      leadWorkingDays: 60,
      unitKinds: ['city'],
      roles: ['clerk', 'head', 'reviewer'],
    },
  ],
  publication: {
    levels: ['city'],
    showBirthYear: false,
    channels: ['Cổng thông tin điện tử', 'Báo, đài của Thành phố'],
  },
  reminderLeads: [14, 7, 3, 1],
  headLeads: [3, 1],
  lastCall: true,
  overdueSteps: [1, 5, 10],
  escalationStep: 5,
  closeAfterDays: 60,
  units: [...haNoiUnitsOfPlans],
};
