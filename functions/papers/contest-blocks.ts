/** What a report says of a writing contest: this year's works with their points, and the prized works of earlier years. */
import type { Dossier } from '../domain/dossier.ts';
import { prizes } from '../domain/forms/contest-archive.ts';
import type { JudgedResult } from '../domain/judged-results.ts';
import { pointsWords } from '../domain/judging.ts';
import type { Unit, UnitTree } from '../domain/unit.ts';
import type { Block, TableColumn, TableRow } from './paper.ts';
import { count } from './wording.ts';

export interface Contest {
  /** Of this unit's desk alone. */
  results: readonly JudgedResult[];
  /** Prized works, a filed row each. */
  archive: readonly Dossier[];
}

const ordinal: TableColumn = { header: 'TT', width: 11, align: 'center' };

const textOf = ({ row }: Dossier, key: string): string => String(row.values[key] ?? '');

export function contestBlocks({ results, archive }: Contest, place: { unit: Unit; tree: UnitTree }): Block[] {
  return [
    ...(results.length > 0
      ? [{ kind: 'heading', text: '7. Cuộc thi viết: kết quả' } as const, ...judgedBlocks(results, place)]
      : []),
    ...(archive.length > 0
      ? [
          {
            kind: 'heading',
            text: `${results.length > 0 ? 8 : 7}. Cuộc thi viết: tác phẩm đoạt giải qua các năm`,
          } as const,
          ...archiveBlocks(archive),
        ]
      : []),
  ];
}

const isChosen = ({ decision }: JudgedResult): boolean => decision === 'approve' || decision === 'promote';

/** The highest average first; at equal points by number. */
function judgedBlocks(
  results: readonly JudgedResult[],
  { unit, tree }: { unit: Unit; tree: UnitTree },
): Block[] {
  const judged = results.filter(({ average }) => average !== undefined);
  const chosen = results.filter(isChosen).toSorted((a, b) => (b.average ?? 0) - (a.average ?? 0));
  const round = results[0]?.round ?? '';
  const summary = `${unit.name} nhận ${count(results.length)} bài dự thi; ${round.toLowerCase()} đã chấm đủ giám khảo ${count(judged.length)} bài, chọn ${count(chosen.length)} bài.`;
  if (chosen.length === 0) return [{ kind: 'text', text: summary }];
  return [
    { kind: 'text', text: summary },
    {
      kind: 'table',
      columns: [
        ordinal,
        { header: 'Tên bài', width: 46 },
        { header: 'Tác giả', width: 34 },
        { header: 'Đơn vị gửi', width: 32 },
        { header: 'Điểm trung bình', width: 18, align: 'center' },
        { header: 'Ghi nhận', width: 24 },
      ],
      rows: chosen.map(({ dossier, average, remark, decision }, index) => [
        String(index + 1),
        textOf(dossier, 'name'),
        textOf(dossier, 'title'),
        tree.get(dossier.unitId)?.name ?? dossier.unitId,
        average === undefined ? '' : pointsWords(average),
        remark !== '' ? remark : decision === 'promote' ? 'Chọn lên cấp trên' : 'Được duyệt',
      ]),
    },
  ];
}

/** As published with the award, and no more of anybody. */
function archiveBlocks(archive: readonly Dossier[]): Block[] {
  const rank = (dossier: Dossier): number => (prizes as readonly string[]).indexOf(textOf(dossier, 'prize'));
  const years = [...Map.groupBy(archive, (dossier) => Number(dossier.row.values.year))].sort(
    ([a], [b]) => a - b,
  );
  const [first, last] = [years[0]?.[0], years.at(-1)?.[0]];
  const rows = years.flatMap(([year, works]): TableRow[] => [
    { across: `Năm ${year} (${count(works.length)} tác phẩm)` },
    ...works
      .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
      .map((work, index) => [
        String(index + 1),
        textOf(work, 'name'),
        textOf(work, 'title'),
        textOf(work, 'authorUnit'),
        textOf(work, 'prize'),
        textOf(work, 'outlet'),
      ]),
  ]);
  return [
    {
      kind: 'text',
      text: `${count(archive.length)} tác phẩm đoạt giải của ${count(years.length)} năm, từ ${first} đến ${last}.`,
    },
    {
      kind: 'table',
      columns: [
        ordinal,
        { header: 'Tác phẩm', width: 46 },
        { header: 'Tác giả', width: 34 },
        { header: 'Đơn vị gửi', width: 30 },
        { header: 'Giải', width: 20 },
        { header: 'Nơi công bố', width: 24 },
      ],
      rows,
    },
  ];
}
