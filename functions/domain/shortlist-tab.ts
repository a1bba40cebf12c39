/** The tab Gợi ý chọn as cells: one line a dossier, then the balance tables; each aid in words of its own. */
import { kindLabel } from './form.ts';
import { periodLabel } from './period.ts';
import type { Plan } from './plan.ts';
import { isPreferred, type ShortlistLine, type Standing } from './shortlist.ts';
import { type Balance, type BalanceRow, totalOf, womenWords } from './shortlist-balance.ts';
import { echo } from './text.ts';
import type { Unit, UnitTree } from './unit.ts';

export const shortlistColumns = [
  { key: 'dossier', header: 'Mã hồ sơ', width: 200 },
  { key: 'unit', header: 'Đơn vị lập', width: 150 },
  { key: 'via', header: 'Đơn vị gửi', width: 150 },
  { key: 'kind', header: 'Loại', width: 90 },
  { key: 'name', header: 'Họ tên, tên tập thể, mô hình', width: 180 },
  { key: 'title', header: 'Tên gương', width: 220 },
  { key: 'sector', header: 'Lĩnh vực', width: 130 },
  { key: 'standing', header: 'Tình trạng', width: 110 },
  { key: 'supporting', header: 'Mục tự chọn đã ghi', width: 220 },
  { key: 'figures', header: 'Kết quả có số liệu', width: 100 },
  { key: 'awards', header: 'Khen thưởng đã nhận', width: 200 },
  { key: 'scope', header: 'Phạm vi ảnh hưởng', width: 130 },
  { key: 'consent', header: 'Đồng ý công khai', width: 120 },
  { key: 'alike', header: 'Hồ sơ gần giống', width: 130 },
  { key: 'women', header: 'Nữ', width: 110 },
  { key: 'work', header: 'Trực tiếp lao động', width: 100 },
  { key: 'preferred', header: 'Khi ngang nhau (NĐ 152/2025, điều 4.6)', width: 150 },
  { key: 'returned', header: 'Bị trả lại', width: 90 },
] as const;

/** What it is, how many and how to sort, headers: what stays in view. */
export const shortlistHeaderRows = 3;

export const shortlistNotice = 'Bảng này chỉ để tham khảo; quyết định là của Hội đồng';

const standingWords: Record<Standing, string> = {
  waiting: 'Đang chờ',
  approved: 'Đã duyệt',
  chosen: 'Đã chọn lên',
};

export interface ShortlistInput {
  plan: Plan;
  period: string;
  collecting: Unit;
  tree: UnitTree;
  lines: readonly ShortlistLine[];
  balances: readonly Balance[];
}

/** Whole content of the tab. Says nothing of the time it was made, so that an unchanged state gives the same cells. */
export function shortlistTab({
  plan,
  period,
  collecting,
  tree,
  lines,
  balances,
}: ShortlistInput): (string | number)[][] {
  const tablesFrom = shortlistHeaderRows + Math.max(1, lines.length) + 2;
  // Nobody chooses upward at the top.
  const standings = (Object.keys(standingWords) as Standing[]).filter(
    (standing) => standing !== 'chosen' || collecting.parent !== null,
  );
  return [
    [shortlistNotice],
    [
      `${periodLabel(period)}, ${collecting.name} (Kế hoạch ${plan.number}): ${lines.length} hồ sơ. Muốn sắp xếp, lọc: Dữ liệu › Tạo chế độ xem bộ lọc. Các bảng cân đối bắt đầu từ dòng ${tablesFrom}.`,
    ],
    shortlistColumns.map(({ header }) => header),
    ...(lines.length === 0 ? [['Chưa có hồ sơ nào ở cấp này.']] : lines.map((line) => toCells(line, tree))),
    ...balances.flatMap((balance) => [[''], ...toTable(balance, standings)]),
  ];
}

function toCells(line: ShortlistLine, tree: UnitTree): string[] {
  const { dossier, supporting, priorAwards, timesReturned } = line;
  const { row, alike = [] } = dossier;
  const text = (key: string): string => String(row.values[key] ?? '');
  const nameOf = (id: string): string => tree.get(id)?.name ?? id;
  const cells: Record<(typeof shortlistColumns)[number]['key'], string> = {
    dossier: dossier.id,
    unit: nameOf(dossier.unitId),
    via: nameOf(line.via),
    kind: kindLabel(row.kind),
    name: text('name'),
    title: text('title'),
    sector: text('sector'),
    standing: standingWords[line.standing],
    supporting: supportingWords(supporting),
    figures: line.hasFigures ? 'Có' : 'Chưa có',
    awards: priorAwards === '' ? 'Chưa có' : echo(priorAwards, 120),
    scope: text('impactScope'),
    consent: text('consent'),
    alike: alike.length === 0 ? '' : `${alike.length} hồ sơ, xem tab Thẩm định`,
    women: womenCell(line),
    work: row.kind !== 'individual' ? '' : line.isDirectWorker ? 'Có' : 'Không',
    preferred: !isPreferred(line)
      ? ''
      : row.kind === 'collective'
        ? 'Ưu tiên tập thể từ 70% nữ'
        : 'Ưu tiên nữ',
    returned: timesReturned === 0 ? '' : `${timesReturned} lần`,
  };
  return shortlistColumns.map(({ key }) => cells[key]);
}

function supportingWords({ filled, missing }: ShortlistLine['supporting']): string {
  const count = `${filled.length}/${filled.length + missing.length}`;
  return missing.length === 0 ? count : `${count}; chưa có: ${missing.join(', ')}`;
}

function womenCell({ women, womenShare, dossier }: ShortlistLine): string {
  if (womenShare === undefined) return womenWords[women];
  const { femaleCount, memberCount } = dossier.row.values;
  // Rounded down: 69,9% is not 70%.
  return `${Math.floor(womenShare)}% nữ (${femaleCount}/${memberCount})`;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((100 * part) / whole)}%`;

function toTable({ title, rows, shareOf }: Balance, standings: readonly Standing[]): (string | number)[][] {
  const last = standings.at(-1) as Standing;
  const sum = (count: (row: BalanceRow) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  const all = sum(({ counts }) => totalOf(counts));
  const ofLast = sum(({ counts }) => counts[last]);
  const hasPlan = rows.some(({ planShare }) => planShare !== undefined);
  return [
    [
      title,
      ...standings.map((standing) => standingWords[standing]),
      'Cộng',
      'Phần trong số hồ sơ',
      `Phần trong số ${standingWords[last].toLowerCase()}`,
      ...(hasPlan ? ['Phần theo chỉ tiêu kế hoạch'] : []),
    ],
    ...rows.map(({ name, counts, planShare }) => [
      name,
      ...standings.map((standing) => counts[standing]),
      totalOf(counts),
      percent(totalOf(counts), all),
      percent(counts[last], ofLast),
      ...(planShare === undefined ? [] : [`${Math.round(planShare)}%`]),
    ]),
    ['Cộng', ...standings.map((standing) => sum(({ counts }) => counts[standing])), all],
    ...rows
      .filter(({ name }) => name === shareOf)
      .map(({ name, counts }) => [
        `Tỷ lệ ${name.toLowerCase()}`,
        ...standings.map((standing) =>
          percent(
            counts[standing],
            sum((row) => row.counts[standing]),
          ),
        ),
        percent(totalOf(counts), all),
      ]),
  ];
}
