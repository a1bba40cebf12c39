/** What stands around the text of a paper: names and motto above it, recipients and signature below it. */
import {
  convertMillimetersToTwip,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { rule, textWidth } from './docx-rule.ts';
import { centred, type Look, run } from './docx-text.ts';
import { blank, type Paper, type Signature } from './paper.ts';

const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

const tight = { before: 0, after: 0 };
/** Word puts two tables that touch into one. */
export const smallGap = (): Paragraph =>
  new Paragraph({
    spacing: { ...tight, line: 120, lineRule: LineRuleType.EXACT },
    keepNext: true,
    children: [],
  });

const bold = (size: number): Look => ({ size, bold: true });

/** Two columns without lines; widths in millimetres. */
const sideBySide = (cells: readonly { width: number; children: readonly Paragraph[] }[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    columnWidths: cells.map(({ width }) => convertMillimetersToTwip(width)),
    width: {
      size: cells.reduce((sum, { width }) => sum + convertMillimetersToTwip(width), 0),
      type: WidthType.DXA,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ width, children }) =>
            new TableCell({
              width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              children: [...children],
            }),
        ),
      }),
    ],
  });

/** In portrait the motto leaves the names what it does not need itself. */
const mottoWidth = 98;

export function paperHead({ issuer, number, placeAndDate }: Paper, width: number): Table {
  const mottoRoom = Math.max(mottoWidth, width / 2);
  const room = width - mottoRoom;
  const longest = Math.min(room, Math.max(...issuer.name.map((line) => textWidth(line, 13))));
  const line = (text: string, look: Look): Paragraph => centred(text, look, { spacing: tight });
  const below = { before: 120, after: 0 };
  return sideBySide([
    {
      width: room,
      children: [
        ...(issuer.superior === '' ? [] : [line(issuer.superior, { size: 12 })]),
        ...issuer.name.map((name) => line(name, bold(12))),
        rule(longest * 0.42, room),
        ...(number === '' ? [] : [centred(number, { size: 13 }, { spacing: below })]),
      ],
    },
    {
      width: mottoRoom,
      children: [
        line(country, bold(12)),
        line(motto, bold(13)),
        rule(textWidth(motto, 13), mottoRoom),
        ...(placeAndDate === ''
          ? []
          : [centred(placeAndDate, { size: 13, italics: true }, { spacing: below })]),
      ],
    },
  ]);
}

/** Room for the signature and the seal. */
const signatureRoom = 1000;

const signatureLines = ({ authority, name }: Signature): Paragraph[] => [
  ...authority.map((words) => centred(words, bold(14), { spacing: tight, keepNext: true })),
  centred(name === '' ? blank.repeat(5) : name, bold(14), { spacing: { before: signatureRoom, after: 0 } }),
];

function recipientLines(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return [new Paragraph({ children: [] })];
  const last = recipients.length - 1;
  return [
    new Paragraph({ spacing: tight, children: [run('Nơi nhận:', { size: 12, bold: true, italics: true })] }),
    ...recipients.map(
      (name, index) =>
        new Paragraph({
          spacing: tight,
          children: [run(`- ${name}${index === last ? '.' : ';'}`, { size: 11 })],
        }),
    ),
  ];
}

export function paperFoot({ recipients, secretary, signature }: Paper, width: number): (Table | Paragraph)[] {
  const left = width * 0.45;
  const signed = sideBySide([
    { width: left, children: secretary ? signatureLines(secretary) : recipientLines(recipients) },
    { width: width - left, children: signatureLines(signature) },
  ]);
  return secretary ? [smallGap(), signed, smallGap(), ...recipientLines(recipients)] : [smallGap(), signed];
}
