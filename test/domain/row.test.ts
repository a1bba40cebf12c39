/** The door in: what each kind of cell accepts, and the one complaint when it does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';
import {
  type CellValue,
  isNaturalId,
  parseRow,
  readRow,
  rowIdFromNaturalKey,
} from '../../functions/domain/row.ts';
import { aRaw, aRow } from './sheet.ts';
import { anyText, sentenceOf, toWindows1258 } from './vietnamese.ts';

const options = { idPrefix: '2025-31813' };

/** "code column" of every problem; [] when the row is good. */
const complaints = (
  over: Record<string, CellValue>,
  kind: 'individual' | 'collective' | 'model' = 'individual',
) => {
  const result = parseRow(form, aRaw(over, kind), options);
  return 'row' in result ? [] : result.problems.map(({ code, column }) => `${code} ${column}`);
};
const valuesOf = (over: Record<string, CellValue>) => readRow(form, aRaw(over), options).row?.values;

it.each(['individual', 'collective', 'model'] as const)('takes a good row of kind %s', (kind) => {
  expect(parseRow(form, aRaw({}, kind), options)).toEqual({ row: aRow({}, kind) });
});

describe('refuses', () => {
  it.each<[string, Record<string, CellValue>]>([
    ['required-blank name', { name: '' }],
    ['required-blank name', { name: ' \u00a0\u200b' }],
    ['required-blank kind', { kind: '' }],
    ['choice-unknown kind', { kind: 'Người' }],
    ['number-in-text position', { position: 912345678 }],
    ['date-in-text position', { position: 45672 }],
    ['boolean-in-text position', { position: true }],
    ['text-in-number birthYear', { birthYear: '85 tuổi' }],
    ['text-in-number birthYear', { birthYear: true }],
    ['number-not-whole birthYear', { birthYear: 1985.5 }],
    ['number-out-of-range birthYear', { birthYear: 85 }],
    ['number-out-of-range birthYear', { birthYear: '85' }],
    ['date-unreadable achievedFrom', { achievedFrom: '03/2022' }],
    ['date-unreadable achievedFrom', { achievedFrom: 2022 }],
    ['date-unreadable achievedFrom', { achievedFrom: false }],
    ['date-impossible achievedFrom', { achievedFrom: '31/02/2024' }],
    ['date-out-of-range achievedFrom', { achievedFrom: '01/01/1949' }],
    ['text-too-short summary', { summary: 'Giỏi.' }],
    ['text-too-long summary', { summary: 'dài '.repeat(2500) }],
    ['text-has-line-break title', { title: 'Nuôi tôm hai giai đoạn\ngiúp 18 hộ' }],
    ['text-has-formula name', { name: '=HYPERLINK("http://x.vn";"Hoa")' }],
    ['text-has-formula birthYear', { birthYear: '=2025-40' }],
    ['text-has-formula achievedFrom', { achievedFrom: '=TODAY()' }],
    ['text-has-formula summary', { summary: '+SUM(A1:A3) và hơn một trăm năm mươi ký tự' }],
    ['text-has-formula title', { title: '@IMPORTXML("http://x.vn")' }],
    ['text-has-formula title', { title: '-A1+B2 cộng trừ' }],
    ['text-has-control-character title', { title: '\uf0b7 Nuôi tôm hai giai đoạn' }],
    ['text-has-control-character name', { name: 'Nguyễn \u202eThị Hoa' }],
    ['text-is-tcvn3 name', { name: 'NguyÔn ThÞ Hoa' }],
    ['text-is-tcvn3 name', { name: 'Th­ Th­¬ng' }],
    ['text-is-vni name', { name: 'Nguyeãn Thò Hoa' }],
    ['choice-unknown sector', { sector: 'Nông nghiệp' }],
    ['choice-unknown sector', { sector: 5 }],
    ['link-unreadable photoUrl', { photoUrl: 'drive.google.com/x' }],
    ['link-unreadable photoUrl', { photoUrl: 'javascript:alert(1)//.vn' }],
    ['link-unreadable photoUrl', { photoUrl: 'https://x.vn/a" onload="b' }],
    ['column-not-for-kind memberCount', { memberCount: 'hai mươi' }],
  ])('%s', (complaint, over) => {
    expect(complaints(over)).toEqual([complaint]);
  });

  it('column-not-for-kind for every column of another kind', () => {
    expect(complaints({ birthYear: 1985 }, 'model')).toEqual(['column-not-for-kind birthYear']);
    expect(complaints({ method: '' }, 'model')).toEqual(['required-blank method']);
  });

  it('everything wrong in a row at once', () => {
    expect(complaints({ name: '', birthYear: 85, sector: 'x' })).toHaveLength(3);
  });
});

describe('takes', () => {
  it.each<[string, CellValue, string | number]>([
    ['name', 'Nguyễn Thị Hoa'.normalize('NFD'), 'Nguyễn Thị Hoa'],
    ['name', toWindows1258(' Nguyễn\u00a0Thị  Hoa'), 'Nguyễn Thị Hoa'],
    ['position', '- Trưởng ấp', '- Trưởng ấp'],
    ['position', '+ Bí thư 2 nhiệm kỳ', '+ Bí thư 2 nhiệm kỳ'],
    ['birthYear', '1985', 1985],
    ['birthYear', ' 1985\u00a0', 1985],
    ['sector', 'văn hoá - xã hội', 'Văn hóa – xã hội'],
    ['consent', 'ĐỒNG Ý, KHÔNG ẢNH', 'Đồng ý, không ảnh'],
    ['achievedFrom', '1/3/2022', '2022-03-01'],
    ['achievedFrom', 44621.5, '2022-03-01'],
    [
      'photoUrl',
      'https://drive.google.com/file/d/1AbC/view?usp=sharing',
      'https://drive.google.com/file/d/1AbC/view?usp=sharing',
    ],
    ['needs', '- Thiếu vốn\r\n- Thiếu máy', '- Thiếu vốn\n- Thiếu máy'],
  ])('%s as %j', (key, typed, kept) => {
    expect(complaints({ [key]: typed })).toEqual([]);
    expect(valuesOf({ [key]: typed })?.[key]).toBe(kept);
  });
});

describe('ids made of the natural key', () => {
  const id = (name: string) =>
    rowIdFromNaturalKey('2025-31813', form, { kind: 'Cá nhân', name, birthYear: 1985 });

  it('are given to rows without a stamped id, and can be told from those', () => {
    const { row } = readRow(form, { ...aRaw(), rowId: '' }, options);
    expect(row?.id).toBe(id('Nguyễn Thị Hoa'));
    expect(row?.id).toMatch(/^2025-31813-k[0-9a-z]{8}$/);
    expect(isNaturalId(id('Hoa'))).toBe(true);
    expect(isNaturalId('2025-31813-003')).toBe(false);
  });

  it('and verdicts are the same for NFC, NFD and Windows-1258', () => {
    fc.assert(
      fc.property(sentenceOf(2, 6), (name) => {
        const verdict = (form1: string) =>
          parseRow(form, { ...aRaw({ name: form1, title: form1 }), rowId: '' }, options);
        expect(verdict(name.normalize('NFD'))).toEqual(verdict(name));
        expect(verdict(toWindows1258(name))).toEqual(verdict(name));
      }),
    );
  });

  it('differ for different people', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(sentenceOf(2, 4), { maxLength: 60, selector: (n) => n.toLowerCase() }),
        (names) => {
          expect(new Set(names.map(id)).size).toBe(names.length);
        },
      ),
    );
  });
});

it('never throws, gives NFC without invisible characters, and one complaint a cell', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(anyText, fc.double(), fc.boolean());
  const keys = form.columns.map(({ key }) => key);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), cell), (over) => {
      const { row, problems } = readRow(form, aRaw(over), options);
      expect(new Set(problems.map(({ column }) => column)).size).toBe(problems.length);
      for (const value of Object.values(row?.values ?? {}))
        if (typeof value === 'string') {
          expect(value).toBe(value.normalize('NFC'));
          expect(value).not.toMatch(/[\u00a0\u200b\u00ad\ufeff\u202e]/);
        } else expect(Number.isSafeInteger(value)).toBe(true);
    }),
  );
});
