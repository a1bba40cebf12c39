/** TCVN3 and VNI are found, the right text is proposed, and real text is left in peace. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLegacyEncoding, fromLegacy, toLegacy } from '../../functions/domain/legacy-encoding.ts';
import { tcvn3Letters, vniLetters } from '../../functions/domain/legacy-tables.ts';
import { sentenceOf } from './vietnamese.ts';

const unitNames = readFileSync(new URL('fixtures/unit-names.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** TCVN3 writes Ễ as ễ; what is unmarked or has no tone keeps its capital. */
const asTcvn3Has = (text: string): string => fromLegacy(toLegacy(text, 'tcvn3'), 'tcvn3');

describe('the tables', () => {
  it('have every letter of Vietnamese once', () => {
    expect(new Set(tcvn3Letters.map(([u]) => u)).size).toBe(67 + 7);
    expect(new Set(tcvn3Letters.map(([, l]) => l)).size).toBe(67 + 7);
    expect(new Set(vniLetters.map(([u]) => u)).size).toBe(67 * 2);
    expect(new Set(vniLetters.map(([, l]) => l)).size).toBe(67 * 2);
    for (const [, legacy] of [...tcvn3Letters, ...vniLetters]) expect(legacy).toMatch(/^[\u0020-\u00ff]+$/);
  });

  it('give any sentence back', () => {
    fc.assert(
      fc.property(sentenceOf(1, 12), (text) => {
        expect(fromLegacy(toLegacy(text, 'vni'), 'vni')).toBe(text);
        expect(fromLegacy(toLegacy(text.toUpperCase(), 'vni'), 'vni')).toBe(text.toUpperCase());
        expect(asTcvn3Has(text).toLowerCase()).toBe(text.toLowerCase());
      }),
    );
  });
});

describe('text in an old encoding', () => {
  it.each([
    ['NguyÔn ThÞ Hoa', 'tcvn3', 'Nguyễn Thị Hoa'],
    ['NGUYÔN V¡N B×NH', 'tcvn3', 'NGUYỄN VĂN BÌNH'],
    ['¤ng Lª §øc Th­ëng', 'tcvn3', 'Ông Lê Đức Thưởng'],
    ['Nguyeãn Thò Hoa', 'vni', 'Nguyễn Thị Hoa'],
    ['NGUYEÃN THÒ HOA', 'vni', 'NGUYỄN THỊ HOA'],
    ['Ñöùc Thaéng', 'vni', 'Đức Thắng'],
    ['Traàn Minh', 'vni', 'Trần Minh'],
    ['Uûy ban nhaân daân phöôøng 2', 'vni', 'Ủy ban nhân dân phường 2'],
  ])('%s is %s for %s', (typed, encoding, proposed) => {
    expect(detectLegacyEncoding(typed)).toEqual({ encoding, proposed });
    expect(detectLegacyEncoding(typed.normalize('NFD'))).toEqual({ encoding, proposed });
  });

  it('is found in any sentence with a few marked words', () => {
    fc.assert(
      fc.property(sentenceOf(4, 14), (text) => {
        const whole = `Nguyễn Đức ${text} phường được`;
        expect(detectLegacyEncoding(toLegacy(whole, 'vni'))).toEqual({ encoding: 'vni', proposed: whole });
        expect(detectLegacyEncoding(toLegacy(whole, 'tcvn3'))).toEqual({
          encoding: 'tcvn3',
          proposed: asTcvn3Has(whole),
        });
      }),
    );
  });

  it('is mended word by word where the rest is Unicode already', () => {
    expect(detectLegacyEncoding('Bà NguyÔn ThÞ Hường, phường 2')?.proposed).toBe(
      'Bà Nguyễn Thị Hường, phường 2',
    );
  });
});

describe('real text', () => {
  it.each([
    'René Müller',
    'Loïc Lefèvre',
    'Où est la mairie de Hanoï ?',
    'François Noël, née à Thaïs',
    'São Paulo',
    'José Muñoz',
    'Björk Guðmundsdóttir',
    'John Smith © 2024',
    'Lọc bụi 5 µm ở 25°C',
    'bụi µm',
    '½ sào, 2 × 3 m, 3m×4m, 120 m²',
    'Diện tích 1½ ha · giá 30.000 đồng',
    '«Bà Hoa»',
    'Vinamilk®',
    '§ 5',
    'Bà Hà',
    'Tò he',
    '',
    'Krông Pắc, Đắk Lắk, Pác Bó, Ia Grai',
  ])('%s gives no alarm', (text) => {
    expect(detectLegacyEncoding(text)).toBeNull();
  });

  it('of Vietnamese gives no alarm, sentences and unit names, in NFC, NFD and capitals', () => {
    fc.assert(
      fc.property(sentenceOf(1, 14), (text) => {
        expect(detectLegacyEncoding(text)).toBeNull();
        expect(detectLegacyEncoding(text.normalize('NFD'))).toBeNull();
      }),
    );
    const alarms = unitNames.flatMap((name) => [name, name.toUpperCase()]).filter(detectLegacyEncoding);
    expect(alarms).toEqual([]);
  });
});
