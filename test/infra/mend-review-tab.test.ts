/** Review tabs that stand: one of the form's own columns and one that people rearranged are left alone. */
import { expect, it } from 'vitest';
import { contestEntryForm } from '../../functions/domain/forms/contest-entry.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { reviewColumns } from '../../functions/domain/workbook.ts';
import { mendReviewTab } from '../../infra/provision/mend-review-tab.ts';

type Heading = { key: string; header: string };

const standing = (columns: readonly Heading[]) => ({
  properties: { sheetId: 2 },
  data: [
    {
      rowData: [columns.map(({ header }) => header), columns.map(({ key }) => key)].map((cells) => ({
        values: cells.map((stringValue) => ({ userEnteredValue: { stringValue } })),
      })),
    },
  ],
});

const exemplar = reviewColumns(exemplarForm);
const contest = reviewColumns(contestEntryForm);

it.each([
  ['exemplars', exemplar, exemplarForm],
  ['the contest', contest, contestEntryForm],
])('leaves the tab of %s as it is', (_, columns, form) => {
  expect(mendReviewTab(standing(columns), form)).toEqual([]);
});

it('writes all headings that differ, the new ones in front of the remark, none where people type', () => {
  const requests = mendReviewTab(standing(exemplar), contestEntryForm);
  expect(requests[0]).toMatchObject({
    insertDimension: { range: { dimension: 'COLUMNS', startIndex: 11, endIndex: 19 } },
  });
  const written = requests.flatMap(({ updateCells }) =>
    updateCells?.start?.rowIndex === 1 ? [updateCells.start.columnIndex] : [],
  );
  expect(written).toEqual([2, 3, 4, ...contest.map((_, index) => index).slice(8, -1)].filter(isNew));
});

/** Title and name have the same keys but other headings; only what is the same in both is not written. */
const isNew = (index: number): boolean =>
  exemplar[index]?.key !== contest[index]?.key || exemplar[index]?.header !== contest[index]?.header;

it.each([
  [
    'a column of their own before the decision',
    [...exemplar.slice(0, 4), { key: '', header: 'Ghi chú' }, ...exemplar.slice(4)],
  ],
  ['no remark any more', exemplar.slice(0, -1)],
  ['no keys', exemplar.map(({ header }) => ({ key: '', header }))],
])('leaves a tab alone in which people have %s', (_, columns) => {
  expect(mendReviewTab(standing(columns), contestEntryForm)).toEqual([]);
});
