/** What lies over the cells: filters, conditional formats, named ranges, developer metadata. */
import { describe, expect, it } from 'vitest';
import { area, oneTab, rows } from '../../../support/sheets-workspace.ts';

describe('what lies over the cells', () => {
  it('hides rows by a filter and shows them again', () => {
    const { write, batch, get } = oneTab();
    write('A1', [['Loại'], ['a'], ['b'], ['a']]);
    const hidden = () =>
      get({ fields: 'sheets.data.rowMetadata.hiddenByFilter' }).sheets[0].data[0].rowMetadata.flatMap(
        (row: { hiddenByFilter?: boolean }, index: number) => (row.hiddenByFilter ? [index] : []),
      );
    batch([
      { setBasicFilter: { filter: { range: area(0, 4, 0, 1), criteria: { 0: { hiddenValues: ['a'] } } } } },
    ]);
    expect(hidden()).toEqual([1, 3]);
    expect(get().sheets[0].basicFilter.range).toEqual(area(0, 4, 0, 1));
    batch([{ clearBasicFilter: { sheetId: 7 } }]);
    expect(hidden()).toEqual([]);
  });

  it('keeps conditional formats in order and gives back the deleted one', () => {
    const { batch, get } = oneTab();
    const rule = (type: string) => ({
      ranges: [area(0, 1, 0, 1)],
      booleanRule: { condition: { type }, format: {} },
    });
    batch([
      { addConditionalFormatRule: { rule: rule('BLANK') } },
      { addConditionalFormatRule: { rule: rule('NOT_BLANK'), index: 0 } },
    ]);
    const answer = batch([{ deleteConditionalFormatRule: { sheetId: 7, index: 0 } }]);
    expect(answer.replies).toEqual([{ deleteConditionalFormatRule: { rule: rule('NOT_BLANK') } }]);
    expect(get().sheets[0].conditionalFormats).toEqual([rule('BLANK')]);
    batch([{ copyPaste: { source: area(0, 1, 0, 1), destination: area(3, 4, 2, 3) } }]);
    expect(get().sheets[0].conditionalFormats[0].ranges).toEqual([area(0, 1, 0, 1), area(3, 4, 2, 3)]);
  });

  it('names ranges, reads by the name and forgets it', () => {
    const { batch, write, read } = oneTab();
    write('B2', [['x'], ['=Danh_mục']], 'USER_ENTERED');
    const { replies } = batch([
      { addNamedRange: { namedRange: { name: 'Danh_mục', range: area(1, 2, 1, 2) } } },
    ]);
    expect(read('Danh_mục')).toEqual([['x']]);
    expect(read('B3')).toEqual([['x']]);
    batch([{ deleteNamedRange: { namedRangeId: replies[0].addNamedRange.namedRange.namedRangeId } }]);
    expect(() => read('Danh_mục')).toThrow('Unable to parse range: Danh_mục');
  });

  it('keeps, finds, changes and deletes developer metadata', () => {
    const { batch, call, id, get } = oneTab();
    const create = (metadataKey: string, location: object) => ({
      createDeveloperMetadata: {
        developerMetadata: { metadataKey, metadataValue: 'v', visibility: 'DOCUMENT', location },
      },
    });
    const { replies } = batch([
      create('plan', { spreadsheet: true }),
      create('unit', { sheetId: 7 }),
      create('row', { dimensionRange: rows(3, 4) }),
    ]);
    const made = replies.map(
      (reply: { createDeveloperMetadata: { developerMetadata: object } }) =>
        reply.createDeveloperMetadata.developerMetadata,
    );
    expect(made.map((each: { location: { locationType: string } }) => each.location.locationType)).toEqual([
      'SPREADSHEET',
      'SHEET',
      'ROW',
    ]);
    expect(get().developerMetadata).toEqual([made[0]]);
    expect(get().sheets[0].developerMetadata).toEqual([made[1]]);
    const lookup = { developerMetadataLookup: { locationType: 'SHEET' } };
    expect(call('POST', `/${id}/developerMetadata:search`, { body: { dataFilters: [lookup] } })).toEqual({
      matchedDeveloperMetadata: [{ developerMetadata: made[1], dataFilters: [lookup] }],
    });
    const changed = batch([
      {
        updateDeveloperMetadata: {
          dataFilters: [lookup],
          developerMetadata: { metadataValue: 'w' },
          fields: 'metadataValue',
        },
      },
    ]);
    expect(changed.replies[0].updateDeveloperMetadata.developerMetadata).toEqual([
      { ...made[1], metadataValue: 'w' },
    ]);
    expect(call('GET', `/${id}/developerMetadata/${made[2].metadataId}`)).toEqual(made[2]);
    const gone = batch([
      { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'plan' } } } },
    ]);
    expect(gone.replies[0].deleteDeveloperMetadata.deletedDeveloperMetadata).toEqual([made[0]]);
    expect(get().developerMetadata).toBeUndefined();
  });
});
