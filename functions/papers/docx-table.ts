/** Tables of a paper: all lines drawn, headings that come again on every page, widths that stay as given. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  type Paragraph,
  TableRow as Row,
  Table,
  TableCell,
  TableLayoutType,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Look, paragraphs } from './docx-text.ts';
import type { Block, TableColumn, TableRow } from './paper.ts';

const size = 13;
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
};

const padding = { top: 30, bottom: 30, left: 70, right: 70 };

/** `keepNext` holds a row on the page of the row after it. */
const cellText = (text: string, look: Look, align: keyof typeof alignments, keepNext: boolean): Paragraph[] =>
  paragraphs(text, look, { alignment: alignments[align], spacing: { before: 0, after: 0 }, keepNext });

/** A row of short texts is not torn in two; a story may be, for otherwise it leaves half a page white. */
const shortText = 300;

const textsOf = (row: TableRow): readonly string[] =>
  'across' in row ? [row.across] : 'total' in row ? row.total : row;

/** A few lines of figures stay on one page. */
const isSmall = (rows: readonly TableRow[]): boolean =>
  rows.length <= 8 && rows.flatMap(textsOf).every((text) => text.length < 80);

const cell = (
  text: string,
  { width, align = 'left' }: TableColumn,
  look: Look,
  keepNext: boolean,
): TableCell =>
  new TableCell({
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    margins: padding,
    children: cellText(text, look, align, keepNext),
  });

const headerRow = (columns: readonly TableColumn[]): Row =>
  new Row({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ header, width }) =>
        new TableCell({
          width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
          margins: padding,
          verticalAlign: VerticalAlign.CENTER,
          children: cellText(header, { size, bold: true }, 'center', true),
        }),
    ),
  });

function bodyRow(row: TableRow, columns: readonly TableColumn[], keepNext: boolean): Row {
  if ('across' in row)
    return new Row({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: columns.length,
          margins: padding,
          children: cellText(row.across, { size, bold: true }, 'left', true),
        }),
      ],
    });
  const isTotal = 'total' in row;
  const cells = textsOf(row);
  return new Row({
    cantSplit: cells.every((text) => text.length < shortText),
    children: columns.map((column, index) =>
      cell(cells[index] ?? '', column, { size, bold: isTotal }, keepNext),
    ),
  });
}

export const tableOf = ({ columns, rows }: Extract<Block, { kind: 'table' }>): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => convertMillimetersToTwip(width)),
    width: {
      size: columns.reduce((sum, { width }) => sum + convertMillimetersToTwip(width), 0),
      type: WidthType.DXA,
    },
    rows: [
      headerRow(columns),
      ...rows.map((row, index) => bodyRow(row, columns, isSmall(rows) && index < rows.length - 1)),
    ],
  });
