/**
 * WHAT: an individual's name does not read like a group's ("Tổ 5", "anh A và chị B").
 * WHY: a collective is judged by other rules. A warning, since Hội, Tổ, Đội are also given names.
 */
import { compareKey, echo } from '../text.ts';
import { eachRow, fault, textAt } from './rule.ts';

const signs = /[,;&/+]/;
const joins = ['và', 'cùng'].map((word) => ` ${compareKey(word)} `);

/** At the start only: further on they may be names. Đoàn, Chi and Lâm are surnames, so they are not here alone. */
const groupWords = [
  'tập thể',
  'tổ',
  'nhóm',
  'hộ',
  'gia đình',
  'vợ chồng',
  'anh em',
  'hội',
  'chi hội',
  'chi bộ',
  'chi đoàn',
  'ban',
  'đội',
  'đảng bộ',
  'câu lạc bộ',
  'clb',
  'hợp tác xã',
  'htx',
  'công ty',
  'doanh nghiệp',
  'trường',
  'mô hình',
].map((word) => `${compareKey(word)} `);

export const checkNameIsGroup = eachRow((row) => {
  const name = textAt(row, 'name');
  if (row.kind !== 'individual' || name === '') return undefined;
  const key = ` ${compareKey(name)} `;
  const isSeveral = signs.test(name) || joins.some((word) => key.includes(word));
  const isGroup = isSeveral || groupWords.some((word) => key.startsWith(` ${word}`));
  return isGroup ? fault('warning', 'name-is-group', row, 'name', { value: echo(name) }) : undefined;
});
