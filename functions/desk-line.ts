/** One line of a desk and who asks about it: what only reviewers of the desk and administrators may see of a dossier. */
import type { Dossier } from './domain/dossier.ts';
import { parseReviewKey, type Workbook } from './domain/workbook.ts';
import type { StoredDocument } from './ports.ts';
import { type LoadedPlan, paths, readPlan, readWorkbook } from './records.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { mayActFor, staffAccess } from './staff-access.ts';

export interface DeskLine {
  ok: true;
  workbook: Workbook;
  loaded: LoadedPlan;
  email: string;
  isAdmin: boolean;
  line: StoredDocument<Dossier>;
}

/** `wish` ends the sentence to those who may not: "xem được phần so sánh"; `ask` is what to ask the reviewer for: "xem". */
export async function openDeskLine(
  services: Services,
  token: string | undefined,
  { spreadsheetId, key }: { spreadsheetId: string; key: string },
  { wish, ask }: { wish: string; ask: string },
): Promise<DeskLine | Refusal> {
  const { store } = services;
  const workbook = await readWorkbook(store, spreadsheetId);
  if (!workbook)
    return refusal(
      'unknown-workbook',
      'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại từ thư nhắc.',
    );
  const access = await staffAccess(services, token, workbook.planId);
  if (!access.ok) return access;
  const loaded = await readPlan(store, workbook.planId);
  const unitName = loaded.tree.get(workbook.unitId)?.name ?? workbook.unitId;
  const isAdmin = access.roles.some(({ role }) => role === 'admin');
  if (!isAdmin && !mayActFor(access.roles, workbook.unitId, ['reviewer']))
    return refusal(
      'not-your-unit',
      `Địa chỉ ${access.email} không phải người thẩm định của ${unitName}, nên không ${wish}. Hãy nhờ người thẩm định của ${unitName} ${ask}.`,
    );
  const line = await readLine(services, workbook, key);
  if (!line)
    return refusal(
      'unknown-dossier',
      `Không có hồ sơ nào mang mã “${key.slice(0, 60)}” ở ${unitName}. Hãy chọn một dòng có mã ở cột “Mã hồ sơ”, ví dụ 2025-31813-003.1.`,
    );
  return { ok: true, workbook, loaded, email: access.email, isAdmin, line };
}

/** A dossier that stands, or stood, at this desk. */
async function readLine(
  { store }: Services,
  { planId, period, unitId }: Workbook,
  key: string,
): Promise<StoredDocument<Dossier> | undefined> {
  const id = parseReviewKey(key)?.dossierId;
  if (id === undefined || !/^[\w-]+$/.test(id)) return undefined;
  const stored = await store.read<Dossier>(paths.dossier(planId, id));
  if (stored?.data.period !== period) return undefined;
  const { at, parentId, history, unitId: origin } = stored.data;
  const wasHere = [at, parentId, ...history.map((event) => event.unitId)].includes(unitId);
  return origin !== unitId && wasHere ? stored : undefined;
}
