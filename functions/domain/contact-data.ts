/**
 * Telephones, identity numbers, accounts and e-mail addresses as people write them into a text: with signs between the
 * digits, O for 0, full-width. Sums, years, days and numbers of papers look alike and are left alone: a false alarm
 * over money teaches people to ignore the true one.
 */

export type ContactKind = 'email' | 'account' | 'phone' | 'identity';

interface Span {
  start: number;
  end: number;
}

const halfOfSign = '\u200b';

/** Full-width and mathematical signs as plain ones, in the same places; ² and ½ stay, for "1.200m²" is no longer number. */
const toPlainSigns = (text: string): string =>
  text.replace(/[\uff01-\uff5e]|\ud835[\udfce-\udfff]/g, (sign) =>
    sign.normalize('NFKC').padStart(sign.length, halfOfSign),
  );

/** Without so many digits near each other a text has none of these numbers. */
const manyDigits = /\d(?:[^\d\n]{0,4}\d){5}/;

/** Digits on end; O and l are taken for digits until the whole is known. */
const digitGroups = /(?:\d|\u200b|(?<![\p{L}\d])[Oo](?=[OoIl]?\d))(?:\d|[OoIl](?!\p{L})|\u200b)*/gu;

const signsBetween = /^(?: ?[.\-\u2010-\u2015/·] ?| ?[()][ .]?| )$/;

const toDigits = (text: string): string =>
  text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1').replace(/\D/g, '');

/** Stands behind a number that counts something. */
const counted =
  /^ ?(?:đồng|đ(?!\p{L})|vnđ|vnd|usd|triệu|tr(?!\p{L})|tỷ|tỉ|nghìn|ngàn|%|ha(?!\p{L})|m²|m2|m³|kg|tấn|cây|con|lượt|người|hộ|suất|tài khoản)/iu;

const isYear = (group: string): boolean => /^(?:19|20)\d\d$/.test(group);

/** "05.03.2025 45", "01-02-03-04-05", "03-2023-2024": days, hamlets, years. */
function areDaysOrYears(groups: readonly string[]): boolean {
  const [first = ''] = groups;
  if (groups.length < 2 || first.length > 2) return false;
  return groups.some(isYear) || groups.every((group) => Number(group) <= 31);
}

/** "842.000.000.000": by thousands, as sums are written. */
const isGroupedSum = /^\d{1,3}(?:\.\d{3})+$/;

/** Mobile or fixed, as the numbering plan of 2018 has them. */
const isDialled = (digits: string): boolean => /^(?:0[35789]\d{8}|02\d{9})$/.test(digits);

/** Groups that stand together. */
interface Run {
  text: string;
  groups: readonly string[];
  between: readonly string[];
  hasPlus: boolean;
  after: string;
}

function isPhone({ text, groups, between, hasPlus, after }: Run): boolean {
  const digits = groups.join('');
  const home = toHome(digits, hasPlus);
  const isSure = home === digits && !/[OoIl]/.test(text);
  if (!isDialled(home) && !(/^0\d{9}$/.test(home) && (isSure || hasPlus))) return false;
  if (!isSure && counted.test(after)) return false;
  if (home !== digits) return hasPlus || !isGroupedSum.test(text);
  if (areDaysOrYears(groups) || (groups[0] === '0' && between.some((sign) => sign !== ' '))) return false;
  const slashes = between.filter((sign) => sign.includes('/')).length;
  return slashes === 0 || (slashes === between.length && groups[0]!.length > 2 && !groups.some(isYear));
}

/** "+84 (0)912…", "0084 912…", "84912…" → "0912…". */
const toHome = (digits: string, hasPlus: boolean): string =>
  hasPlus || /^(?:00)?84[235789]/.test(digits) ? digits.replace(/^(?:00)?840?/, '0') : digits;

/** Nine or twelve on end, or "079 085 001 234" from 0 as codes of provinces begin; a round sum is money. */
function isIdentity({ groups, text, between, after }: Run): boolean {
  if (/[OoIl]/.test(text)) return false;
  const digits = groups.join('');
  if (groups.length === 1) {
    const isSum = /^[1-9]/.test(digits) && (/000$/.test(digits) || counted.test(after));
    return /^(?:\d{9}|\d{12})$/.test(digits) && !isSum;
  }
  return /^0\d\d \d{3} \d{3} \d{3}$/.test(groups.join(' ')) && new Set(between).size === 1;
}

/** From each group on with those behind it, until it is one. */
function findNumber(text: string, isIt: (run: Run) => boolean): Span | undefined {
  const spans = [...text.matchAll(digitGroups)].map(
    (match): Span => ({ start: match.index, end: match.index + match[0].length }),
  );
  for (const [index, { start }] of spans.entries()) {
    const before = text.slice(Math.max(0, start - 2), start);
    if (/\d[.,/\-\u2013]?$/.test(before)) continue;
    const opening = /\(?\+ ?$|\($/.exec(before)?.[0] ?? '';
    const groups: string[] = [];
    const between: string[] = [];
    for (const span of spans.slice(index, index + 12)) {
      if (groups.length > 0) {
        const signs = text.slice(spans[index + groups.length - 1]!.end, span.start);
        if (!signsBetween.test(signs)) break;
        between.push(signs);
      }
      groups.push(toDigits(text.slice(span.start, span.end)));
      const after = text.slice(span.end, span.end + 12);
      if (/^[.,]\d/.test(after)) continue;
      const run = {
        text: text.slice(start, span.end),
        groups,
        between,
        hasPlus: opening.includes('+'),
        after,
      };
      if (isIt(run)) return { start: start - opening.length, end: span.end };
    }
  }
  return undefined;
}

const emailPattern = /[\p{L}\d._%+-]{1,64} ?@ ?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*\.[a-z]{2,}(?![\p{L}\d])/iu;

function findEmail(text: string): Span | undefined {
  const match = text.includes('@') ? emailPattern.exec(text) : null;
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

const banks =
  /ngân hàng|kho bạc|agribank|vietcombank|bidv|vietinbank|techcombank|sacombank|(?<!\p{L})(?:(?:vp|tp|hd|lp|mb|nama|baca|sea)bank|vcb|acb|mb|shb|msb|vib|ocb|scb|momo|zalopay)(?!\p{L})/iu;

/** "STK 101…", "số tài khoản của bà Hoa tại Agribank: 101…"; in `words` what stands between. */
const accountPattern =
  /(?<!\p{L})(?<name>stk|số tk|số tài khoản|tài khoản số|tk)(?!\p{L})(?<words>[^\d\n;]{0,60}?)(?<number>\d[\d .-]{4,24}\d)(?!\d|[.,]\d)/giu;

function findAccount(text: string): Span | undefined {
  for (const match of text.matchAll(accountPattern)) {
    const { name = '', words = '', number = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 40);
    const isSum = /^[1-9]\d{0,2}(?:[. ]\d{3})+$/.test(number) || counted.test(after);
    const isLong = toDigits(number).length >= (/^stk$/i.test(name) ? 6 : 8);
    const isOfBank = banks.test(words + after);
    const isNear = words.length <= 12 || /: *$/.test(words) || isOfBank;
    if (isLong && isNear && !isSum && (isOfBank || !/^tk$/i.test(name)))
      return { start: end - number.length, end };
  }
  return undefined;
}

/** What is found is blotted out before the next is looked for: one number is not two things. */
const finders: readonly [ContactKind, find: (text: string) => Span | undefined][] = [
  ['email', findEmail],
  ['account', findAccount],
  ['phone', (text) => findNumber(text, isPhone)],
  ['identity', (text) => findNumber(text, isIdentity)],
];

export interface Contact {
  kind: ContactKind;
  /** As it was typed. */
  text: string;
}

/** All of them, e-mail addresses first. */
export function findContacts(text: string): Contact[] {
  let rest = toPlainSigns(text);
  if (!rest.includes('@') && !manyDigits.test(rest)) return [];
  const found: Contact[] = [];
  for (const [kind, find] of finders)
    for (let span = find(rest); span !== undefined; span = find(rest)) {
      const { start, end } = span;
      found.push({ kind, text: text.slice(start, end) });
      rest = rest.slice(0, start) + '#'.repeat(end - start) + rest.slice(end);
    }
  return found;
}

export const phoneIn = (text: string): string | undefined =>
  findContacts(text).find(({ kind }) => kind === 'phone')?.text;
