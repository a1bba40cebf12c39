/** values.append: where the table ends, and what happens to what is below. */
import { describe, expect, it } from 'vitest';
import { oneTab } from '../../../support/sheets-workspace.ts';

describe('appending', () => {
  it.each([
    [
      'A1',
      [
        ['h1', 'h2'],
        ['a', 'b'],
      ],
      'A3:B3',
      "'Xã A'!A1:B2",
    ],
    ['A1:F20', [['h1', 'h2'], [], ['x']], 'A4', "'Xã A'!A3"],
    ['D1:E2', [['h1', 'h2']], 'D1', undefined],
    [
      'C1',
      [
        ['', '', 'c'],
        ['', '', '', 'd'],
      ],
      'C3',
      "'Xã A'!C1:D2",
    ],
  ])('finds the table at %s', (range, before, place, table) => {
    const { call, id, write } = oneTab();
    write('A1', before);
    const values = place.includes(':') ? [['n', 'm']] : [['n']];
    const answer = call('POST', `/${id}/values/${range}:append`, {
      body: { values },
      query: { valueInputOption: 'RAW' },
    });
    expect(answer.updates.updatedRange).toBe(`'Xã A'!${place}`);
    expect(answer.tableRange).toBe(table);
  });

  it('overwrites what is below, or moves it down when told to insert', () => {
    for (const [insertDataOption, rest] of [
      ['OVERWRITE', []],
      ['INSERT_ROWS', [['', 'below']]],
    ] as const) {
      const { call, id, write, read } = oneTab();
      write('A1', [['h'], ['', '', '', 'right']]);
      write('B3', [['below']]);
      const query = { valueInputOption: 'RAW', insertDataOption };
      call('POST', `/${id}/values/A1:append`, {
        body: {
          values: [
            ['n', 'm'],
            ['o', 'p'],
          ],
        },
        query,
      });
      const shown = read('A1:C9');
      expect(shown.slice(0, 3)).toEqual([['h'], ['n', 'm'], ['o', 'p']]);
      expect(shown.slice(4)).toEqual(rest);
    }
  });

  it('adds rows to the grid when it is full', () => {
    const { call, id, write, get } = oneTab();
    write('A20', [['last']]);
    call('POST', `/${id}/values/A1:F20:append`, {
      body: { values: [['n']] },
      query: { valueInputOption: 'RAW' },
    });
    expect(get().sheets[0].properties.gridProperties.rowCount).toBe(21);
  });
});
