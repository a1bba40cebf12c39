/** What a paper's file is called, so that a clerk knows it in a folder: "To-trinh-Phuong-2-2025.docx". */

/** Each word as it was, without marks: some mail servers and flash drives still spoil "Tờ trình". */
const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const longestName = 60;

export function fileName(kind: string, unitName: string, time: string): string {
  const unit = plainWords(unitName).slice(0, longestName).replace(/-$/, '');
  return `${[plainWords(kind), unit, plainWords(time)].filter((part) => part !== '').join('-')}.docx`;
}
