/** Text: one normal form, one kind of space, keys that do not depend on how it was typed. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanLongText,
  cleanText,
  codePointLength,
  compareKey,
  echo,
  hasLineBreak,
  searchKey,
  strangeCharacter,
} from '../../functions/domain/text.ts';
import { anyText, sentenceOf, toWindows1258 } from './vietnamese.ts';

const unitNames = readFileSync(new URL('fixtures/unit-names.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

describe('clean text', () => {
  it.each([
    ['\u00a0Nguyễn\u00a0 Thị\u200b Hoa\ufeff', 'Nguyễn Thị Hoa'],
    ['Nguy\u00adễn\tThị\nHoa ', 'Nguyễn Thị Hoa'],
    ['\u200e\u2060 \u3000', ''],
    ['\u2065Ho\u{e0041}a\u206a\u3164', 'Hoa'],
    ['a\r\nb', 'a b'],
  ])('takes odd spaces out of %j', (typed, clean) => {
    expect(cleanText(typed)).toBe(clean);
  });

  it('keeps paragraphs of long text and mends everything within them', () => {
    expect(cleanLongText('  một\u00a0 hai \r\n\r\n\r\n ba\u000bbốn \n')).toBe('một hai\n\nba\nbốn');
  });

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLongText(cleanLongText(text))).toBe(cleanLongText(text));
      }),
    );
  });

  it('is the same for NFC, NFD and Windows-1258 forms', () => {
    fc.assert(
      fc.property(sentenceOf(1, 8), (text) => {
        for (const form of [text.normalize('NFD'), toWindows1258(text)])
          for (const make of [cleanText, cleanLongText, compareKey, searchKey])
            expect(make(form)).toBe(make(text));
      }),
    );
  });

  it('sees line breaks inside, not at the ends', () => {
    expect(hasLineBreak('một\u2028hai')).toBe(true);
    expect(hasLineBreak('một hai\n')).toBe(false);
  });
});

describe('the key for equality', () => {
  it.each([
    ['Hoà Bình', 'hòa  bình'],
    ['Thuý Quỳnh', 'Thúy Quỳnh'],
    ['khoẻ', 'khỏe'],
    ['thuở', 'thủơ'],
    ['Văn hóa – xã hội', 'Văn hoá - xã hội'],
    ['\u00d0ặng', 'Đặng'],
  ])('is the same for %s and %s', (one, other) => {
    expect(compareKey(one)).toBe(compareKey(other));
  });

  it.each([
    ['Hoa', 'Hòa'],
    ['Văn', 'Vân'],
    ['Thi', 'Thị'],
    ['Dũng', 'Đũng'],
    ['Phường 2', 'Phường 12'],
  ])('tells %s from %s', (one, other) => {
    expect(compareKey(one)).not.toBe(compareKey(other));
  });

  it('tells all real unit names apart, and is the same when taken twice', () => {
    expect(new Set(unitNames.map(compareKey)).size).toBe(new Set(unitNames.map((n) => n.toLowerCase())).size);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compareKey(compareKey(text))).toBe(compareKey(text));
      }),
    );
  });
});

it('finds words without marks', () => {
  expect(searchKey('Phường  Đông Hải')).toBe('phuong dong hai');
  fc.assert(
    fc.property(sentenceOf(1, 8), (text) => {
      expect(searchKey(text)).toMatch(/^[a-z0-9 ]*$/);
    }),
  );
});

it('counts characters as people do', () => {
  expect(codePointLength('Nguyễn'.normalize('NFD'))).toBe(6);
  expect(codePointLength('🌾')).toBe(1);
});

describe('echo', () => {
  it('cuts at 60 characters and never turns the sentence around', () => {
    expect(echo('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
    expect(echo('a\u202eb\u0007c\nd')).toBe('abc d');
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...echo(text)].length).toBeLessThanOrEqual(60);
        expect(strangeCharacter(echo(text))).toBeUndefined();
      }),
    );
  });
});

it('names the first character that cannot be read', () => {
  expect(strangeCharacter('Gạch đầu dòng \uf0b7 một')).toEqual({ code: 'U+F0B7', before: 'Gạch đầu dòng' });
  expect(strangeCharacter('a\ud800b')?.code).toBe('U+D800');
  expect(strangeCharacter('một\thai\nba 🌾 “–” 25°C')).toBeUndefined();
});
