/** A paper as Word opens it: the layout of Nghị định 30/2020/NĐ-CP in numbers, and text that stays text. */
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { toDocx } from '../../functions/papers/docx.ts';
import type { Paper } from '../../functions/papers/paper.ts';
import { all, type Node, readDocx } from './read-docx.ts';

const paper: Paper = {
  orientation: 'portrait',
  issuer: { superior: 'UBND HUYỆN HỒNG DÂN', name: ['ỦY BAN NHÂN DÂN', 'XÃ NINH HÒA'] },
  number: 'Số: ……/TTr-UBND',
  placeAndDate: 'Ninh Hòa, ngày …… tháng …… năm ……',
  title: 'TỜ TRÌNH',
  subject: 'Về việc thẩm định danh sách',
  addressee: 'Ủy ban nhân dân huyện Hồng Dân',
  grounds: ['Căn cứ một', 'Căn cứ hai'],
  body: [
    { kind: 'heading', text: 'I. KẾT QUẢ' },
    { kind: 'text', text: 'Đoạn văn./.' },
    { kind: 'dots', after: 'Địa điểm:' },
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 11 },
        { header: 'Tên', width: 154 },
      ],
      rows: [{ across: 'Nhóm một' }, ['1', 'Hoa'], { total: ['', 'Cộng'] }],
    },
  ],
  recipients: ['Như trên', 'Lưu: VT'],
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Trần Văn An' },
};

const millimetres = (twips: string | undefined): number => (Number(twips) * 25.4) / 1440;

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['portrait', 210, 297],
  ['landscape', 297, 210],
] as const)('is A4 in %s, with the margins of the decree', async (orientation, width, height) => {
  const { document } = readDocx(await toDocx({ ...paper, orientation }));
  const size = all(document, 'w:pgSz')[0]!.attributes;
  expect(millimetres(size['w:w'])).toBeCloseTo(width, 1);
  expect(millimetres(size['w:h'])).toBeCloseTo(height, 1);
  expect(size['w:orient']).toBe(orientation);
  const margins = all(document, 'w:pgMar')[0]!.attributes;
  for (const [side, least, most] of [
    ['w:top', 20, 25],
    ['w:bottom', 20, 25],
    ['w:left', 30, 35],
    ['w:right', 15, 20],
  ] as const) {
    expect(millimetres(margins[side]), side).toBeGreaterThanOrEqual(least);
    expect(millimetres(margins[side]), side).toBeLessThanOrEqual(most);
  }
});

it('is set in Times New Roman, the text in 13 or 14 points', async () => {
  const { files, document } = readDocx(await toDocx(paper));
  expect(files.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
  const [, ownTable] = all(document, 'w:tbl');
  const body = all(document, 'w:body')[0]!.children.filter(({ name }) => name === 'w:p');
  for (const part of [...body, ownTable!]) {
    const runs = all(part, 'w:r').filter((run) => all(run, 'w:t').length > 0);
    for (const run of runs) expect(['26', '28']).toContain(all(run, 'w:sz')[0]?.attributes['w:val']);
  }
  expect(all(document, 'w:rFonts')).toEqual([]);
});

it('numbers the pages in the middle above the text, but not the first', async () => {
  const { files, document } = readDocx(await toDocx(paper));
  expect(all(document, 'w:titlePg')).toHaveLength(1);
  const relations = files.get('word/_rels/document.xml.rels')!;
  const headerOf = (type: string): string => {
    const reference = all(document, 'w:headerReference').find(
      ({ attributes }) => attributes['w:type'] === type,
    );
    const relation = relations
      .match(/<Relationship [^>]*>/g)
      ?.find((one) => one.includes(`Id="${reference?.attributes['r:id']}"`));
    return files.get(`word/${/Target="([^"]+)"/.exec(relation ?? '')?.[1]}`) ?? '';
  };
  expect(headerOf('default')).toContain('<w:jc w:val="center"/>');
  expect(headerOf('default')).toMatch(/<w:instrText[^>]*>PAGE<\/w:instrText>/);
  expect(headerOf('first')).toContain('<w:p');
  expect(headerOf('first')).not.toContain('instrText');
});

it('has the parts of the decree in their places', async () => {
  const { head, foot, text } = readDocx(await toDocx(paper));
  expect(head.split('\n').filter(Boolean)).toEqual([
    'UBND HUYỆN HỒNG DÂN',
    'ỦY BAN NHÂN DÂN',
    'XÃ NINH HÒA',
    'Số: ……/TTr-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Ninh Hòa, ngày …… tháng …… năm ……',
  ]);
  expect(text).toContain('TỜ TRÌNH\nVề việc thẩm định danh sách\n');
  expect(text).toContain('Kính gửi: Ủy ban nhân dân huyện Hồng Dân');
  expect(text).toContain('Căn cứ một;\nCăn cứ hai.\n');
  expect(text).toMatch(/\nĐịa điểm: …{20,40}\n/);
  expect(foot).toBe('Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn An');
});

it.each(['text', 'note'] as const)(
  'keeps the last words, a %s, on the page of the signature',
  async (kind) => {
    const body = [{ kind: 'text', text: 'Đoạn đầu' } as const, { kind, text: 'Lời cuối./.' }];
    const { document } = readDocx(await toDocx({ ...paper, body }));
    const parts = all(document, 'w:body')[0]!.children;
    const foot = parts.findLastIndex(({ name }) => name === 'w:tbl');
    const isKept = (part: Node | undefined): boolean =>
      all(part!, 'w:keepNext').some(({ attributes }) => attributes['w:val'] !== 'false');
    // The gap between text and signature is kept, too.
    expect([foot - 3, foot - 2, foot - 1].map((at) => isKept(parts[at]))).toEqual([false, true, true]);
  },
);

it('says the headings of a table again on every page, however long it is', async () => {
  const rows = Array.from({ length: 500 }, (_, index) => [String(index + 1), `Người thứ ${index + 1}`]);
  const columns = [
    { header: 'TT', width: 11 },
    { header: 'Tên', width: 154 },
  ];
  const { tables } = readDocx(await toDocx({ ...paper, body: [{ kind: 'table', columns, rows }] }));
  const [header, ...lines] = tables[0]!;
  expect(header).toEqual({ cells: ['TT', 'Tên'], isHeader: true });
  expect(lines).toHaveLength(500);
  expect(lines.some(({ isHeader }) => isHeader)).toBe(false);
  expect(lines.at(-1)?.cells).toEqual(['500', 'Người thứ 500']);
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '{ PAGE }',
    '<w:fldSimple w:instr="DATE"/>',
    '=CMD|calc',
    ']]>&amp;<script>',
    'a\u0000b\u0007\ud800c',
    '\u202eđảo chiều',
    '{{name}} <%= title %>',
    'NFD: Nguyễn',
  ),
);

it('sets whatever people typed as text: no field, no mark-up, no sign that Word refuses', async () => {
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (one, two) => {
      const { document, tables } = readDocx(
        await toDocx({
          ...paper,
          issuer: { superior: one, name: [two] },
          subject: one,
          body: [
            { kind: 'text', text: two },
            {
              kind: 'table',
              columns: [{ header: 'A', width: 100 }],
              rows: [[`x${one}y`], [`x${two}y`]],
            },
          ],
        }),
      );
      for (const name of ['w:instrText', 'w:fldSimple', 'w:fldChar', 'w:object', 'w:hyperlink'])
        expect(all(document, name)).toEqual([]);
      const visible = (text: string): string =>
        text.normalize('NFC').replaceAll(/[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
      const [, first, second] = tables[0]!;
      // What is kept of each cell is every sign that can be seen.
      expect(visible(first!.cells[0]!)).toBe(visible(`x${one}y`));
      expect(visible(second!.cells[0]!)).toBe(visible(`x${two}y`));
    }),
    { numRuns: 60 },
  );
});

it('gives the same bytes for the same paper, whenever it is written', async () => {
  vi.useFakeTimers({ now: new Date('2025-01-14T08:00:00Z'), toFake: ['Date'] });
  const before = await toDocx(paper);
  vi.setSystemTime(new Date('2026-07-01T21:13:47Z'));
  const after = await toDocx(paper);
  expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
  const other = await toDocx({ ...paper, subject: 'Về việc khác' });
  expect(Buffer.from(other).equals(Buffer.from(before))).toBe(false);
});
