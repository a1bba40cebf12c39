/** What people do on the Đề nghị tab: a unit asks, a reviewer answers and presses "Ghi trả lời". */
import { toA1 } from '../../functions/domain/a1.ts';
import { type RequestColumn, requestColumn } from '../../functions/domain/forms/request.ts';
import { firstDataLine, tabTitles } from '../../functions/domain/workbook.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { Office } from './office.ts';
import { type Said, workbookOf } from './office-acts.ts';

export type TypedLine = Partial<Record<RequestColumn, string | number>>;

/** Types cells of one line, each by itself, as people do. */
export async function typeRequest(
  office: Office,
  email: string,
  desk: string,
  line: number,
  typed: TypedLine,
): Promise<void> {
  for (const [key, value] of Object.entries(typed))
    await office.people.type(
      email,
      workbookOf(office, desk),
      `'${tabTitles.requests}'!${toA1(requestColumn(key as RequestColumn), line)}`,
      [[value]],
    );
}

/** Lines as the sheet shows them. */
export const readRequestTab = (office: Office, desk: string): Promise<unknown[][]> =>
  office.people.read(
    staffEmail('reviewer', desk),
    workbookOf(office, desk),
    `'${tabTitles.requests}'!A${firstDataLine}:J20`,
  );

export const pressAnswer = (
  office: Office,
  desk: string,
  email = staffEmail('reviewer', desk),
): Promise<Said> =>
  office.people.press(email, 'answer', { spreadsheetId: workbookOf(office, desk) }) as Promise<Said>;
