/** Word files as people write them, and as nobody should. */
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** "từ 1 từ 2 …": so many words, in paragraphs. */
export const textOf = (words: number): string =>
  Array.from({ length: Math.ceil(words / 100) }, (_, paragraph) =>
    Array.from({ length: Math.min(100, words - paragraph * 100) }, (_, index) =>
      index % 2 ? '12,' : 'từ',
    ).join(' '),
  ).join('\n');

/** With a title, a table, words in pieces of their own, and a picture of `pictureBytes`. */
export async function aDocx(words: number, pictureBytes = 0): Promise<Uint8Array> {
  const lines = textOf(words - 6).split('\n');
  const picture = Buffer.alloc(pictureBytes, 7);
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            children: [new TextRun({ text: 'Người gi', bold: true }), new TextRun('ữ lửa –')],
          }),
          ...lines.map((line) => new Paragraph(line)),
          new Table({
            rows: [
              new TableRow({
                children: ['một', 'hai', 'ba'].map(
                  (text) => new TableCell({ children: [new Paragraph(text)] }),
                ),
              }),
            ],
          }),
          ...(pictureBytes > 0
            ? [
                new Paragraph({
                  children: [
                    new ImageRun({ type: 'png', data: picture, transformation: { width: 10, height: 10 } }),
                  ],
                }),
              ]
            : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const wrapped = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** A Word file with this in its body and nothing beside it. */
export const aWordFile = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(wrapped(body)) });

/** A document part of this size when it is unpacked, some kilobytes packed. */
export const aBomb = (bytes: number): Uint8Array =>
  aWordFile(`<w:p><w:r><w:t>${' '.repeat(bytes)}</w:t></w:r></w:p>`);

/** The same, spoilt where its content stands. */
export function aBrokenBomb(bytes: number): Uint8Array {
  const packed = aBomb(bytes);
  return packed.fill(0xff, 100, 1000);
}

/** The same, and its list of contents says that the part is small. */
export function aLyingBomb(bytes: number, claimed: number): Uint8Array {
  const packed = Buffer.from(aBomb(bytes));
  const entry = packed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  packed.writeUInt32LE(claimed, entry + 24);
  return new Uint8Array(packed);
}

/** Elements within elements, each with a namespace of its own. */
export function aTower(height: number): Uint8Array {
  const floors = Array.from({ length: height }, (_, index) => `<w:p xmlns:a${index}="b">`).join('');
  return aWordFile(floors + '</w:p>'.repeat(height));
}

/** One packed part that the list of contents names again and again. */
export function aManifold(bytes: number, times: number): Uint8Array {
  const one = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(bytes).fill(32) }, { level: 0 }));
  const start = one.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = one.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entry = Buffer.from(one.subarray(start, end));
  entry.writeUInt32LE(0, 24);
  const closing = Buffer.from(one.subarray(end));
  closing.writeUInt16LE(times, 8);
  closing.writeUInt16LE(times, 10);
  closing.writeUInt32LE(entry.length * times, 12);
  return new Uint8Array(
    Buffer.concat([one.subarray(0, start), ...Array.from({ length: times }, () => entry), closing]),
  );
}
