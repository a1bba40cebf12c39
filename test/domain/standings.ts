/** Standings for the tests of the scoreboard: one commune under its district, the boring fields filled in. */
import { type DeadlineTerms, type Extension, toDeadline } from '../../functions/domain/deadline.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Obligation } from '../../functions/domain/plan.ts';
import type { UnitRequest } from '../../functions/domain/request.ts';
import type { Submission, SubmissionState, SubmissionVersion } from '../../functions/domain/submission.ts';
import type { UnitStanding } from '../../functions/domain/unit-standing.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { aDossier, decided, units } from './people.ts';

export const zone = 'Asia/Ho_Chi_Minh';
export const scoring = kh113BacLieu.scoring!;
export const communeDuty = kh113BacLieu.obligations[0] as Obligation;

const terms: DeadlineTerms = {
  period: '2025',
  inForceTo: kh113BacLieu.inForceTo,
  timeZone: zone,
  holidays: new Set(),
};

/** trước ngày 15/01/2025: the last day on time is the 14th. */
export const deadline = toDeadline(communeDuty.deadline, terms);

export const beforeDue = new Date('2025-01-10T08:00:00+07:00');
export const afterDue = new Date('2025-01-20T08:00:00+07:00');

/** An instant of January 2025 by day and time: at('14', '20:15'). */
export const at = (day: string, time = '08:00'): string =>
  new Date(`2025-01-${day}T${time}:00+07:00`).toISOString();

export const aVersion = (given: Partial<SubmissionVersion> = {}): SubmissionVersion => ({
  snapshotId: '3f2a9c7e00112233',
  at: at('14', '20:15'),
  by: 'nguoilap@vidu.vn',
  late: false,
  rows: 5,
  signedBy: 'thutruong@vidu.vn',
  signedAt: at('16'),
  ...given,
});

/** A version that the head has not answered. */
export function unsigned(given: Partial<SubmissionVersion> = {}): SubmissionVersion {
  const { signedBy: _by, signedAt: _at, ...rest } = aVersion(given);
  return rest;
}

export const aSubmission = (
  versions: SubmissionVersion[] = [aVersion()],
  state: SubmissionState = 'submitted',
): Submission => ({
  planId: 'kh-113',
  period: '2025',
  unitId: '31843',
  parentId: '956',
  state,
  versions,
});

export const anExtension = (given: Partial<Extension> = {}): Extension => ({
  lastDay: '2025-01-17',
  reason: 'Mất điện diện rộng đã được xác nhận',
  ...given,
});

export const aRequest = (given: Partial<UnitRequest> = {}): UnitRequest => ({
  key: 'DN1-001',
  unitId: '31843',
  kind: 'objection',
  text: 'Danh sách đã gửi trước hạn nhưng mạng lỗi',
  lastDay: '',
  lateReason: '',
  planId: 'kh-113',
  period: '2025',
  parentId: '956',
  spreadsheetId: 's1',
  state: 'open',
  askedAt: at('18'),
  answer: null,
  history: [],
  ...given,
});

export const anAgreed = (points: number, given: Partial<UnitRequest> = {}): UnitRequest =>
  aRequest({
    state: 'answered',
    answer: {
      decision: 'agree',
      text: 'Nhật ký mạng xác nhận lỗi',
      points,
      by: 'thamdinh@vidu.vn',
      at: at('19', '09:30'),
    },
    ...given,
  });

type Given = Partial<Omit<UnitStanding, 'deadline' | 'submission'>> & {
  submission?: Submission | undefined;
  extension?: Extension | undefined;
};

export function aStanding({ extension, ...given }: Given = {}): UnitStanding {
  const standing = {
    unit: units[2]!,
    collecting: units[1]!,
    obligation: communeDuty,
    deadline: toDeadline(communeDuty.deadline, { ...terms, extension }),
    submission: aSubmission(),
    typedRows: 5,
    dossiers: [],
    requests: [],
    ...given,
  };
  return {
    ...standing,
    submission: 'submission' in given ? given.submission : standing.submission,
  };
}

export const promoted = (ordinal: number): Dossier => decided(aDossier(ordinal), 'promote', '956');
export const approved = (ordinal: number): Dossier => decided(aDossier(ordinal), 'approve', '956');
export const returned = (ordinal: number): Dossier => decided(aDossier(ordinal), 'return', '956');
export const shown = (dossier: Dossier): Dossier => ({ ...dossier, public: true });
