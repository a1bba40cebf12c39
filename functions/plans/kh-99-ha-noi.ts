/**
 * Kế hoạch 99/KH-UBND of 22/3/2023, UBND thành phố Hà Nội: making exemplars known, 2023–2025. Every unit makes a publicity
 * plan and issues its standards; its head answers for whom it chooses. Numbers HN-… are its obligations as the city's page
 * tells them. The one day it names is 30/6/2023; the others are ours and say so.
 */
import type { Obligation, Plan, UnitKind } from '../domain/plan.ts';
import { haNoiUnitsOfPlans } from './data/ha-noi-organisations.ts';

const unitKinds: Record<string, UnitKind> = {
  district: { name: 'Quận, huyện, thị xã', level: 'unit' },
  agency: { name: 'Sở, ban, ngành thành phố', level: 'unit' },
  organisation: { name: 'Mặt trận Tổ quốc, tổ chức chính trị – xã hội thành phố', level: 'unit' },
  city: { name: 'Thành phố', level: 'city' },
};

/** "Thủ trưởng các đơn vị": everybody who reports to the city. */
const units = ['district', 'agency', 'organisation'] as const;

/** "hoàn thành trước ngày 30/6/2023". */
const byEndOfJune = { kind: 'once', date: '2023-06-30', strict: true } as const;

const owedBy = (unitKind: string): Obligation[] => [
  {
    // The publicity plan has no day of its own in the text; it is asked for together with the standards.
    ids: ['HN-01', 'HN-05'],
    unitKind,
    form: 'unit-document',
    quota: { min: 1 },
    deadline: byEndOfJune,
    headSignOff: true,
    nilReport: false,
  },
  {
    ids: ['HN-02'],
    unitKind,
    form: 'standards',
    quota: { min: 1 },
    deadline: byEndOfJune,
    headSignOff: true,
    nilReport: false,
  },
  {
    // "Việc xét chọn, giới thiệu, tuyên truyền": no number and no day; one or nil, by 30/11, are ours.
    ids: ['HN-03', 'HN-04'],
    unitKind,
    form: 'exemplar',
    quota: { min: 1 },
    allowedKinds: ['individual', 'collective', 'model'],
    deadline: { kind: 'yearly', month: 11, day: 30, strict: false },
    headSignOff: true,
    nilReport: true,
  },
  {
    // "có sức lan tỏa, tác động tích cực", "kiểm tra, giám sát": what was done to make them known; the day is ours.
    ids: ['HN-01', 'HN-06'],
    unitKind,
    form: 'publicity-log',
    quota: { min: 1 },
    deadline: { kind: 'yearly', month: 12, day: 15, strict: false },
    headSignOff: true,
    nilReport: true,
  },
];

export const kh99HaNoi: Plan = {
  id: 'kh-99-ha-noi',
  number: '99/KH-UBND',
  title:
    'Tuyên truyền gương điển hình tiên tiến, người tốt, việc tốt trên địa bàn thành phố Hà Nội giai đoạn 2023 - 2025',
  issuer: 'Ủy ban nhân dân thành phố Hà Nội',
  signer: 'Trần Sỹ Thanh',
  issuedOn: '2023-03-22',
  inForceFrom: '2023-03-22',
  inForceTo: '2025-12-31',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'unit', name: 'Quận, huyện, thị xã, sở, ban, ngành' },
    { id: 'city', name: 'Thành phố' },
  ],
  unitKinds,
  obligations: units.flatMap(owedBy),
  events: [],
  publication: {
    levels: ['city'],
    showBirthYear: false,
    channels: ['Cổng thông tin điện tử', 'Báo, đài của Thành phố'],
  },
  columns: [
    {
      // "xét chọn khách quan, trung thực": by the standards that the unit has issued. That each row says which is ours.
      form: 'exemplar',
      after: 'awardTrack',
      column: {
        key: 'standard',
        header: 'Tiêu chuẩn đạt được',
        help: 'Mã tiêu chí trong quy định tiêu chuẩn điển hình đã gửi; nhiều tiêu chí thì cách nhau bằng dấu chấm phẩy.',
        example: 'CN-01',
        type: 'text',
        required: 'all',
        references: 'criterion',
        min: 2,
        max: 200,
        visibility: 'internal',
        width: 150,
      },
    },
  ],
  reminderLeads: [14, 7, 3, 1],
  headLeads: [7, 3, 1],
  lastCall: true,
  overdueSteps: [1, 5, 10],
  escalationStep: 5,
  closeAfterDays: 90,
  units: [...haNoiUnitsOfPlans],
};
