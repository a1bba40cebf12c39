/** A paper → the bytes of a .docx, laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I; the same paper gives the same bytes. */
import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { paperFoot, paperHead, smallGap } from './docx-frame.ts';
import { rule, textWidth } from './docx-rule.ts';
import { tableOf } from './docx-table.ts';
import { centred, font, halfPoints, paragraphs } from './docx-text.ts';
import { timelessProperties, withoutTimes } from './docx-times.ts';
import type { Block, Paper } from './paper.ts';

/** A4 and its margins in millimetres (I.1 and I.3). */
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 };

/** Upwards, so that no margin is a hair narrower than the decree asks. */
const twips = (millimetres: number): number => Math.ceil((millimetres * 1440) / 25.4);

const bodySize = 14;
const indentWidth = 12.7;
const firstLine = twips(indentWidth);
const between = { before: 0, after: 120 };

const justified = { alignment: AlignmentType.BOTH, indent: { firstLine }, spacing: between };

/** The last words go with the signature, which never stands alone on its page. */
function blockOf(block: Block, room: number, isLast: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return paragraphs(block.text, { size: bodySize, bold: true }, { ...justified, keepNext: true });
    case 'note':
      return paragraphs(
        block.text,
        { size: 13, italics: true },
        { alignment: AlignmentType.LEFT, spacing: { before: 80, after: 80 }, keepNext: isLast },
      );
    case 'table':
      return [tableOf(block), new Paragraph({ spacing: { before: 0, after: 60 }, children: [] })];
    case 'text':
      return paragraphs(block.text, { size: bodySize }, { ...justified, keepNext: isLast });
    case 'dots':
      return paragraphs(
        `${block.after} ${dotsAfter(block.after, room)}`,
        { size: bodySize },
        { ...justified, alignment: AlignmentType.LEFT },
      );
  }
}

/** As many as fit between the words and the margin; an ellipsis is one em wide. */
function dotsAfter(words: string, room: number): string {
  const left = room - indentWidth - textWidth(words, bodySize);
  return '…'.repeat(Math.max(6, Math.floor(left / textWidth('…', bodySize)) - 1));
}

function titleOf({ title, subject, goesWith, addressee }: Paper, room: number): Paragraph[] {
  const lines = Math.max(1, Math.ceil(textWidth(subject, bodySize) / room));
  return [
    centred(title, { size: bodySize, bold: true }, { spacing: { before: 240, after: 0 } }),
    centred(subject, { size: bodySize, bold: true }, { spacing: { before: 0, after: 0 } }),
    ...(goesWith === undefined
      ? []
      : [centred(goesWith, { size: bodySize, italics: true }, { spacing: { before: 0, after: 0 } })]),
    rule((textWidth(subject, bodySize) / lines) * 0.4, room),
    ...(addressee === undefined
      ? []
      : [centred(`Kính gửi: ${addressee}`, { size: bodySize }, { spacing: { before: 200, after: 120 } })]),
    smallGap(),
  ];
}

/** Slanted, a line each, a semicolon after all but the last (II.6.a). */
const groundsOf = (grounds: readonly string[]): Paragraph[] =>
  grounds.flatMap((ground, index) =>
    paragraphs(
      `${ground}${index === grounds.length - 1 ? '.' : ';'}`,
      { size: bodySize, italics: true },
      justified,
    ),
  );

/** In the upper margin, in the middle, not on the first page (I.7). */
const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(13) })],
      }),
    ],
  });

export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const isWide = paper.orientation === 'landscape';
  const room = (isWide ? page.height : page.width) - page.left - page.right;
  const file = new Document({
    styles: {
      default: {
        document: {
          run: { font, size: halfPoints(bodySize), language: { value: 'vi-VN' } },
          paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(page.width),
              height: twips(page.height),
              orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              header: twips(page.header),
              footer: twips(page.header),
            },
          },
        },
        headers: {
          default: pageNumber(),
          first: new Header({ children: [new Paragraph({ children: [] })] }),
        },
        children: [
          paperHead(paper, room),
          ...titleOf(paper, room),
          ...groundsOf(paper.grounds),
          ...paper.body.flatMap((block, index) => blockOf(block, room, index === paper.body.length - 1)),
          ...paperFoot(paper, room),
        ],
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(file, undefined, [timelessProperties]));
}
