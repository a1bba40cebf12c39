/** What a clerk is told once “Nộp danh sách” is pressed: of the list, and of consents that are taken back with it. */
import type { Problem } from '../domain/problem.ts';
import { currentVersion, type Submission } from '../domain/submission.ts';
import type { Unit } from '../domain/unit.ts';
import type { TakenBack } from './accept.ts';

export function submittedMessage(
  unit: Unit,
  submission: Submission,
  rows: string,
  nil: boolean,
  repeated: boolean,
): string {
  const what = nil ? 'báo cáo không có trường hợp' : `danh sách ${rows}`;
  if (repeated) return `${unit.name} đã nộp đúng ${what} này rồi, không cần nộp lại.`;
  const next =
    submission.state === 'awaitingSignature'
      ? 'Thư xin chữ ký đã gửi thủ trưởng đơn vị; ký xong danh sách mới đến cấp trên.'
      : 'Danh sách đã đến cấp trên.';
  return `${unit.name} đã nộp ${what}${currentVersion(submission).late ? ' (trễ hạn)' : ''}. ${next}`;
}

const quotedNames = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Of what does not wait for the signature. */
export const takenBackMessage = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : ` Việc rút bớt đồng ý công khai của ${quotedNames(names)} có hiệu lực ngay, không chờ ký.`;

/** Both: what went through although the list is refused, and that the rest did not. */
export function refusedMessage(
  { name }: Unit,
  problems: readonly Problem[],
  changed: TakenBack['changed'],
): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const refused = `Danh sách của ${name} chưa nộp được: còn ${errors} chỗ cần sửa.`;
  if (changed.length === 0) return `${refused} Chưa có gì được gửi đi; sửa xong hãy nộp lại.`;
  const named = (from: boolean, to: boolean): string =>
    quotedNames(
      changed
        .filter(({ before, after }) => before.public === from && after.public === to)
        .map(({ after }) => String(after.row.values.name ?? '')),
    );
  const [off, less, noted] = [named(true, false), named(true, true), named(false, false)];
  const taken = [
    off && `${off} không còn trên trang công khai`,
    less && `trang của ${less} chỉ còn phần được đồng ý`,
    noted && `đã ghi vào hồ sơ của ${noted}`,
  ].filter((part) => part !== '');
  return `Việc rút bớt đồng ý công khai có hiệu lực ngay: ${taken.join('; ')}. ${refused} Phần còn lại chưa được gửi đi; sửa xong hãy nộp lại.`;
}
