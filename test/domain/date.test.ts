/** Dates of cells: serials, dd/mm/yyyy, and what is refused instead of guessed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  isoFromVi,
  isoToSerial,
  parseDate,
  plausibleDate,
  serialToIso,
} from '../../functions/domain/date.ts';

const serials = fc.integer({ min: 2, max: 2_000_000 });

describe('serial numbers', () => {
  it('are those of Google Sheets', () => {
    expect(serialToIso(45672)).toBe('2025-01-15');
    expect(isoToSerial('2025-01-15')).toBe(45672);
    expect(serialToIso(45672.75)).toBe('2025-01-15');
    expect(serialToIso(-1)).toBeUndefined();
    expect(serialToIso(1e12)).toBeUndefined();
  });

  it('go to ISO and to dd/mm/yyyy and back', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        const iso = serialToIso(serial) as string;
        expect(isoToSerial(iso)).toBe(serial);
        expect(parseDate(formatDate(iso))).toEqual({ ok: true, iso });
      }),
    );
  });

  it('are likely dates only between 1990 and 2060', () => {
    expect(plausibleDate(45672)).toBe('2025-01-15');
    expect(plausibleDate(isoToSerial('2060-12-31'))).toBe('2060-12-31');
    expect(plausibleDate(isoToSerial('1989-12-31'))).toBeUndefined();
    expect(plausibleDate(912345678)).toBeUndefined();
  });
});

describe('typed dates', () => {
  it.each([
    ['01/03/2022', '2022-03-01'],
    ['1/3/2022', '2022-03-01'],
    ['1-3-2022', '2022-03-01'],
    ['1.3.2022', '2022-03-01'],
    ['29/02/2024', '2024-02-29'],
    ['2022-03-01', '2022-03-01'],
  ])('%s is %s', (text, iso) => {
    expect(isoFromVi(text)).toBe(iso);
  });

  it.each(['31/02/2024', '29/02/2023', '00/01/2024', '15/13/2024', '01/01/0024'])('%s is no day', (text) => {
    expect(parseDate(text)).toEqual({ ok: false, reason: 'impossible' });
  });

  it.each(['03/2022', '15/01', '01/03/22', 'tháng 3', '2022', '1/3/20222', ''])(
    '%s is not guessed',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: false, reason: 'unreadable' });
    },
  );
});
