/** The short line under a name or a title: a border of an empty paragraph, as long as a share of the words above. */
import { AlignmentType, BorderStyle, convertMillimetersToTwip, LineRuleType, Paragraph } from 'docx';

/** Of Times New Roman in bold, in ems: near enough to choose a length between a third and a half. */
const capitalEm = 0.73;
const smallEm = 0.51;

const millimetresPerPoint = 25.4 / 72;

export function textWidth(text: string, points: number): number {
  const ems = [...text].reduce(
    (sum, sign) =>
      sum + (sign === '…' ? 1 : sign === ' ' ? 0.25 : /\p{Lu}/u.test(sign) ? capitalEm : smallEm),
    0,
  );
  return ems * points * millimetresPerPoint;
}

/** `room` and `length` in millimetres. */
export function rule(length: number, room: number): Paragraph {
  const side = convertMillimetersToTwip(Math.max(0, (room - length) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}
