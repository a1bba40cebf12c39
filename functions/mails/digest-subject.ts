/** The subject of the daily digest: the most urgent things first, each with its number. */
import { capital } from '../domain/text.ts';
import { troublesInShort } from './administrator-blocks.ts';
import { controlFaultCount } from './digest-control.ts';
import type { DailyDigestData, DutyLine } from './digest-data.ts';
import { deskGroups, waitingOn } from './digest-desks.ts';
import { requestCount } from './digest-requests.ts';
import { signings } from './digest-signings.ts';
import { inSubject, toSubject } from './wording.ts';

function tickets({ tickets }: DailyDigestData): string {
  const late = tickets.filter(({ clocks }) => clocks.some(({ daysLeft }) => daysLeft < 0)).length;
  if (late > 0) return `${late} đề nghị về trang công khai quá hạn`;
  return tickets.length > 0 ? `${tickets.length} đề nghị về trang công khai cần xử lý` : '';
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const returned = ({ returned }: DailyDigestData): string =>
  returned.length > 0 ? `${returned.length} dòng bị trả lại` : '';

function overdue({ overdue }: DailyDigestData): string {
  const late = overdue.filter(({ sentInTime }) => !sentInTime);
  if (late.length === 0) return '';
  const days = Math.max(...late.map(({ daysLate }) => daysLate));
  return late.length === 1
    ? `danh sách quá hạn ${days} ngày`
    : `${late.length} danh sách quá hạn, lâu nhất ${days} ngày`;
}

function signing(data: DailyDigestData): string {
  const { length } = signings(data).head;
  return length > 0 ? `${length} danh sách chờ Ông/Bà ký` : '';
}

/** A head has been asked to sign in so many words. */
function unsigned(data: DailyDigestData): string {
  const { head, clerk } = signings(data);
  const count = Math.max(
    clerk.length,
    head.length > 0 ? 0 : data.overdue.filter(({ sentInTime }) => sentInTime).length,
  );
  return count > 0 ? `${count} danh sách chờ thủ trưởng ký` : '';
}

const isLastDay = (line: DutyLine): boolean => line.workingDaysLeft <= 0;

function coming({ coming, day }: DailyDigestData): string {
  if (coming.length === 0) return '';
  const last = coming.filter(isLastDay);
  if (last.length > 0)
    return last.some(({ lastDay }) => lastDay === day)
      ? `hôm nay là ngày cuối để nộp ${last.length} danh sách`
      : `${last.length} danh sách đến hạn ngay trong ngày nghỉ tới`;
  return `hạn nộp còn ${Math.min(...coming.map(({ workingDaysLeft }) => workingDaysLeft))} ngày làm việc`;
}

function requests(data: DailyDigestData): string {
  const count = requestCount(data);
  return count > 0 ? `${count} đề nghị chờ trả lời` : '';
}

function waiting({ desks }: DailyDigestData): string {
  const count = sum(deskGroups(desks).map(waitingOn));
  return count > 0 ? `${count} hồ sơ chờ thẩm định` : '';
}

function scorings({ scorings }: DailyDigestData): string {
  const count = sum(scorings.map(({ open }) => open));
  return count > 0 ? `${count} bài dự thi chờ chấm` : '';
}

const doubts = ({ doubts }: DailyDigestData): string =>
  doubts.length > 0 ? `${doubts.length} gương công khai cần xem lại` : '';

function missing({ desks }: DailyDigestData): string {
  const count = sum(desks.map(({ missing }) => missing.length));
  return count > 0 ? `${count} đơn vị chưa nộp` : '';
}

function escalated({ escalations }: DailyDigestData): string {
  const count = sum(escalations.map(({ missing }) => missing.length));
  return count > 0 ? `${count} đơn vị cấp dưới quá hạn chưa nộp` : '';
}

const asked = ({ asked }: DailyDigestData): string =>
  asked.length > 0 ? `đã ghi nhận ${asked.length} đề nghị của đơn vị` : '';

const results = ({ results }: DailyDigestData): string =>
  results.length > 0 ? `${results.length} kết quả mới` : '';

function events({ events }: DailyDigestData): string {
  const [first] = events;
  if (!first) return '';
  return first.workingDaysLeft > 0
    ? `${inSubject(first.name)}: còn ${first.workingDaysLeft} ngày làm việc`
    : `${inSubject(first.name)}: 1 sự kiện đã đến ngày`;
}

const undated = ({ undated }: DailyDigestData): string =>
  undated.length > 0 ? 'ngày truyền thống của đơn vị chưa được khai' : '';

const endings = ({ endings }: DailyDigestData): string =>
  endings.length === 0
    ? ''
    : endings.length === 1
      ? `${inSubject(endings[0]?.value ?? '')} sắp hết hiệu lực`
      : `${endings.length} mục danh mục sắp hết hiệu lực`;

const holidays = ({ holidayGaps }: DailyDigestData): string =>
  holidayGaps.length > 0 ? `ngày nghỉ năm ${holidayGaps[0]?.year ?? ''} cần bổ sung, kiểm tra` : '';

function control(data: DailyDigestData): string {
  const count = controlFaultCount(data);
  return count > 0 ? `Sổ điều hành có ${count} chỗ cần sửa` : '';
}

const mails = ({ mailTroubles }: DailyDigestData): string =>
  mailTroubles === null ? '' : troublesInShort(mailTroubles);

/** Two things are read on a phone; a third is not. */
const shown = 2;

export function digestSubject(data: DailyDigestData): string {
  // Whoever waits for a mail that did not arrive knows nothing of it: only an administrator can help.
  const parts = [
    mails,
    control,
    tickets,
    returned,
    overdue,
    signing,
    unsigned,
    coming,
    requests,
    waiting,
    scorings,
    doubts,
    missing,
    escalated,
    asked,
    results,
    events,
    undated,
    holidays,
    endings,
  ].map((part) => part(data));
  const urgent = parts.filter((part) => part !== '').slice(0, shown);
  return toSubject(capital(urgent.join('; ')) || 'Hôm nay không có việc mới');
}
