/**
 * Văn bản 124/UBND of 31/3/2021, UBND phường Ninh Hà: exemplars every month from the ward's departments, looked at by the
 * council before anything is made known, the best of them on to the town. Numbers NH-… are its obligations as the ward's
 * page tells them. Where a day or a number is ours, it says so.
 */
import type { Obligation, Plan, UnitKind } from '../domain/plan.ts';
import type { Scoring } from '../domain/scoring.ts';
import { ninhHaUnits } from './data/ninh-ha-units.ts';

const allKinds = ['individual', 'collective', 'model'] as const;

const unitKinds: Record<string, UnitKind> = {
  department: { name: 'Ban, ngành, cơ quan, tổ chức, đơn vị của phường', level: 'department' },
  'culture-officer': { name: 'Công chức Văn hóa – xã hội', level: 'department' },
  ward: { name: 'Phường', level: 'ward' },
  town: { name: 'Thị xã', level: 'town' },
};

const obligations: Obligation[] = [
  {
    // "Hàng tháng … gửi về UBND phường … trước ngày 15 hàng tháng". The paper sets no number: one, or “Không có trường
    // hợp”, so that nobody is forced to invent ("khắc phục tình trạng gò ép").
    ids: ['NH-01', 'NH-08', 'NH-10', 'NH-11'],
    unitKind: 'department',
    form: 'exemplar',
    quota: { min: 1 },
    allowedKinds: allKinds,
    deadline: { kind: 'monthly', day: 15, strict: true },
    headSignOff: true,
    nilReport: true,
  },
  {
    // "lựa chọn những nhân tố tiêu biểu gửi về Hội đồng … thị xã": no day is named; the 25th is ours.
    ids: ['NH-02', 'NH-03', 'NH-05'],
    unitKind: 'ward',
    form: 'exemplar',
    quota: { min: 1 },
    allowedKinds: allKinds,
    deadline: { kind: 'monthly', day: 25, strict: false },
    headSignOff: true,
    nilReport: true,
  },
  {
    // "duy trì … chuyên trang, chuyên mục và tăng cường tin bài, thời lượng phát sóng": counted month by month; the 28th is ours.
    ids: ['NH-04', 'NH-07', 'NH-09'],
    unitKind: 'culture-officer',
    form: 'publicity-log',
    quota: { min: 1 },
    deadline: { kind: 'monthly', day: 28, strict: false },
    headSignOff: true,
    nilReport: true,
  },
];

/** "đây là nội dung tiêu chí chấm điểm": that it counts is the paper's word, the points are our proposal. */
const scoring: Scoring = {
  note: 'đề xuất, Hội đồng Thi đua – Khen thưởng phường quyết định',
  weights: [
    { id: 'on-time', label: 'Gửi đúng hạn hằng tháng', rule: 'onTime', points: 50 },
    { id: 'quota', label: 'Có nhân tố được giới thiệu', rule: 'quota', points: 20 },
    { id: 'chosen', label: 'Được chọn gửi thị xã', rule: 'chosen', points: 15, each: 5 },
    { id: 'published', label: 'Được tuyên truyền', rule: 'published', points: 15, each: 5 },
    { id: 'late', label: 'Gửi trễ hạn', rule: 'late', points: 20, each: 5, days: 1 },
    { id: 'returned', label: 'Bị trả lại', rule: 'returned', points: 10, each: 2 },
  ],
};

export const ninhHa124: Plan = {
  id: '124-ninh-ha',
  number: '124/UBND',
  title: 'Tăng cường công tác giới thiệu gương điển hình tiên tiến',
  issuer: 'Ủy ban nhân dân phường Ninh Hà',
  signer: 'Bản tin của phường không nêu người ký',
  issuedOn: '2021-03-31',
  inForceFrom: '2021-03-31',
  // "phong trào thi đua yêu nước giai đoạn 2020-2025".
  inForceTo: '2025-12-31',
  timeZone: 'Asia/Ho_Chi_Minh',
  levels: [
    { id: 'department', name: 'Ban, ngành, đơn vị' },
    { id: 'ward', name: 'Cấp phường' },
    { id: 'town', name: 'Cấp thị xã' },
  ],
  unitKinds,
  obligations,
  events: [
    {
      id: 'NH-06',
      name: 'Đánh giá, xếp loại thi đua cuối năm: bảng điểm của các ban, ngành, tổ chức, đơn vị trình Hội đồng',
      on: { kind: 'yearly', month: 12, day: 31 },
      leadWorkingDays: 10,
      unitKinds: ['ward'],
      roles: ['clerk', 'head', 'reviewer'],
    },
  ],
  publication: {
    // "thẩm định … trước khi tổ chức tuyên truyền": nothing is public before the ward has approved it.
    levels: ['ward', 'town'],
    showBirthYear: false,
    channels: [
      'Cổng thông tin điện tử',
      'Đài truyền thanh phường',
      'Sinh hoạt, hội họp',
      'Tuyên truyền miệng',
      'Văn hóa, văn nghệ',
      'Cổ động trực quan',
    ],
  },
  reminderLeads: [5, 2, 1],
  headLeads: [1],
  lastCall: true,
  overdueSteps: [1, 3],
  escalationStep: 3,
  closeAfterDays: 20,
  scoring,
  units: [...ninhHaUnits],
};
