/** A reviewers' desk as one of its reviewers opens it: the workbook, its plan, and a kind word for whoever may not. */
import type { Workbook } from '../domain/workbook.ts';
import { type LoadedPlan, readPlan, readWorkbook } from '../records.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { mayActFor, staffAccess } from '../staff-access.ts';

export interface Desk {
  ok: true;
  workbook: Workbook;
  loaded: LoadedPlan;
  unitName: string;
  email: string;
  isAdmin: boolean;
}

export interface DeskRules {
  /** Ends the sentence to those who may not: "ghi được quyết định ở đây". */
  wish: string;
  /** What to ask the reviewer for: "ghi". */
  ask: string;
  /** Whether administrators may, too. */
  forAdmins: boolean;
}

export async function openDesk(
  services: Services,
  token: string | undefined,
  spreadsheetId: string,
  { wish, ask, forAdmins }: DeskRules,
): Promise<Desk | Refusal> {
  const workbook = await readWorkbook(services.store, spreadsheetId);
  if (!workbook)
    return refusal(
      'unknown-workbook',
      'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại từ thư nhắc.',
    );
  const access = await staffAccess(services, token, workbook.planId);
  if (!access.ok) return access;
  const { email, roles } = access;
  const loaded = await readPlan(services.store, workbook.planId);
  const unitName = loaded.tree.get(workbook.unitId)?.name ?? workbook.unitId;
  const isAdmin = roles.some(({ role }) => role === 'admin');
  if (!(isAdmin && forAdmins) && !mayActFor(roles, workbook.unitId, ['reviewer']))
    return refusal(
      'not-your-unit',
      `Địa chỉ ${email} không phải người thẩm định của ${unitName}, nên không ${wish}. Hãy nhờ người thẩm định của ${unitName} ${ask}.`,
    );
  return { ok: true, workbook, loaded, unitName, email, isAdmin };
}
