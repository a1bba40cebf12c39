/** The tables of a report: units, kinds, sectors, who was recognised, what was hard. */
import { type Column, columnOf, kindLabels } from '../domain/form.ts';
import { formatNumber } from '../domain/number.ts';
import { periodLabel } from '../domain/period.ts';
import { capital } from '../domain/text.ts';
import { rowAbout, rowName } from './list-layout.ts';
import type { Block, TableColumn } from './paper.ts';
import {
  type Figures,
  type ReportPlace,
  type SentDossier,
  sumFigures,
  type UnitFigures,
} from './report-figures.ts';

export type Measure = readonly [key: keyof Figures, header: string];

export const listMeasures: readonly Measure[] = [
  ['asked', 'Phải gửi'],
  ['came', 'Đã gửi'],
  ['onTime', 'Đúng hạn'],
  ['late', 'Trễ hạn'],
  ['nil', 'Không có trường hợp'],
  ['missing', 'Chưa gửi'],
];

export const exemplarMeasures: readonly Measure[] = [
  ['minimum', 'Chỉ tiêu tối thiểu'],
  ['sent', 'Đã gửi'],
  ['returned', 'Từng trả lại'],
  ['approved', 'Được duyệt'],
  ['chosen', 'Được chọn'],
  ['published', 'Công khai'],
];

export const portraitWidth = 165;
const ordinal: TableColumn = { header: 'TT', width: 11, align: 'center' };

export const measureColumns = (measures: readonly Measure[], room: number): TableColumn[] =>
  measures.map(([, header]) => ({ header, width: room / measures.length, align: 'center' }));

export const numbers = (figures: Figures, measures: readonly Measure[]): string[] =>
  measures.map(([key]) => formatNumber(figures[key]));

/** "Phường Một (gồm số liệu của Xã A, Xã B)". */
export const unitWords = ({ unit, absorbed }: UnitFigures): string =>
  absorbed.length === 0
    ? unit.name
    : `${unit.name} (gồm số liệu của ${absorbed.map(({ name }) => name).join(', ')})`;

export function unitTable(units: readonly UnitFigures[], measures: readonly Measure[]): Block {
  const name: TableColumn = { header: 'Đơn vị', width: 47 };
  const room = portraitWidth - ordinal.width - name.width;
  const total = sumFigures(units.map(({ figures }) => figures));
  return {
    kind: 'table',
    columns: [ordinal, name, ...measureColumns(measures, room)],
    rows: [
      ...units.map((one, index) => [String(index + 1), unitWords(one), ...numbers(one.figures, measures)]),
      { total: ['', 'Cộng', ...numbers(total, measures)] },
    ],
  };
}

interface Share {
  label: string;
  sent: readonly SentDossier[];
}

export function shareTable(header: string, shares: readonly Share[], approvedBy: string): Block {
  const cells = (sent: readonly SentDossier[]): string[] =>
    [
      sent.length,
      sent.filter(({ dossier }) => dossier.approvals.includes(approvedBy)).length,
      sent.filter(({ chosen }) => chosen).length,
      sent.filter(({ dossier }) => dossier.public).length,
    ].map(formatNumber);
  return {
    kind: 'table',
    columns: [
      { header, width: 65 },
      ...['Đã gửi', 'Được duyệt', 'Được chọn', 'Công khai'].map(
        (title): TableColumn => ({ header: title, width: 25, align: 'center' }),
      ),
    ],
    rows: [
      ...shares.map(({ label, sent }) => [label, ...cells(sent)]),
      { total: ['Cộng', ...cells(shares.flatMap(({ sent }) => sent))] },
    ],
  };
}

export const byKind = (sent: readonly SentDossier[]): Share[] =>
  Object.entries(kindLabels).map(([kind, label]) => ({
    label,
    sent: sent.filter(({ dossier }) => dossier.row.kind === kind),
  }));

/** Forms without the column have no such table. */
export function sectorColumn(sent: readonly SentDossier[]): Column | undefined {
  const [first] = sent;
  return first && columnOf(first.form, 'sector');
}

export function bySector(sent: readonly SentDossier[], column: Column): Share[] {
  const choices = column.choices ?? [];
  const sectorOf = ({ dossier }: SentDossier): string => String(dossier.row.values[column.key] ?? '');
  const others = sent.filter((one) => !choices.includes(sectorOf(one)));
  return [
    ...choices.map((label) => ({ label, sent: sent.filter((one) => sectorOf(one) === label) })),
    ...(others.length > 0 ? [{ label: 'Không ghi', sent: others }] : []),
  ];
}

export function honoured(units: readonly UnitFigures[], { unit, tree }: ReportPlace, scope: string): Block[] {
  const rows = units
    .flatMap(({ dossiers }) => dossiers)
    .filter(({ dossier }) => dossier.approvals.includes(unit.id))
    .map(({ dossier, form, chosen }): string[] =>
      [
        rowName(form, dossier.row),
        tree.get(dossier.unitId)?.name ?? dossier.unitId,
        rowAbout(form, dossier.row),
        [
          scope === 'plan' ? periodLabel(dossier.period) : '',
          chosen && unit.parent !== null ? 'chọn lên cấp trên' : 'duyệt',
          dossier.public ? 'đã công khai' : dossier.withdrawn ? 'đã gỡ công khai' : '',
        ]
          .filter((word) => word !== '')
          .join(', '),
      ].map((cell, index) => (index === 3 ? capital(cell) : cell)),
    );
  if (rows.length === 0) return [{ kind: 'text', text: 'Chưa có trường hợp nào được duyệt trên hệ thống.' }];
  return [
    {
      kind: 'table',
      columns: [
        ordinal,
        { header: 'Cá nhân, tập thể, mô hình', width: 46 },
        { header: 'Đơn vị', width: 30 },
        { header: 'Nội dung', width: 48 },
        { header: 'Ghi nhận', width: 30 },
      ],
      rows: rows.map((row, index) => [String(index + 1), ...row]),
    },
  ];
}

export function difficulties(units: readonly UnitFigures[]): Block[] {
  const all = units.flatMap((one) => one.difficulties);
  if (all.length === 0)
    return [{ kind: 'text', text: 'Không có khó khăn, vướng mắc nào được đơn vị nêu trên hệ thống.' }];
  return [
    {
      kind: 'table',
      columns: [
        ordinal,
        { header: 'Đơn vị', width: 34 },
        { header: 'Khó khăn, vướng mắc', width: 60 },
        { header: 'Đã hướng dẫn, giúp đỡ', width: 60 },
      ],
      rows: all.map(({ unit, request }, index) => [
        String(index + 1),
        unit.name,
        request.text,
        request.answer?.text ?? 'Chưa trả lời',
      ]),
    },
  ];
}
