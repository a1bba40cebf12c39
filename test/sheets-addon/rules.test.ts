/** The add-on's own small rules, tried without a sheet: what is painted, which lines get ids, how dates are read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialToIso } from '../../functions/domain/date.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import type { CellValue } from '../../functions/domain/row.ts';
import { stampedRowId, unitTabColumns } from '../../functions/domain/workbook.ts';
import { toCellValues, toSerial } from '../../sheets-addon/cells.ts';
import { judgeLines, paintOfCell } from '../../sheets-addon/edited-rows.ts';
import { noteOf, ownPart, type Paint, repaint } from '../../sheets-addon/paint.ts';
import { idsToGive, ownerOf } from '../../sheets-addon/row-ids.ts';

const columns = unitTabColumns(exemplarForm);
const headers: CellValue[][] = [columns.map(({ header }) => header), columns.map(({ key }) => key)];
const indexOf = (key: string): number => columns.findIndex((column) => column.key === key);
const lineOf = (cells: Record<string, CellValue>): CellValue[] => columns.map(({ key }) => cells[key] ?? '');

describe('the paint of a typed cell', () => {
  const filled = { kind: 'Cá nhân', name: 'Nguyễn Thị Hoa', birthYear: 1985, consent: 'Chưa hỏi' };
  const edited = (row: CellValue[], key: string, oldValue: CellValue) =>
    paintOfCell(
      exemplarForm,
      { values: [...headers, row], from: 3, to: 3, today: '2025-01-08' },
      { line: 3, column: indexOf(key), oldValue },
    );

  it('touches the typed cell alone when only its own judgement changed', () => {
    const birthYear = indexOf('birthYear');
    expect(edited(lineOf({ ...filled, birthYear: 85 }), 'birthYear', 1985)?.span).toEqual([
      birthYear,
      birthYear,
    ]);
    expect(edited(lineOf(filled), 'birthYear', '85')?.span).toEqual([birthYear, birthYear]);
    expect(edited(lineOf(filled), 'birthYear', 1986)?.span).toBeUndefined();
  });

  it('touches a cell that is typed wrong again in the same way: what stood there may never have been marked', () => {
    const birthYear = indexOf('birthYear');
    expect(edited(lineOf({ ...filled, birthYear: 85 }), 'birthYear', '85')?.span).toEqual([
      birthYear,
      birthYear,
    ]);
  });

  it('reaches the cell that another one spoils', () => {
    const painted = edited(lineOf({ ...filled, consent: 'Đồng ý' }), 'consent', 'Chưa hỏi');
    expect(painted?.problems.some(({ column }) => column === 'consentDate')).toBe(true);
    expect(painted?.span).toEqual([indexOf('consentDate'), indexOf('consentDate')]);
  });

  it('is nothing in a tab of another kind', () => {
    const values = [['Đơn vị', 'Hạn'], [], ['Xã Ninh Hòa', '']];
    expect(judgeLines(exemplarForm, { values, from: 3, to: 3, today: '2025-01-08' })).toBeUndefined();
  });

  it('writes every cell whose complaint came or went, whatever was typed', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constantFrom('Cá nhân', 'Tập thể', 'Mô hình', '', '85'),
    );
    const someKey = fc.constantFrom(...exemplarForm.columns.map(({ key }) => key));
    fc.assert(
      fc.property(someKey, value, value, (key, before, after) => {
        const now = lineOf({ ...filled, [key]: after });
        const painted = edited(now, key, before);
        const judge = (row: CellValue[]) =>
          judgeLines(exemplarForm, { values: [...headers, row], from: 3, to: 3, today: '2025-01-08' });
        const complaints = (row: CellValue[]) =>
          new Map(judge(row)?.problems.map(({ column, code }) => [column, code]));
        const [a, b] = [complaints(lineOf({ ...filled, [key]: before })), complaints(now)];
        const [left, right] = painted?.span ?? [0, -1];
        for (const column of new Set([...a.keys(), ...b.keys()]))
          if (a.get(column) !== b.get(column)) {
            expect(indexOf(column ?? '')).toBeGreaterThanOrEqual(left);
            expect(indexOf(column ?? '')).toBeLessThanOrEqual(right);
          }
      }),
    );
  });
});

describe('notes', () => {
  const paint: Paint = { severity: 'error', text: 'Đang để trống, hãy điền.' };

  it("keeps people's own words through any number of paintings, and gives them back alone", () => {
    const own = fc.string().filter((text) => !text.startsWith('Gương Sáng: '));
    fc.assert(
      fc.property(own, fc.array(fc.boolean()), (text, paintings) => {
        const note = paintings.reduce((before, isWrong) => noteOf(isWrong ? paint : undefined, before), text);
        expect(ownPart(note)).toBe(text);
        expect(noteOf(undefined, note)).toBe(text);
      }),
    );
  });

  it('changes only cells that are faulty or were, and says when nothing is to be done', () => {
    const before = {
      notes: [['', noteOf(paint), 'Hỏi chị Ba']],
      backgrounds: [['#ffffff', '#f8d2cf', '#00ffff']],
    };
    expect(repaint(before, new Map([['E3', paint]]), { column: 3, firstLine: 3 })).toBeUndefined();
    expect(repaint(before, new Map(), { column: 3, firstLine: 3 })).toEqual({
      notes: [['', '', 'Hỏi chị Ba']],
      backgrounds: [[null, null, '#00ffff']],
    });
  });
});

describe('ids', () => {
  it('leaves the number of a row that was carried over, and gives one to a copy or another unit’s', () => {
    const owner = { period: '2026', unit: '31843' };
    const line = (number: number, id: string) => ({ line: number, id, isFilled: true });
    const lines = [
      line(3, '2026-31843-c2025318'),
      line(4, '2026-31843-c2025318'),
      line(5, '2026-31849-c2025318'),
    ];
    expect(idsToGive(lines, owner, 0).map((one) => [one.line, one.id])).toEqual([
      [4, '2026-31843-041'],
      [5, '2026-31843-042'],
    ]);
  });

  const owner = { period: '2025', unit: '31843' };
  const id = (ordinal: number): string => stampedRowId(owner.period, owner.unit, ordinal);
  const someId = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(id),
    fc.constantFrom('', '2024-31843-001', '2025-31846-002', '2025-31843-kabcdefgh', 'x'),
  );
  const someLines = fc
    .array(fc.record({ id: someId, isFilled: fc.boolean() }))
    .map((lines) => lines.map((line, index) => ({ ...line, line: index + 3 })));

  it('leaves every filled line with an id of its own, and right ones as they were', () => {
    fc.assert(
      fc.property(someLines, fc.nat(100), (lines, highest) => {
        const given = new Map(idsToGive(lines, owner, highest).map((one) => [one.line, one.id]));
        const after = lines.map((line) => ({ ...line, id: given.get(line.line) ?? line.id }));
        const filled = after.filter(({ isFilled }) => isFilled).map((one) => one.id);
        expect(new Set(filled).size).toBe(filled.length);
        expect(filled.every((one) => /^2025-31843-\d{3,}$/.test(one))).toBe(true);
        for (const { line, id: before, isFilled } of lines) {
          const isRight = /^2025-31843-\d{3}$/.test(before);
          const isOnly = lines.filter((other) => other.id === before).length === 1;
          if (!isFilled || (isRight && isOnly)) expect(given.has(line)).toBe(false);
        }
        expect(idsToGive(after, owner, highest)).toEqual([]);
        for (const one of given.values())
          expect(Number(one.slice(-3))).toBeGreaterThan(Math.max(40, highest));
      }),
    );
  });

  it('takes the period from the commonest ids of the unit', () => {
    expect(ownerOf(['', '2024-31843-001', id(1), id(2), '2025-31846-001'], '31843')).toEqual(owner);
    expect(ownerOf(['2025-04-31843-001'], '31843')).toEqual({ period: '2025-04', unit: '31843' });
    expect(ownerOf(['', 'x'], '31843')).toBeUndefined();
  });

  it.each(['2025', '2025-04', '2025-Q2', '2025-H1.TD', '2024-01', '2025.BD'])(
    'reads period %s off the ids of a unit whose code looks like a month',
    (period) => {
      expect(ownerOf([`${period}-01-001`, `${period}-01-kab12cd34`], '01')).toEqual({ period, unit: '01' });
      expect(ownerOf([`${period}-HNS01-001`], '01')).toBeUndefined();
    },
  );

  it('takes no id of an unknown form', () => {
    expect(ownerOf(['2025.ZZ-31843-001'], '31843')).toBeUndefined();
  });
});

describe('cells', () => {
  it('reads a date as the serial number of its day', () => {
    const day = fc.date({ min: new Date(1950, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const serial = toSerial(date);
        const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
        expect(serialToIso(serial)?.split('-').map(Number)).toEqual([year, month, dayOfMonth]);
      }),
    );
    expect(toSerial(new Date(2025, 0, 15, 12))).toBe(45_672.5);
  });

  it('shows a formula as its text, as the server reads it', () => {
    expect(toCellValues([['a', 2, true, null]], [['', '=1+1', '', '']])).toEqual([['a', '=1+1', true, '']]);
  });
});
