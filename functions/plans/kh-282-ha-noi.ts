/**
 * Kế hoạch 282/KH-UBND of 30/11/2023, UBND thành phố Hà Nội: emulation and awards in 2024. Movements (regular, by phases,
 * by theme), nurturing plans "với tiêu chí, lộ trình và trách nhiệm cụ thể", the writing contest in two rounds and its ten
 * years. Numbers HN-… are its obligations as the press tells them; it names no filing day, so all days here are ours.
 */
import type { Judging, Obligation, Plan, UnitKind } from '../domain/plan.ts';
import type { Unit } from '../domain/unit.ts';
import { haNoiUnitsOfPlans } from './data/ha-noi-organisations.ts';
import haNoiWards from './data/ha-noi-wards.json' with { type: 'json' };

const unitKinds: Record<string, UnitKind> = {
  ward: { name: 'Xã, phường, thị trấn', level: 'ward' },
  district: { name: 'Quận, huyện, thị xã', level: 'district' },
  agency: { name: 'Sở, ban, ngành thành phố', level: 'district' },
  organisation: { name: 'Mặt trận Tổ quốc, tổ chức chính trị – xã hội thành phố', level: 'district' },
  standing: { name: 'Cơ quan thường trực Ban Tổ chức Cuộc thi', level: 'district' },
  city: { name: 'Thành phố', level: 'city' },
};

/** "Các ngành, địa phương, đơn vị". */
const units = ['district', 'agency', 'organisation'] as const;

const entriesOf = (unitKind: string): Omit<Obligation, 'deadline'> => ({
  ids: ['HN-09'],
  unitKind,
  form: 'contest-entry',
  quota: { min: 1 },
  headSignOff: true,
  nilReport: true,
});

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
    // What passed the first round goes to the final one. The contest is that of KH 05/KH-BTC (9/2023).
    ...entriesOf(unitKind),
    deadline: { kind: 'once', date: '2024-05-31', strict: false },
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

/** Of the plan's papers wards and communes owe works alone; they come six weeks before their district sends on. */
const owedByWards: Obligation = {
  ...entriesOf('ward'),
  deadline: { kind: 'once', date: '2024-04-19', strict: false },
};

/** The prized works of ten contests, once, by whoever keeps the contest's papers. */
const owedByStanding: Obligation = {
  ids: ['HN-09'],
  unitKind: 'standing',
  form: 'contest-archive',
  quota: { min: 10 },
  deadline: { kind: 'once', date: '2024-11-29', strict: false },
  headSignOff: true,
  nilReport: false,
};

/**
 * Works of wards are judged at the district, what it chooses at the city again. Agencies, organisations and the offices of
 * a district hold the preliminary round at their own house and send what passed it, with its points. Scorers see no author,
 * nor the place that printed a work, nor its address there: these tell the author too.
 */
const judging: Judging = {
  form: 'contest-entry',
  scorers: 2,
  spread: 15,
  rounds: { district: 'Sơ khảo', city: 'Chung khảo' },
  shows: ['genre', 'subject', 'subjectPlace', 'priorRecognition', 'wordCount', 'durationSeconds', 'fileUrl'],
};

const standingOffice: Unit = {
  id: 'HNT01',
  name: 'Ban Thi đua – Khen thưởng Thành phố (Thường trực Ban Tổ chức Cuộc thi)',
  kind: 'standing',
  parent: '01',
};

const wards: readonly Unit[] = haNoiWards.map(({ id, name, parent }) => ({ id, name, kind: 'ward', parent }));

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
    { id: 'ward', name: 'Xã, phường, thị trấn' },
    { id: 'district', name: 'Quận, huyện, thị xã, sở, ban, ngành' },
    { id: 'city', name: 'Thành phố' },
  ],
  unitKinds,
  obligations: [...units.flatMap(owedBy), owedByWards, owedByStanding],
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
  judging,
  units: [...haNoiUnitsOfPlans, standingOffice, ...wards],
};
