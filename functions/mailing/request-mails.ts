/** The answer to a request, to the clerks and heads of the unit that asked. */
import { periodLabel } from '../domain/period.ts';
import { askedWords, requestKindWords, type UnitRequest } from '../domain/request.ts';
import { decisionSentence } from '../domain/request-verdict.ts';
import { tabOfKind, type Workbook } from '../domain/workbook.ts';
import { toPlanInfo } from '../mails/digest-state.ts';
import { type LoadedPlan, readStaff } from '../records.ts';
import type { Services } from '../services.ts';
import { type OwedMail, oweMail } from './outbox.ts';

export async function requestMails(
  { store, settings }: Services,
  workbook: Workbook,
  { plan, tree }: LoadedPlan,
  requests: readonly UnitRequest[],
  now: Date,
): Promise<OwedMail[]> {
  const { planId, period, unitId, spreadsheetId } = workbook;
  const staff = await readStaff(store, { planId });
  const link = settings.workbookUrl(spreadsheetId, tabOfKind(workbook, 'requests').sheetId);
  const collecting = tree.get(unitId);
  return requests.flatMap((request) => {
    const { answer } = request;
    if (!answer) return [];
    const told = staff.filter(
      (person) => person.unitId === request.unitId && (person.role === 'clerk' || person.role === 'head'),
    );
    // Somebody who is clerk and head gets one mail.
    const people = new Map(told.map((person) => [person.email, person]));
    return [...people.values()].map(({ email, name }) =>
      oweMail(
        'requestAnswer',
        email,
        [spreadsheetId, request.key, answer.at],
        {
          plan: toPlanInfo(plan),
          period: periodLabel(period),
          unitName: tree.get(request.unitId)?.name ?? request.unitId,
          parentName: collecting?.reviewBody ?? collecting?.name ?? unitId,
          recipientName: name,
          requestKey: request.key,
          kind: requestKindWords[request.kind],
          asked: askedWords(request),
          decision: decisionSentence(request, answer),
          answer: answer.text,
          answeredBy: staff.find((person) => person.email === answer.by)?.name ?? answer.by,
          answeredAt: answer.at,
          link,
        },
        now,
      ),
    );
  });
}
