/** One entry of the roll: it says what is known, leaves no trace of what is not, and shows whatever was typed as text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { renderCard, splitStory } from '../../functions/listing/card.ts';
import { anyText, sentenceOf } from '../domain/vietnamese.ts';
import { aMegabyte, hostileText, hostileTexts, rowFullOf } from './hostile.ts';
import { findFetched, named, parseMarkup, toOutline } from './markup.ts';
import { aPublicRow } from './rows.ts';

const cardOf = (fields: Partial<PublicRow> = {}) => parseMarkup(renderCard(aPublicRow(fields)).html);
const textOf = (fields: Partial<PublicRow> = {}): string => cardOf(fields)[0]?.text ?? '';

const bare: Partial<PublicRow> = {
  honorific: '',
  birthYear: null,
  position: '',
  affiliation: '',
  unitPath: [],
  sector: '',
  movement: '',
  keyResults: '',
  impactScope: '',
  awardTrack: '',
  priorAwards: '',
  stage: '',
  approvedBy: '',
  approvedOn: '',
};

describe('a card', () => {
  it('names the person, the deed, the place and who recognised it when', () => {
    const text = textOf({ birthYear: null });
    for (const words of [
      'Cá nhân · Kinh tế',
      'Bà Nguyễn Thị Hoa',
      'Nuôi tôm hai giai đoạn, giúp 18 hộ trong khóm cùng làm',
      'Phường 2, Thành phố Bạc Liêu, Tỉnh Bạc Liêu',
      'Kết quả: 18 hộ làm theo',
      'Tỉnh Bạc Liêu công nhận ngày 05/03/2025 · 113/KH-UBND, năm 2025',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Sinh năm');
  });

  it('tells the birth year only when the row carries one', () => {
    expect(textOf({ birthYear: 1985 })).toContain('Sinh năm 1985');
  });

  it.each([
    ['individual', 'Cá nhân'],
    ['collective', 'Tập thể'],
    ['model', 'Mô hình'],
  ] as const)('calls the kind %s "%s"', (kind, word) => {
    expect(cardOf({ kind }).find(({ attributes }) => attributes.class === 'kind')?.text).toContain(word);
  });

  it('is an article under its code, with one heading', () => {
    const elements = cardOf();
    expect(elements[0]).toMatchObject({ name: 'article', attributes: { id: '2025-31813-003' } });
    expect(named(elements, 'h2').map(({ text }) => text)).toEqual(['Bà Nguyễn Thị Hoa']);
  });

  it('leaves no loose dot, comma or empty fold when little is known', () => {
    const elements = cardOf(bare);
    expect(named(elements, 'details')).toEqual([]);
    for (const { text } of named(elements, 'p')) expect(text).not.toMatch(/^\s*[·,]|[·,]\s*$|[·,]\s*[·,]/);
    expect(textOf(bare)).not.toMatch(/Kết quả|công nhận|ngày|null|undefined/);
  });

  it('folds a long story and names whose it is for those who only hear the link', () => {
    const summary = `${'Từ năm 2022, bà chuyển đất sang nuôi tôm. '.repeat(20)}Hết.`;
    const [fold] = named(cardOf({ summary }), 'summary');
    expect(fold?.text).toBe('Đọc thêm về Nguyễn Thị Hoa');
    expect(textOf({ summary })).toContain('Hết.');
  });
});

describe('the photo', () => {
  const linkOf = (photo: PublicRow['photo']) => named(cardOf({ photo }), 'a')[0];

  it('is a link that tells its owner nothing of the reader', () => {
    const link = linkOf({ url: 'https://anh.vidu.vn/1.jpg', alt: 'Bà Hoa bên vuông tôm' });
    expect(link?.text).toBe('Xem ảnh: Bà Hoa bên vuông tôm');
    expect(link?.attributes).toEqual({
      href: 'https://anh.vidu.vn/1.jpg',
      rel: 'noopener noreferrer nofollow',
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://anh.vidu.vn/1.jpg',
    'https://drive.google.com@xau.vn/',
    '//xau.vn',
    'x',
  ])('is left out when its address is "%s"', (url) => {
    expect(linkOf({ url, alt: 'ảnh' })).toBeUndefined();
  });
});

describe('a hostile row', () => {
  const shapeOf = (row: PublicRow): string[] => toOutline(renderCard(row).html);
  const tame = shapeOf(rowFullOf('một'));

  it.each(hostileTexts)('adds no element and no attribute: %j', (text) => {
    const short = text.slice(0, 300);
    expect(shapeOf(rowFullOf(short))).toEqual(tame);
    expect(findFetched(renderCard(rowFullOf(text)).html)).toEqual([]);
  });

  it('adds none in any mixture, and its words come out as they went in', () => {
    fc.assert(
      fc.property(
        hostileText.map((text) => `a${text.slice(0, 250)}`),
        (text) => {
          expect(shapeOf(rowFullOf(text))).toEqual(tame);
          const [heading] = named(parseMarkup(renderCard(rowFullOf(text)).html), 'h2');
          expect(heading?.text).toBe(`${text} ${text}`);
        },
      ),
    );
  });

  it.each(['name', 'summary', 'keyResults'] as const)('may have a megabyte in its %s', (key) => {
    const html = renderCard(aPublicRow({ [key]: aMegabyte })).html;
    expect(findFetched(html)).toEqual([]);
    expect(named(parseMarkup(html), 'b')).toHaveLength(1);
  });
});

describe('the first sentences of a story', () => {
  it('are the whole of a short one', () => {
    expect(splitStory('Ngắn thôi.')).toEqual({ lead: 'Ngắn thôi.', rest: '' });
    expect(splitStory('')).toEqual({ lead: '', rest: '' });
  });

  it('end with a sentence when one ends in time, otherwise with a word', () => {
    const sentence = `${'chữ '.repeat(40).trim()}.`;
    expect(splitStory(`${sentence} ${'a'.repeat(400)}`)).toEqual({ lead: sentence, rest: 'a'.repeat(400) });
    expect(splitStory('từ '.repeat(200)).lead).toMatch(/từ$/);
  });

  it('never cut a character in half', () => {
    for (const shift of ['', 'a'])
      expect(splitStory(shift + '😀'.repeat(300)).lead.isWellFormed()).toBe(true);
  });

  it('and the rest are the story: nothing lost, nothing twice, the lead short', () => {
    const story = fc.oneof(
      sentenceOf(0, 200),
      fc.array(anyText).map((parts) => parts.join('. ')),
      hostileText,
    );
    const inked = (text: string): string => text.replace(/\s/g, '');
    fc.assert(
      fc.property(story, (text) => {
        const { lead, rest } = splitStory(text);
        expect(inked(lead + rest)).toBe(inked(text));
        expect(lead.length).toBeLessThanOrEqual(320);
        if (inked(text) !== '') expect(lead + rest).not.toBe('');
      }),
    );
  });
});
