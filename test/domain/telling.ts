/** Invented rows to be told apart, and the ways in which a row is copied. */
import type { Told } from '../../functions/domain/near-copies.ts';
import type { Row } from '../../functions/domain/row.ts';
import { sampleRows } from '../../infra/local/samples/rows.ts';
import type { TypedRow } from '../../infra/local/samples/tell.ts';

const kinds = { 'Cá nhân': 'individual', 'Tập thể': 'collective', 'Mô hình': 'model' } as const;

export const toRow = (cells: TypedRow, id: string): Row => ({
  id,
  line: 3,
  kind: kinds[cells.kind as keyof typeof kinds],
  values: Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '')),
});

export const toTold = (row: Row, unitId = row.id.split('-')[1] ?? '', period = row.id.slice(0, 4)): Told => ({
  planId: 'kh-113',
  id: row.id,
  unitId,
  period,
  row,
});

/** Each unit tells its rows; ids as the machine gives them. */
export function inventedRows(units: number, perUnit = 5, seed = 7): Told[] {
  return Array.from({ length: units }, (_, index) => {
    const id = String(40_001 + 3 * index);
    const unit = { id, name: `Xã Tân Lập ${index + 1}`, kind: 'commune', parentName: 'Huyện Hồng Dân' };
    const options = { count: perUnit, kinds: Object.values(kinds), period: '2025', seed };
    return sampleRows(unit, options).map((cells, ordinal) =>
      toTold(toRow(cells, `2025-${id}-${String(ordinal + 1).padStart(3, '0')}`)),
    );
  }).flat();
}

export const rewrite = (told: Told, id: string, change: Partial<Row['values']>): Told =>
  toTold({ ...told.row, id, values: { ...told.row.values, ...(change as Row['values']) } });

const summary = ({ row }: Told): string => String(row.values.summary);
const others = ['Lý Thị Sà Rên', 'Trần Quốc Thới', 'Lâm Kim Huệ'] as const;
export const otherName = (ordinal: number): string => others[ordinal % others.length] as string;

/** How a text is passed around, by the name of the way. */
export const waysToCopy: Record<string, (told: Told, id: string) => Told> = {
  whole: (told, id) => rewrite(told, id, { name: otherName(0) }),
  'one word in eight changed': (told, id) =>
    rewrite(told, id, {
      name: otherName(1),
      summary: summary(told)
        .split(' ')
        .map((word, index) => (index % 8 === 5 ? 'khác' : word))
        .join(' '),
    }),
  'sentences reordered': (told, id) =>
    rewrite(told, id, {
      name: otherName(2),
      summary: summary(told)
        .split(/(?<=[.!?]) /)
        .reverse()
        .join(' '),
    }),
  'names swapped': (told, id) =>
    rewrite(told, id, {
      name: otherName(0),
      ...Object.fromEntries(
        ['title', 'summary', 'keyResults'].map((key) => [
          key,
          String(told.row.values[key] ?? '').replaceAll(
            /(?<=[\p{Ll}\d] )\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)*/gu,
            'Đông Hải',
          ),
        ]),
      ),
    }),
  'half a text': (told, id) => {
    const words = summary(told).split(' ');
    return rewrite(told, id, {
      name: otherName(1),
      title: '',
      keyResults: '',
      summary: words.slice(0, Math.ceil(words.length / 2)).join(' '),
    });
  },
};
