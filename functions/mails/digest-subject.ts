/** The subject of the daily digest: the most urgent things first, each with its number. */
import type { DailyDigestData, DutyLine } from './data.ts';
import { deskGroups, waitingOn } from './digest-news.ts';
import { capital, inSubject, toSubject } from './wording.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const returned = ({ returned }: DailyDigestData): string =>
  returned.length > 0 ? `${returned.length} dòng bị trả lại` : '';

function overdue({ overdue }: DailyDigestData): string {
  const days = Math.max(...overdue.map(({ daysLate }) => daysLate));
  if (overdue.length === 0) return '';
  return overdue.length === 1
    ? `danh sách quá hạn ${days} ngày`
    : `${overdue.length} danh sách quá hạn, lâu nhất ${days} ngày`;
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

function waiting({ desks }: DailyDigestData): string {
  const count = sum(deskGroups(desks).map(waitingOn));
  return count > 0 ? `${count} hồ sơ chờ thẩm định` : '';
}

function missing({ desks }: DailyDigestData): string {
  const count = sum(desks.map(({ missing }) => missing.length));
  return count > 0 ? `${count} đơn vị chưa nộp` : '';
}

const results = ({ results }: DailyDigestData): string =>
  results.length > 0 ? `${results.length} kết quả mới` : '';

function events({ events }: DailyDigestData): string {
  const [first] = events;
  if (!first) return '';
  return first.workingDaysLeft > 0
    ? `${inSubject(first.name)}: còn ${first.workingDaysLeft} ngày làm việc`
    : `${inSubject(first.name)}: 1 sự kiện đã đến ngày`;
}

/** Two things are read on a phone; a third is not. */
const shown = 2;

export function digestSubject(data: DailyDigestData): string {
  const parts = [returned, overdue, coming, waiting, missing, results, events].map((part) => part(data));
  const urgent = parts.filter((part) => part !== '').slice(0, shown);
  return toSubject(capital(urgent.join('; ')) || 'Hôm nay không có việc mới');
}
