/** Periods laid side by side: this one beside the one before, or all the years of a plan. */
import { formatNumber } from '../domain/number.ts';
import { periodLabel } from '../domain/period.ts';
import type { Block, TableColumn, TableRow } from './paper.ts';
import { distinct, type PeriodFigures, sumFigures } from './report-figures.ts';
import {
  exemplarMeasures,
  listMeasures,
  type Measure,
  measureColumns,
  numbers,
  portraitWidth,
  unitWords,
} from './report-tables.ts';

const change = (now: number, then: number): string =>
  now === then
    ? 'Không đổi'
    : now > then
      ? `Tăng ${formatNumber(now - then)}`
      : `Giảm ${formatNumber(then - now)}`;

export function comparison(now: PeriodFigures, before: PeriodFigures | undefined): Block[] {
  if (!before) return [{ kind: 'text', text: 'Trên hệ thống không có số liệu của kỳ trước để so sánh.' }];
  const columns = (first: string): TableColumn[] => [
    { header: first, width: 66 },
    ...[periodLabel(before.period), periodLabel(now.period), 'So sánh'].map(
      (header): TableColumn => ({ header, width: 33, align: 'center' }),
    ),
  ];
  const row = (label: string, then: number, today: number): string[] => [
    label,
    formatNumber(then),
    formatNumber(today),
    change(today, then),
  ];
  const named: [string, readonly Measure[]][] = [
    ['Danh sách', listMeasures],
    ['Điển hình', exemplarMeasures],
  ];
  const measures = named.flatMap(([of, all]) => [
    { across: of },
    ...all.map(([key, header]) => row(header, before.total[key], now.total[key])),
  ]);
  const merged = figuresOfUnits(before, now);
  return [
    { kind: 'table', columns: columns('Nội dung'), rows: measures },
    { kind: 'text', text: 'Số điển hình từng đơn vị đã gửi:' },
    {
      kind: 'table',
      columns: columns('Đơn vị'),
      rows: merged.map(({ label, earlier, today }): TableRow => row(label, earlier, today)),
    },
  ];
}

/** Every unit of either period: who ended between them stands with its successor in both. */
function figuresOfUnits(before: PeriodFigures, now: PeriodFigures) {
  const both = [
    ...now.units,
    ...before.units.filter(({ unit }) => !now.units.some((one) => one.unit.id === unit.id)),
  ];
  const sentIn = ({ units }: PeriodFigures, id: string): number =>
    units.find(({ unit }) => unit.id === id)?.figures.sent ?? 0;
  return both.map((one) => {
    const then = before.units.find(({ unit }) => unit.id === one.unit.id);
    const absorbed = distinct([...(then?.absorbed ?? []), ...one.absorbed]);
    return {
      label: unitWords({ ...one, absorbed }),
      earlier: sentIn(before, one.unit.id),
      today: sentIn(now, one.unit.id),
    };
  });
}

export function periodTable(periods: readonly PeriodFigures[]): Block {
  const measures: readonly Measure[] = [
    ['asked', 'Phải gửi'],
    ['came', 'Đã gửi'],
    ['onTime', 'Đúng hạn'],
    ['sent', 'Điển hình gửi'],
    ['approved', 'Được duyệt'],
    ['chosen', 'Được chọn'],
    ['published', 'Công khai'],
  ];
  const period: TableColumn = { header: 'Kỳ', width: 32 };
  return {
    kind: 'table',
    columns: [period, ...measureColumns(measures, portraitWidth - period.width)],
    rows: [
      ...periods.map((one) => [periodLabel(one.period), ...numbers(one.total, measures)]),
      { total: ['Cộng', ...numbers(sumFigures(periods.map(({ total }) => total)), measures)] },
    ],
  };
}
