/** A file that cannot be right is refused before it is read, each with a sentence that says what to do. */
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilledList } from '../../../infra/xlsx/read-list.ts';
import { fileFaults, maxFileBytes } from '../../../infra/xlsx/refusals.vi.ts';
import { aTab, cells } from '../../domain/sheet.ts';
import { edited, filled, refusalOf, save, template, typeInto } from './files.ts';

/** A zip of these entries, deflated. */
function zipOf(entries: Record<string, Uint8Array>, flags = 0): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(flags, 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(10, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, rest, Buffer.from(name));
    at = Buffer.concat(parts).length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const changed = (sheet: string, cell: string, value: string): Promise<Uint8Array> =>
  edited((_list, workbook) => {
    (workbook.getWorksheet(sheet) as ExcelJS.Worksheet).getCell(cell).value = value;
  });

const foreign = async (): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Phường 2').addRows(aTab([cells()]));
  return save(workbook);
};

describe('refused with its own sentence', () => {
  it.each<[keyof typeof fileFaults, () => Uint8Array | Promise<Uint8Array>]>([
    ['empty', () => new Uint8Array()],
    ['too-heavy', () => new Uint8Array(maxFileBytes + 1)],
    ['old-format', () => Buffer.concat([compound, Buffer.alloc(2000)])],
    ['locked', () => Buffer.concat([compound, Buffer.alloc(99), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['locked', () => zipOf({ 'xl/workbook.xml': Buffer.from('<x/>') }, 1)],
    ['other-format', () => Buffer.from('Loại;Họ tên\nCá nhân;Nguyễn Thị Hoa')],
    ['other-format', () => zipOf({ 'word/document.xml': Buffer.from('<x/>') })],
    ['broken', () => template.subarray(0, template.length >> 1)],
    ['broken', () => zipOf({ 'xl/workbook.xml': Buffer.from('<không phải') })],
    [
      'swollen',
      () => zipOf({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/a.xml': Buffer.alloc(30_000_000) }),
    ],
    ['unmarked', foreign],
    ['unmarked', () => edited((_list, workbook) => workbook.removeWorksheet('GuongSang'))],
    ['unmarked', () => changed('GuongSang', 'B5', 'khác')],
    ['no-page', () => edited((list, workbook) => workbook.removeWorksheet(list.id))],
  ])('%s', async (fault, bytes) => {
    expect(await refusalOf(await bytes())).toBe(fileFaults[fault]);
  });

  it('a merge over a whole page, before the reader drowns in it', async () => {
    const page = Buffer.from(
      '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    );
    const bytes = zipOf({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/worksheets/sheet1.xml': page });
    expect(await refusalOf(bytes)).toBe(fileFaults['merged-page']);
  });

  it('two sheets that both hold a list, each named', async () => {
    const bytes = await edited((list, workbook) => {
      const copy = workbook.addWorksheet('Bản cũ', { state: 'hidden' });
      for (const sheet of [list, copy]) typeInto(sheet, aTab([cells()]));
    });
    expect(await refusalOf(bytes)).toContain('“Phường 2”, “Bản cũ (đang ẩn)”');
  });

  it('something typed far below the list', async () => {
    const bytes = await changed('Phường 2', 'F1048576', 'x');
    expect(await refusalOf(bytes)).toContain('tới dòng 1048576');
  });
});

it('a drop-down over whole columns does not hold the reader up', async () => {
  const bytes = await edited((list) => {
    typeInto(list, aTab([cells()]));
    const { dataValidations } = list as unknown as {
      dataValidations: { add(range: string, rule: object): void };
    };
    dataValidations.add('A1:XFD1048576', { type: 'list', formulae: ['"a,b"'] });
  });
  expect((await readFilledList(bytes)).ok).toBe(true);
});

it('any bytes, and any damage to a good file, give a list or a sentence, never a crash', async () => {
  const good = await filled(aTab([cells()]));
  const damaged = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
    .map((changes) => {
      const bytes = Uint8Array.from(good);
      for (const [index, value] of changes) bytes[index] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
      const read = await readFilledList(bytes);
      if (!read.ok) expect(read.message).toMatch(/^\p{Lu}.*\.$/u);
    }),
    { numRuns: 60 },
  );
});
