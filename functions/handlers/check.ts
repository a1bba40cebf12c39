/** "Kiểm tra ngay": bring the workbook's machine tab up to date and answer the caller's own tabs, or all for a reviewer. */
import { extensionLabel } from '../domain/deadline-label.ts';
import { nextStep } from '../domain/next-step.ts';
import { quotaCounter } from '../domain/quota.ts';
import { standingLabel } from '../domain/unit-standing.ts';
import { problemResponses } from '../problem-response.ts';
import { readWorkbook } from '../records.ts';
import { refusal } from '../refusal.ts';
import type { CheckResponse, RefusalResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { mayActFor, staffAccess } from '../staff-access.ts';
import { sync } from './sync.ts';

export async function check(
  services: Services,
  token: string | undefined,
  { spreadsheetId }: { spreadsheetId: string },
): Promise<CheckResponse | RefusalResponse> {
  const workbook = await readWorkbook(services.store, spreadsheetId);
  if (!workbook)
    return refusal(
      'unknown-workbook',
      'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại bảng tính từ liên kết trong thư nhắc hạn.',
    );
  const access = await staffAccess(services, token, workbook.planId);
  if (!access.ok) return access;
  const seesAll = mayActFor(access.roles, workbook.unitId, ['reviewer', 'head', 'clerk', 'admin']);
  const { outcome, units } = await sync(services, spreadsheetId, { force: true });
  if (outcome === 'busy')
    return refusal('busy', 'Bảng tính đang được kiểm tra. Hãy đợi vài giây rồi bấm “Kiểm tra ngay” lại.');
  const now = services.clock.now();
  const shown = units.filter(
    ({ unit }) => seesAll || mayActFor(access.roles, unit.id, ['clerk', 'head', 'reviewer']),
  );
  return {
    ok: true,
    units: shown.map(({ unit, tab, checked, standing, form }) => ({
      unit: unit.id,
      tab: tab.title,
      sheetId: tab.sheetId,
      form: { id: form.id, version: form.version },
      rows: checked.raw.length,
      counter: quotaCounter(standing.typedRows, standing.obligation.quota),
      lastDay: standing.deadline.lastDay,
      extension: standing.deadline.extended ? extensionLabel(standing.deadline.extended) : null,
      daysLeft: daysLeft(standing.deadline.lateFrom, now),
      standing: standingLabel(standing, now),
      next: nextStep(standing, now),
      attachment: standing.obligation.attachment?.label ?? null,
      nilReport: standing.obligation.nilReport,
      problems: problemResponses(checked.problems, form),
    })),
  };
}

const dayMs = 86_400_000;

/** Midnights still to come before the list is late, not counting that one. */
const daysLeft = (lateFrom: Date, now: Date): number =>
  Math.ceil((lateFrom.getTime() - now.getTime()) / dayMs) - 1;
