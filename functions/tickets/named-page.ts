/** Which story a request means, however its address was copied; and what to write instead when it means none. */
import { cleanPublicText } from '../domain/public-row.ts';
import { examplePage } from '../domain/ticket.ts';
import { keysIn } from '../listing/address.ts';
import type { Published } from '../publishing/published.ts';
import type { Reader } from '../publishing/published-parts.ts';
import { readStory, type Story } from '../publishing/published-story.ts';

/** An address has one key; a name may hold a word that looks like one. */
const mostTried = 5;

/** The first that is public; 'gone' when one was. */
export async function readNamedStory(
  store: Reader,
  published: Published,
  page: string,
): Promise<Story | 'gone' | undefined> {
  let none: 'gone' | undefined;
  for (const key of keysIn(cleanPublicText(page, 300)).slice(0, mostTried)) {
    const found = await readStory(store, published, key);
    if (found !== undefined && found !== 'gone') return found;
    none ??= found;
  }
  return none;
}

/** "2025-CQ02-002": what stands on a page as its “Mã hồ sơ”; no directory knows it. */
const fileNumber = /(?<![^\s:])\d{4}-(?:[\w.]+-)+\w{1,4}(?!\S)/;

const copyIt = `chép địa chỉ của trang cần sửa hoặc gỡ, ví dụ “${examplePage}”`;

export function unknownPage(page: string, isGone: boolean): string {
  if (isGone)
    return `Trang này đã được gỡ, không còn công khai, nên không cần đề nghị nữa. Nếu đề nghị về trang khác, hãy ${copyIt}.`;
  const typed = cleanPublicText(page, 300);
  const number = fileNumber.exec(typed)?.[0];
  if (number !== undefined) return `“${number}” là mã hồ sơ, chưa đủ để tìm ra trang. Hãy ${copyIt}.`;
  if (typed.includes('/anh/'))
    return `Đây là địa chỉ của một tấm ảnh, không phải của trang. Hãy mở trang có ảnh ấy rồi ${copyIt}.`;
  return `Không tìm thấy trang này. Hãy mở trang rồi bấm “Đề nghị sửa hoặc gỡ trang này” ở cuối trang, hoặc ${copyIt}.`;
}
