/** The ordered list of checks: one row, rows together; and apart, because it counts only when sending, the whole list. */
import type { Problem } from '../problem.ts';
import type { Row } from '../row.ts';
import { checkAchievedBackwards } from './achieved-backwards.ts';
import { checkAchievedInFuture } from './achieved-in-future.ts';
import { checkAge } from './age-out-of-range.ts';
import { checkCarriedPledge } from './carried-without-pledge.ts';
import { checkCodeDuplicate } from './code-duplicate.ts';
import { checkConsentInFuture } from './consent-in-future.ts';
import { checkConsentOfChild } from './consent-of-child.ts';
import { checkConsentDate } from './consent-without-date.ts';
import { checkDatedInFuture } from './dated-in-future.ts';
import { checkEndingReason } from './ending-without-reason.ts';
import { checkEntryByOrganiser } from './entry-by-organiser.ts';
import { checkEntryFileTwice } from './entry-file-twice.ts';
import { checkEntryLength } from './entry-length.ts';
import { checkEntryPhone } from './entry-with-phone.ts';
import { checkEntryOutlet } from './entry-without-outlet.ts';
import { checkHonorific } from './honorific-mismatch.ts';
import { checkKindAllowed } from './kind-not-allowed.ts';
import { checkLaunchType } from './launch-without-type.ts';
import { checkListEmpty } from './list-empty.ts';
import { checkLocalityPrivate } from './locality-private.ts';
import { checkNameAllCapitals } from './name-all-capitals.ts';
import { checkNameHasDigits } from './name-has-digits.ts';
import { checkNameHasSigns } from './name-has-signs.ts';
import { checkNameIsGroup } from './name-is-group.ts';
import { checkNameSingleWord } from './name-single-word.ts';
import { checkPaperNumber } from './paper-number.ts';
import { checkPhotoConsent } from './photo-against-consent.ts';
import { checkPhotoInDrive } from './photo-not-in-drive.ts';
import { checkPhotoAlt } from './photo-without-alt.ts';
import { checkPointsSum } from './points-not-hundred.ts';
import { checkPrivateData } from './private-data.ts';
import { checkQuotaAbove } from './quota-above.ts';
import { checkQuotaBelow } from './quota-below.ts';
import { checkQuotaOverTarget } from './quota-over-target.ts';
import { checkReference } from './reference-unknown.ts';
import { checkResultsNumber } from './results-without-number.ts';
import { checkRowDuplicate } from './row-duplicate.ts';
import { checkRowIdDuplicate } from './row-id-duplicate.ts';
import { checkRowIdForeign } from './row-id-foreign.ts';
import { checkRowKeyMissing } from './row-key-missing.ts';
import type { Check, CheckContext } from './rule.ts';
import { checkSummaryNearCopy } from './summary-near-copy.ts';
import { checkValidBackwards } from './valid-backwards.ts';
import { checkWomen } from './women-over-members.ts';

export type { Check, CheckContext } from './rule.ts';

const rowChecks: readonly Check[] = [
  checkNameSingleWord,
  checkNameHasDigits,
  checkNameHasSigns,
  checkNameIsGroup,
  checkNameAllCapitals,
  checkAge,
  checkHonorific,
  checkWomen,
  checkLocalityPrivate,
  checkPrivateData,
  checkResultsNumber,
  checkAchievedBackwards,
  checkAchievedInFuture,
  checkCarriedPledge,
  checkConsentDate,
  checkConsentInFuture,
  checkConsentOfChild,
  checkPhotoAlt,
  checkPhotoConsent,
  checkPhotoInDrive,
  checkValidBackwards,
  checkEndingReason,
  checkPaperNumber,
  checkLaunchType,
  checkDatedInFuture,
  checkEntryByOrganiser,
  checkEntryLength,
  checkEntryOutlet,
  checkEntryPhone,
  checkReference,
  checkRowIdForeign,
  checkRowKeyMissing,
  checkRowIdDuplicate,
  checkRowDuplicate,
  checkCodeDuplicate,
  checkEntryFileTwice,
  checkSummaryNearCopy,
];

const listChecks: readonly Check[] = [
  checkListEmpty,
  checkQuotaBelow,
  checkQuotaAbove,
  checkQuotaOverTarget,
  checkKindAllowed,
  checkPointsSum,
];

const run = (checks: readonly Check[], rows: readonly Row[], context: CheckContext): Problem[] =>
  checks
    .flatMap((check) => check(rows, context))
    .map((problem) => ({ ...problem, tab: problem.tab ?? context.tab }));

/** Two checks may find fault with one cell; the cell gets the first complaint, an error before a warning. */
export function oneComplaintPerCell(problems: readonly Problem[]): Problem[] {
  const cells = new Map<string, Problem>();
  for (const problem of problems) {
    if (problem.line === undefined || problem.column === undefined) continue;
    const cell = `${problem.line} ${problem.column}`;
    const earlier = cells.get(cell);
    if (!earlier || (earlier.severity === 'warning' && problem.severity === 'error'))
      cells.set(cell, problem);
  }
  const kept = new Set(cells.values());
  return problems.filter(
    (problem) => problem.line === undefined || problem.column === undefined || kept.has(problem),
  );
}

/** Each row, then rows together. */
export const checkRows = (rows: readonly Row[], context: CheckContext): Problem[] =>
  oneComplaintPerCell(run(rowChecks, rows, context));

/** Only at submission: quotas and kinds, promoted rows counted. */
export const checkList = (rows: readonly Row[], context: CheckContext): Problem[] =>
  run(listChecks, rows, context);
