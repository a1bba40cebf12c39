/** Scenes at a reviewers' desk: type decisions beside the lines the machine added, press "Ghi quyết định", withdraw. */
import type { Dossier, ReviewAction } from '../../../functions/domain/dossier.ts';
import {
  decisionWords,
  firstDataLine,
  parseReviewKey,
  reviewColumn,
  tabTitles,
} from '../../../functions/domain/workbook.ts';
import { staffEmail } from '../samples/people.ts';
import { type Stage, workbookOf } from './stage.ts';

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

/** Decides every line that has none yet; `choose` sees the dossier as it stands. Returns how many lines were decided. */
export async function reviewDesk(
  stage: Stage,
  unitId: string,
  waiting: readonly Dossier[],
  choose: (dossier: Dossier, index: number) => Decision,
): Promise<ReviewedCounts> {
  const { people } = stage;
  const reviewer = staffEmail('reviewer', unitId);
  const { spreadsheetId } = workbookOf(stage, unitId);
  const lines = await people.read(reviewer, spreadsheetId, `'${tabTitles.review}'!A${firstDataLine}:L`);
  const byId = new Map(waiting.map((dossier) => [dossier.id, dossier]));
  let index = 0;
  const decisions = lines.map((cells): [string, string] => {
    const before: [string, string] = [
      String(cells[reviewColumn('decision')] ?? ''),
      String(cells[reviewColumn('reason')] ?? ''),
    ];
    const key = parseReviewKey(String(cells[0] ?? ''));
    const dossier = key && byId.get(key.dossierId);
    if (!dossier || dossier.round !== key?.round || before[0] !== '') return before;
    const { action, reason } = choose(dossier, index);
    index += 1;
    return [decisionWords[action], reason];
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
  await stage.local.queue.idle();
  return body as unknown as ReviewedCounts;
}

export const addCounts = (a: ReviewedCounts, b: ReviewedCounts): ReviewedCounts => ({
  returned: a.returned + b.returned,
  held: a.held + b.held,
  approved: a.approved + b.approved,
  promoted: a.promoted + b.promoted,
  unchanged: a.unchanged + b.unchanged,
});
