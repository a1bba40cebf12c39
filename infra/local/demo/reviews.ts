/** Scenes at a reviewers' desk: type decisions beside the lines the machine added, press "Ghi quyết định", withdraw. */
import type { Dossier, ReviewAction } from '../../../functions/domain/dossier.ts';
import type { CellValue } from '../../../functions/domain/row.ts';
import {
  decisionWords,
  firstDataLine,
  reviewColumn,
  reviewKey,
  tabTitles,
} from '../../../functions/domain/workbook.ts';
import { staffEmail } from '../samples/people.ts';
import { type Stage, workbooksAt } from './stage.ts';

export interface Decision {
  action: ReviewAction;
  reason: string;
}

export interface ReviewedCounts {
  returned: number;
  held: number;
  approved: number;
  promoted: number;
  unchanged: number;
}

const decisionLetter = String.fromCharCode(65 + reviewColumn('decision'));

/**
 * Decides every line that has none yet; `choose` sees the dossiers as they stand, in order of their ids: the order of the
 * lines tells which list came in first, which is not the same in every run. Returns how many lines were decided.
 */
export async function reviewDesk(
  stage: Pick<Stage, 'local' | 'people' | 'workbooks'>,
  unitId: string,
  waiting: readonly Dossier[],
  choose: (dossier: Dossier, index: number) => Decision,
): Promise<ReviewedCounts> {
  const reviewer = staffEmail('reviewer', unitId);
  const books = await Promise.all(
    workbooksAt(stage, unitId).map(async ({ spreadsheetId }) => ({
      spreadsheetId,
      lines: await stage.people.read(reviewer, spreadsheetId, `'${tabTitles.review}'!A${firstDataLine}:L`),
    })),
  );
  const byKey = new Map(waiting.map((dossier) => [reviewKey(dossier.id, dossier.round), dossier]));
  const open = books
    .flatMap(({ lines }) => lines)
    .filter((cells) => cell(cells, 'decision') === '')
    .flatMap((cells) => byKey.get(cell(cells, 'key')) ?? [])
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const chosen = new Map(
    open.map((dossier, index) => [reviewKey(dossier.id, dossier.round), choose(dossier, index)]),
  );
  let counts: ReviewedCounts = { returned: 0, held: 0, approved: 0, promoted: 0, unchanged: 0 };
  for (const { spreadsheetId, lines } of books.filter((book) => book.lines.length > 0))
    counts = addCounts(counts, await decideLines(stage, unitId, spreadsheetId, lines, chosen));
  await stage.local.queue.idle();
  return counts;
}

const cell = (cells: readonly CellValue[], key: 'key' | 'decision' | 'reason'): string =>
  String(cells[reviewColumn(key)] ?? '');

/** Types what was chosen beside its line, leaves what stands there, and presses "Ghi quyết định". */
async function decideLines(
  { people }: Pick<Stage, 'people'>,
  unitId: string,
  spreadsheetId: string,
  lines: readonly CellValue[][],
  chosen: ReadonlyMap<string, Decision>,
): Promise<ReviewedCounts> {
  const reviewer = staffEmail('reviewer', unitId);
  const decisions = lines.map((cells): [string, string] => {
    const fresh = cell(cells, 'decision') === '' ? chosen.get(cell(cells, 'key')) : undefined;
    return fresh
      ? [decisionWords[fresh.action], fresh.reason]
      : [cell(cells, 'decision'), cell(cells, 'reason')];
  });
  await people.type(
    reviewer,
    spreadsheetId,
    `'${tabTitles.review}'!${decisionLetter}${firstDataLine}`,
    decisions,
  );
  const { body } = await people.press(reviewer, 'review', { spreadsheetId });
  const problems = body.problems ?? [];
  if (!body.ok || problems.length > 0)
    throw new Error(
      `review of ${unitId}: ${body.message}\n${problems.map(({ message }) => message).join('\n')}`,
    );
  return body as unknown as ReviewedCounts;
}

export const addCounts = (a: ReviewedCounts, b: ReviewedCounts): ReviewedCounts => ({
  returned: a.returned + b.returned,
  held: a.held + b.held,
  approved: a.approved + b.approved,
  promoted: a.promoted + b.promoted,
  unchanged: a.unchanged + b.unchanged,
});
