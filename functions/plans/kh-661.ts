/**
 * Kế hoạch 661/KH-UBND of 07/4/2023: making movements known, building and multiplying exemplars in 2023. The report of it
 * names neither province nor signer, and the plan itself is a PDF that we do not have, so units are a made-up province and
 * all numbers and days are ours. What it does say is carried: four stages together ("Phát hiện, bồi dưỡng, tổng kết và
 * nhân rộng", the form's column “Khâu”), close to where people live, in time, with the head answering for it.
 */
import type { Obligation, Plan, UnitKind } from '../domain/plan.ts';
import { sampleProvince } from './data/sample-province.ts';

const unitKinds: Record<string, UnitKind> = {
  commune: { name: 'Xã, phường, thị trấn', level: 'commune' },
  district: { name: 'Huyện, thị xã, thành phố', level: 'district' },
  agency: { name: 'Sở, ban, ngành, đoàn thể tỉnh', level: 'district' },
  province: { name: 'Tỉnh', level: 'province' },
};

const exemplars = {
  form: 'exemplar',
  quota: { min: 1 },
  allowedKinds: ['individual', 'collective', 'model'],
  headSignOff: true,
  nilReport: true,
} as const;

/** Those who report to the province. */
const owedToProvince = (unitKind: string): Obligation[] => [
  {
    ids: ['KH661-1', 'KH661-2'],
    unitKind,
    ...exemplars,
    deadline: { kind: 'yearly', month: 10, day: 31, strict: false },
  },
  {
    // "Kế hoạch tuyên truyền": each has its own.
    ids: ['KH661-1', 'KH661-4'],
    unitKind,
    form: 'unit-document',
    quota: { min: 1 },
    deadline: { kind: 'yearly', month: 5, day: 31, strict: false },
    headSignOff: true,
    nilReport: false,
  },
  {
    // The stages after the finding: what came of each exemplar, and whether it is nurtured on, summed up or multiplied.
    // "Thường xuyên": once a quarter is ours.
    ids: ['KH661-2', 'KH661-3', 'KH661-4'],
    unitKind,
    form: 'follow-up',
    quota: { min: 1 },
    deadline: { kind: 'quarterly', month: 3, day: 20, strict: false },
    headSignOff: true,
    nilReport: true,
  },
];

export const kh661: Plan = {
  id: 'kh-661',
  number: '661/KH-UBND',
  title: 'Tuyên truyền các phong trào thi đua yêu nước, xây dựng và nhân rộng điển hình tiên tiến năm 2023',
  issuer: 'Ủy ban nhân dân tỉnh (kế hoạch mẫu theo văn bản 661)',
  signer: 'Bản tin không nêu người ký',
  issuedOn: '2023-04-07',
  inForceFrom: '2023-04-07',
  inForceTo: '2023-12-31',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'commune', name: 'Cấp xã' },
    { id: 'district', name: 'Cấp huyện' },
    { id: 'province', name: 'Cấp tỉnh' },
  ],
  unitKinds,
  obligations: [
    {
      ids: ['KH661-1'],
      unitKind: 'commune',
      ...exemplars,
      deadline: { kind: 'yearly', month: 9, day: 30, strict: false },
    },
    ...['district', 'agency'].flatMap(owedToProvince),
  ],
  events: [],
  publication: {
    levels: ['district', 'province'],
    showBirthYear: false,
    channels: ['Trang thông tin điện tử', 'Báo, đài của tỉnh'],
  },
  reminderLeads: [14, 7, 3, 1],
  headLeads: [3, 1],
  lastCall: true,
  overdueSteps: [1, 5, 10],
  escalationStep: 5,
  closeAfterDays: 60,
  units: [...sampleProvince],
};
