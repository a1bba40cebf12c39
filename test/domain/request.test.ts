/** A request is kept from its first asking to its answer; nothing that was said is ever lost, and an answer stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestForm } from '../../functions/domain/forms/request.ts';
import {
  type Asked,
  answerRequest,
  dropRequest,
  noteAsked,
  type RequestAnswer,
  type UnitRequest,
} from '../../functions/domain/request.ts';
import {
  changedRequests,
  type KnownRequests,
  requestVerdict,
} from '../../functions/domain/request-verdict.ts';
import type { RequestLine } from '../../functions/domain/requests-tab.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';
import { anAgreed, aRequest, at } from './standings.ts';

const asked: Asked = {
  key: 'DN1-001',
  unitId: '31843',
  kind: 'extension',
  text: 'Mất điện từ 12 đến 14/01',
  lastDay: '2025-01-17',
  lateReason: '',
};
const place = { planId: 'kh-113', period: '2025', parentId: '956', spreadsheetId: 's1' };
const answer: RequestAnswer = {
  decision: 'agree',
  text: 'Mất điện đã được xác nhận',
  points: 0,
  by: 'thamdinh@vidu.vn',
  at: at('13', '10:20'),
};
const now = new Date(at('12'));
const noted = noteAsked(undefined, asked, place, now);

test('an asking is noted once, a change of it is one entry more', () => {
  expect(noted).toMatchObject({ ...asked, state: 'open', askedAt: at('12'), answer: null });
  expect(noteAsked(noted, asked, place, new Date(at('13')))).toBe(noted);
  const changed = noteAsked(noted, { ...asked, lastDay: '2025-01-20' }, place, new Date(at('13')));
  expect(changed).toMatchObject({ lastDay: '2025-01-20', askedAt: at('12') });
  expect(changed.history.map(({ action }) => action)).toEqual(['asked', 'changed']);
});

test('an answered request stays as it was answered, whatever is typed over it', () => {
  const answered = answerRequest(noted, answer);
  expect(answered).toMatchObject({ state: 'answered', answer });
  expect(noteAsked(answered, { ...asked, lastDay: '2025-12-31' }, place, now)).toBe(answered);
  expect(dropRequest(answered, now)).toBe(answered);
});

test.each([
  ['another unit', { unitId: '31846' }],
  ['another kind', { kind: 'difficulty' as const, lastDay: '' }],
])(
  'an open request stays as it was recorded when %s is typed over it, and its line says so',
  (_what, over) => {
    const typed = { ...asked, ...over };
    expect(noteAsked(noted, typed, place, new Date(at('13')))).toBe(noted);
    const tab = known([line({ asked: typed })], [noted]);
    expect(changedRequests(tab, new Date(at('13')))).toEqual([]);
    expect(requestVerdict(tab)).toEqual([
      [
        'DN1-001',
        'Vẫn giữ đề nghị đã ghi nhận của Xã Ninh Hòa (Gia hạn), chờ Huyện Hồng Dân trả lời; nội dung gõ đè không được ghi. Đề nghị khác xin ghi ở dòng trống.',
        '',
        '31843',
      ],
    ]);
    expect(requestVerdict(known([line()], [noted]))[0]?.[1]).toBe('Đã ghi nhận, chờ Huyện Hồng Dân trả lời');
  },
);

test('a line that was emptied is dropped once, and can be typed again', () => {
  const dropped = dropRequest(noted, new Date(at('13')));
  expect(dropped.state).toBe('dropped');
  expect(dropRequest(dropped, now)).toBe(dropped);
  expect(noteAsked(dropped, asked, place, new Date(at('14')))).toMatchObject({ state: 'open' });
});

test('the history only ever grows', () => {
  const step = fc.oneof(
    fc
      .constantFrom('2025-01-17', '2025-01-20')
      .map((lastDay) => (request: UnitRequest) => noteAsked(request, { ...asked, lastDay }, place, now)),
    fc.constant((request: UnitRequest) => dropRequest(request, now)),
    fc.constant((request: UnitRequest) => (request.answer ? request : answerRequest(request, answer))),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let request = noted;
      for (const take of steps) {
        const after = take(request);
        expect(after.history.slice(0, request.history.length)).toEqual(request.history);
        if (request.answer) expect(after).toBe(request);
        request = after;
      }
    }),
  );
});

const workbook = { tabs: [{ sheetId: 101, title: 'Xã Ninh Hòa', kind: 'unit' as const, unitId: '31843' }] };
const line = (given: Partial<RequestLine> = {}): RequestLine => ({
  line: 3,
  key: 'DN1-001',
  asked,
  askedProblems: [],
  hasAnswer: false,
  answer: undefined,
  answerProblems: [],
  ...given,
});
const known = (lines: RequestLine[], stored: UnitRequest[] = []): KnownRequests => ({
  lines,
  stored,
  place,
  collecting: 'Huyện Hồng Dân',
  nameOf: (unitId) => (unitId === '31843' ? 'Xã Ninh Hòa' : unitId),
  form: requestForm(kh113BacLieu, workbook),
  timeZone: 'Asia/Ho_Chi_Minh',
});

test('the line says: noted, not complete, or answered by whom, when and why', () => {
  const incomplete = line({
    key: 'DN1-002',
    asked: undefined,
    askedProblems: [{ code: 'required-blank', severity: 'error', column: 'kind', params: {} }],
  });
  const stored = [
    answerRequest({ ...noted, key: 'DN1-003' }, answer),
    anAgreed(-5, { key: 'DN1-004' }),
    aRequest({ key: 'DN1-005' }),
  ];
  const { decision, text, points } = answer;
  const asRecorded = line({ key: 'DN1-003', hasAnswer: true, answer: { decision, text, points } });
  expect(requestVerdict(known([line(), incomplete, asRecorded], stored))).toEqual([
    ['DN1-001', 'Đã ghi nhận, chờ Huyện Hồng Dân trả lời', '', '31843'],
    ['DN1-002', 'Chưa gửi được: Loại: Đang để trống, hãy chọn trong danh sách, ví dụ “Gia hạn”.', '', ''],
    [
      'DN1-003',
      'Đồng ý, nộp đến hết ngày 17/01/2025: Mất điện đã được xác nhận (thamdinh@vidu.vn, 13/01/2025 10:20)',
      '',
      '31843',
    ],
    [
      'DN1-004',
      'Đồng ý, điều chỉnh −5 điểm: Nhật ký mạng xác nhận lỗi (thamdinh@vidu.vn, 19/01/2025 09:30)',
      '',
      '31843',
    ],
  ]);
});

test('a line typed over after it was answered says that this counts for nothing, and what is recorded', () => {
  const stored = [answerRequest(noted, answer)];
  const recorded = { decision: answer.decision, text: answer.text, points: answer.points };
  const said = (given: Partial<RequestLine>): string | undefined =>
    requestVerdict(known([line({ hasAnswer: true, answer: recorded, ...given })], stored))[0]?.[1];
  const over =
    'Đã ghi 13/01/2025 10:20, sửa không có hiệu lực: Đồng ý, nộp đến hết ngày 17/01/2025: Mất điện đã được xác nhận (thamdinh@vidu.vn)';
  expect(said({})).toMatch(/^Đồng ý/);
  expect(said({ answer: { ...recorded, decision: 'disagree' } })).toBe(over);
  expect(said({ hasAnswer: false, answer: undefined })).toBe(over);
  expect(said({ asked: { ...asked, lastDay: '2025-01-31' } })).toBe(over);
});

test('keeps what is new, changed or taken back, and nothing else', () => {
  const open = (key: string) => ({ ...noted, key });
  const lines = [
    line({ key: 'DN1-001' }),
    line({ key: 'DN1-002', asked: { ...asked, key: 'DN1-002' } }),
    line({ key: 'DN1-003', asked: { ...asked, key: 'DN1-003', lastDay: '2025-01-20' } }),
    line({ key: 'DN1-004', asked: undefined }),
  ];
  const stored = ['DN1-002', 'DN1-003', 'DN1-004', 'DN1-005'].map(open);
  const changed = changedRequests(known(lines, stored), now);
  expect(changed.map(({ key, state, history }) => [key, state, history.at(-1)?.action])).toEqual([
    ['DN1-001', 'open', 'asked'],
    ['DN1-003', 'open', 'changed'],
    ['DN1-005', 'dropped', 'dropped'],
  ]);
  const after = [...stored.filter(({ key }) => !changed.some((one) => one.key === key)), ...changed];
  expect(changedRequests(known(lines, after), now)).toEqual([]);
});
