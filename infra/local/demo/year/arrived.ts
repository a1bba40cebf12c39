/** What arrived in the mailboxes, read as people read it: from the words of each mail. */
import type { Mail } from '../people.ts';
import type { Item, ItemKind } from './items.ts';

export interface Arrived {
  mails: readonly ReadMail[];
  items: readonly Item[];
}

export interface ReadMail {
  /** "Mã thư" in its small print. */
  key: string;
  to: string;
  /** The day it is about, which a delayed delivery does not move. */
  day: string;
  isDigest: boolean;
  items: readonly Item[];
}

const letters: readonly (readonly [ItemKind, RegExp])[] = [
  ['receipt', /^Đã nhận danh sách/],
  ['signature', /^Mời ký danh sách/],
  ['signed', /^Thủ trưởng đã ký danh sách/],
  ['sentBack', /^Thủ trưởng trả lại danh sách/],
  ['news', /^Tin vui: /],
];

type Found = Pick<Item, 'kind' | 'about'>;

/** By heading; each reads what its section says. */
const sections: readonly (readonly [RegExp, (text: string, isHead: boolean) => Found[]])[] = [
  [/^DÒNG BỊ TRẢ LẠI/, () => [{ kind: 'returned', about: '' }]],
  [/^QUÁ HẠN/, (text) => [{ kind: 'overdue', about: delayIn(text) }]],
  [/^SẮP ĐẾN HẠN/, (text, isHead) => [comingIn(text, isHead)]],
  [/^DANH SÁCH CHỜ .* KÝ/, () => [{ kind: 'signing', about: '' }]],
  [/^VIỆC THẨM ĐỊNH/, deskIn],
  [/^ĐƠN VỊ CẤP DƯỚI QUÁ HẠN/, (text) => [{ kind: 'escalation', about: missingIn(text) }]],
  [/^KẾT QUẢ MỚI/, () => [{ kind: 'result', about: '' }]],
  [
    /^NGÀY SẮP TỚI/,
    (text) =>
      [...text.matchAll(/Ngày (\d+)\/(\d+)\/(\d{4})/g)].map(([, day = '', month = '', year = '']) => ({
        kind: 'event' as const,
        about: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      })),
  ],
  [/^NGÀY TRUYỀN THỐNG CHƯA KHAI/, () => [{ kind: 'undated', about: '' }]],
];

function delayIn(text: string): string {
  const late = /đã trễ (\d+) ngày/.exec(text);
  return late ? `trễ ${late[1]}` : /thủ trưởng chưa ký/.test(text) ? 'chưa ký' : '?';
}

function comingIn(text: string, isHead: boolean): Found {
  const left = /còn (\d+) ngày làm việc/.exec(text);
  if (left) return { kind: isHead ? 'headReminder' : 'reminder', about: `còn ${left[1]}` };
  return { kind: 'lastCall', about: '' };
}

const missingIn = (text: string): string =>
  [...text.matchAll(/(\d+) đơn vị chưa nộp[,\s(]/g)]
    .map(([, count]) => Number(count))
    .sort((a, b) => a - b)
    .join('+');

function deskIn(text: string): Found[] {
  const missing = missingIn(text);
  return [
    ...(/hồ sơ đang chờ thẩm định/.test(text) ? [{ kind: 'newRows' as const, about: '' }] : []),
    ...(missing === '' ? [] : [{ kind: 'missing' as const, about: missing }]),
  ];
}

const isoDay = (text: string, pattern: RegExp): string | undefined => {
  const found = pattern.exec(text);
  return found ? `${found[3]}-${found[2]}-${found[1]}` : undefined;
};

function foundIn({ subject, text }: Mail, isDigest: boolean, isHead: boolean): Found[] {
  const letter = letters.find(([, pattern]) => pattern.test(subject));
  if (letter) return [{ kind: letter[0], about: '' }];
  const parts = isDigest ? text.split(/^— (.+) —$/m).slice(1) : [];
  const found = Array.from({ length: parts.length / 2 }, (_, index) => {
    const [title = '', content = ''] = parts.slice(2 * index, 2 * index + 2);
    const section = sections.find(([pattern]) => pattern.test(title));
    return section ? section[1](content, isHead) : [{ kind: 'unknown' as const, about: title }];
  }).flat();
  return found.length > 0 ? found : [{ kind: 'unknown', about: subject }];
}

function readMail(mail: Mail, isHead: (email: string) => boolean): ReadMail {
  const { text, to, date } = mail;
  const written = isoDay(text, /những việc cần biết trong ngày (\d\d)\/(\d\d)\/(\d{4})/);
  const acted = isoDay(text, /(?:Nộp|Ký) lúc: \d\d:\d\d ngày (\d\d)\/(\d\d)\/(\d{4})/);
  const day = written ?? acted ?? date.slice(0, 10);
  const found = foundIn(mail, written !== undefined, isHead(to));
  return {
    key: /Mã thư: ([\w-]+)/.exec(text)?.[1] ?? mail.id,
    to,
    day,
    isDigest: written !== undefined,
    items: found.map((one) => ({ ...one, day, to })),
  };
}

export function toArrived(mailbox: readonly Mail[], isHead: (email: string) => boolean): Arrived {
  const mails = mailbox.map((mail) => readMail(mail, isHead));
  return { mails, items: mails.flatMap(({ items }) => items) };
}
