/** One line of a desk and who asks about it: what only reviewers of the desk and administrators may see of a dossier. */
import type { Dossier } from '../domain/dossier.ts';
import { parseReviewKey, type Workbook } from '../domain/workbook.ts';
import type { StoredDocument } from '../ports.ts';
import { paths } from '../records.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { type Desk, type DeskRules, openDesk } from './desk.ts';

export interface DeskLine extends Desk {
  line: StoredDocument<Dossier>;
}

export async function openDeskLine(
  services: Services,
  token: string | undefined,
  { spreadsheetId, key }: { spreadsheetId: string; key: string },
  words: Omit<DeskRules, 'forAdmins'>,
): Promise<DeskLine | Refusal> {
  const desk = await openDesk(services, token, spreadsheetId, { ...words, forAdmins: true });
  if (!desk.ok) return desk;
  const { workbook, unitName } = desk;
  const line = await readLine(services, workbook, key);
  if (!line)
    return refusal(
      'unknown-dossier',
      `Không có hồ sơ nào mang mã “${key.slice(0, 60)}” ở ${unitName}. Hãy chọn một dòng có mã ở cột “Mã hồ sơ”, ví dụ 2025-31813-003.1.`,
    );
  return { ...desk, line };
}

/** A dossier that stands, or stood, at this desk. */
async function readLine(
  { store }: Services,
  { planId, period, unitId }: Workbook,
  key: string,
): Promise<StoredDocument<Dossier> | undefined> {
  const id = parseReviewKey(key)?.dossierId;
  if (id === undefined || !/^[\w.-]+$/.test(id)) return undefined;
  const stored = await store.read<Dossier>(paths.dossier(planId, id));
  if (stored?.data.period !== period) return undefined;
  const { at, parentId, history, unitId: origin } = stored.data;
  const wasHere = [at, parentId, ...history.map((event) => event.unitId)].includes(unitId);
  return origin !== unitId && wasHere ? stored : undefined;
}
