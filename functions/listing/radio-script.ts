/** A month's stories as a script to read out: whole sentences, days and measures as they are spoken. */
import type { PublicRow } from '../domain/public-row.ts';
import { capital, compareKey } from '../domain/text.ts';
import { formatCount } from './html.ts';
import { mostStories, partsOf, type RadioAsked, radioHref } from './radio.ts';
import type { Site } from './site.ts';
import { spokenMonth, toSpoken } from './spoken.ts';
import { toOneSentence, toSentence, toSentences, wholeOf } from './spoken-lines.ts';

/** `rows`: the stories of the asked leads that still stand. */
export function renderRadio(
  { url }: Site,
  { month, unit, kin, part, total, isOver }: Omit<RadioAsked, 'leads'>,
  rows: readonly PublicRow[],
): string {
  const when = spokenMonth(month);
  const whose = unit ? ` của ${unit.name}` : '';
  const others = kin.map(({ slug, name }) => `${name}: ${url}${radioHref(month, 1, slug)}\n`).join('');
  const relatives =
    others === ''
      ? ''
      : `(Không đọc: trong tháng, đơn vị trước đây hoặc kế thừa có gương ở bản tin riêng.)\n${others}`;
  const title = `CHUYÊN MỤC GƯƠNG NGƯỜI TỐT, VIỆC TỐT\n${unit ? `${unit.name}, ${when}` : capital(when)}\n`;
  if (total === 0)
    return `${title}${relatives}\nTrong ${when}, ${isOver ? 'không có' : 'chưa có'} gương nào${whose} vừa được công nhận vừa được công khai.\n`;
  const parts = partsOf(total);
  const first = (part - 1) * mostStories + 1;
  const last = Math.min(total, first + mostStories - 1);
  const span = `từ gương thứ ${formatCount(first)} đến gương thứ ${formatCount(last)}`;
  const beside = [part - 1, part + 1].filter((other) => other > 0 && other <= parts);
  const links = beside
    .map((other) => `Phần ${other}: ${url}${radioHref(month, other, unit?.slug)}\n`)
    .join('');
  const note = parts === 1 ? '' : `(Không đọc: phần ${part} trong ${parts} phần, ${span}.)\n${links}`;
  const most =
    parts === 1 ? '' : ` Trong ${formatCount(total)} gương của tháng, phần này xin giới thiệu ${span}.`;
  const stories = rows.map((row, index) => `${first + index}. ${renderStory(row)}`);
  return `${title}${note}${relatives}\nKính thưa quý vị và bà con!\n\nSau đây là những gương${whose} được công nhận trong ${when}.${most}\n\n${stories.join('\n\n')}\n\nXin cảm ơn quý vị và bà con đã lắng nghe.\n`;
}

function renderStory(row: PublicRow): string {
  const { title, summary, keyResults } = row;
  const isCut = row.isCut && [title, summary, keyResults].some((text) => text.endsWith('…'));
  const whole = row.isCut ? wholeOf : (text: string): string => text;
  const who = [row.honorific, row.name].filter(Boolean).join(' ');
  const results = toOneSentence(whole(keyResults));
  const parts = [
    toSentence(listOnce([who, row.position, row.unit, ...row.unitPath])),
    toSentences(whole(title)),
    toSentences(whole(summary)),
    results === '' ? '' : `Kết quả: ${results}`,
    isCut ? '(Không đọc: bài dài đã được rút gọn khi đăng, nên không có phần cuối.)' : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map(toSpoken)
    .join('\n');
}

/** A team or model is often named after its unit, and a unit may stand above itself: nobody says a name twice in one breath. */
function listOnce(parts: readonly string[]): string {
  const said: string[] = [];
  for (const part of parts) {
    const key = compareKey(part);
    if (key !== '' && !said.some((one) => namesLast(compareKey(one), key))) said.push(part);
  }
  return said.join(', ');
}

/** "trạm y tế xã ninh quới" ends with "xã ninh quới". */
const namesLast = (text: string, name: string): boolean => text === name || text.endsWith(` ${name}`);
