/** Text on its way into a .docx: nothing invisible, nothing that XML refuses, each line of a text a paragraph. */
import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { cleanPublicText } from '../domain/public-row.ts';

export const font = 'Times New Roman';

/** In half points: a run of text of 14 points is `size: 28`. */
export const halfPoints = (points: number): number => points * 2;

export const clean = (text: string): string => cleanPublicText(text, Number.POSITIVE_INFINITY, true);

export interface Look {
  size: number;
  bold?: boolean;
  italics?: boolean;
}

export const run = (text: string, { size, ...look }: Look): TextRun =>
  new TextRun({ text: clean(text), size: halfPoints(size), ...look });

export const centred = (text: string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)], ...more });

/** Every line of the text its own paragraph. */
export const paragraphs = (text: string, look: Look, more: IParagraphOptions = {}): Paragraph[] =>
  clean(text)
    .split('\n')
    .map((line) => new Paragraph({ children: [run(line, look)], ...more }));
