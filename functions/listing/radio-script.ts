/** A month's stories as a script to read out: whole sentences, days and measures as they are spoken. */
import type { PublicRow } from '../domain/public-row.ts';
import { capital, compareKey } from '../domain/text.ts';
import { formatCount } from './html.ts';
import { mostStories, partsOf, type RadioAsked, radioHref } from './radio.ts';
import type { Site } from './site.ts';
import { spokenMonth, toSpoken } from './spoken.ts';

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
  const who = [row.honorific, row.name].filter(Boolean).join(' ');
  const parts = [
    sentence(listOnce([who, row.position, row.unit, ...row.unitPath])),
    sentence(row.title),
    ...row.summary.split('\n').map(sentence),
    row.keyResults === '' ? '' : sentence(`Kết quả: ${row.keyResults.replace(/\n/g, '; ')}`),
  ];
  return parts
    .filter((part) => part !== '')
    .map(toSpoken)
    .join('\n');
}

/** A model's name often ends with its unit, and a unit may stand above itself: nobody says a name twice in one breath. */
function listOnce(parts: readonly string[]): string {
  const said: string[] = [];
  for (const part of parts) {
    const key = compareKey(part);
    const isSaid = said.map(compareKey).some((one) => one === key || one.endsWith(`, ${key}`));
    if (key !== '' && !isSaid) said.push(part);
  }
  return said.join(', ');
}

const sentence = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);
