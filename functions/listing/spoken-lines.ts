/** Lines as people type them into a cell, lists and cut ends among them, made into whole sentences that can be said. */

/** "- ", "• ", "1. ", "a) " before an item: nobody says them, and a number would pass for that of a story. */
const itemMark = /^(?:[-–—*+]+(?!\d)|[•·▪●○◦✓✔➢➤]+|\d{1,2}[.)](?= )|[a-zđ]\)(?= )) */u;

/** The same within a line, after the sign that ends the item before. */
const markWithin = /(?<=[;:.,]) *[-–—*+] +| *[•▪●◦✓✔➢➤] */gu;

/** What parts an item from the next. */
const trailing = /[;,\s]+$/;

const stop = /[.!?…][”"’')\]»]*$/;

/** One text an item; a line that ends with a colon goes with what it announces. */
function itemsOf(text: string): string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    const item = line
      .replace(itemMark, '')
      .replace(markWithin, (mark) => (/[•▪●◦✓✔➢➤]/u.test(mark) ? '; ' : ' '))
      .replace(/(?<=[:;,.!?]) *;|^ *;/g, '')
      .replace(trailing, '')
      .trim();
    if (item === '') continue;
    if (items.at(-1)?.endsWith(':')) items.push(`${items.pop()} ${item}`);
    else items.push(item);
  }
  return items;
}

/** Ends as sentences end; '' stays ''. */
export function toSentence(text: string): string {
  const said = text.replace(/[;:,\s]+$/, '');
  return said === '' || stop.test(said) ? said : `${said}.`;
}

/** A sentence a line. */
export const toSentences = (text: string): string => itemsOf(text).map(toSentence).join('\n');

/** A list in one breath: "18 hộ làm theo; lãi thêm 80 triệu đồng." */
export function toOneSentence(text: string): string {
  const [first = '', ...rest] = itemsOf(text);
  return toSentence(rest.reduce((said, item) => `${said}${stop.test(said) ? '' : ';'} ${item}`, first));
}

/** Of a text that was cut, ending with "…", only what is whole: its sentences or, when hardly any is, its words. */
export function wholeOf(text: string): string {
  if (!text.endsWith('…')) return text;
  const sentences = /^[\s\S]*[.!?](?=\s)/.exec(text)?.[0] ?? '';
  return sentences.length > text.length / 2 ? sentences : text.replace(/[\s,;:]+\S*…$/, '…');
}
