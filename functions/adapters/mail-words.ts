/** Why a mail did not go, as an administrator reads it: our sentence is Vietnamese, the server's own words are a quotation. */

const maxQuoted = 300;

/** One line, nothing invisible. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxQuoted);

/** `otherwise`: what there is to say where the server gave no words. */
export function serverSaid(words: string, otherwise: string): string {
  const said = clean(words);
  return said === '' ? otherwise : `Máy chủ thư trả lời: “${said}”`;
}

export const serverGaveCode = (code: string | number): string => `Máy chủ thư báo mã lỗi ${code}.`;

export const serverSilent = 'Máy chủ thư không trả lời.';
