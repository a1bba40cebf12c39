/** Off the public page, now, with a reason: the pages are made again before the answer goes out. */
import { localDate } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import { isPublic } from '../domain/public-row.ts';
import { longReason, reasonFault, reasonLimits } from '../domain/reason.ts';
import { parseReviewKey } from '../domain/workbook.ts';
import { enqueueMails } from '../mailing/outbox.ts';
import { readOtherPages } from '../publishing/other-pages.ts';
import { paths, readPlan, readWorkbook } from '../records.ts';
import { refusal } from '../refusal.ts';
import type { RefusalResponse, WithdrawRequest, WithdrawResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { staffAccess } from '../staff-access.ts';
import { reviewerOf } from '../tickets/roles.ts';
import { endOtherTickets, withdrawalWrites } from '../tickets/take-off.ts';
import { publishNow } from './publish.ts';

export async function withdraw(
  services: Services,
  token: string | undefined,
  request: WithdrawRequest,
): Promise<WithdrawResponse | RefusalResponse> {
  const { store, clock } = services;
  const now = clock.now();
  const target = await targetOf(services, request);
  if (!target.ok) return target;
  const { planId, dossierId } = target;
  const unknown = refusal(
    'unknown-dossier',
    `Không có hồ sơ mã “${dossierId.slice(0, 60)}”. Hãy chép đúng mã ở cột “Mã hồ sơ” của tab Thẩm định, ví dụ 2025-31813-003.`,
  );
  if (![planId, dossierId].every((id) => /^[\w-]+$/.test(id)) || !(await store.read(paths.plan(planId))))
    return unknown;
  const access = await staffAccess(services, token, planId);
  if (!access.ok) return access;
  const loaded = await readPlan(store, planId);
  const path = paths.dossier(planId, dossierId);
  const stored = await store.read<Dossier>(path);
  if (!stored) return unknown;
  const role = reviewerOf(access.roles, stored.data.unitId, loaded.tree);
  if (!role)
    return refusal(
      'not-your-unit',
      `Địa chỉ ${access.email} không có quyền gỡ hồ sơ này. Hãy nhờ người thẩm định của cấp trên đơn vị nộp gỡ giúp.`,
    );
  if (
    !isPublic(stored.data, loaded.plan, localDate(now, loaded.plan.timeZone), loaded.tree) &&
    !stored.data.withdrawn
  )
    return refusal(
      'bad-request',
      'Hồ sơ này chưa công khai nên không có gì để gỡ. Muốn không công khai, hãy trả lại để đơn vị sửa cột “Đồng ý công khai”.',
    );
  if (reasonFault(request.reason) === 'long')
    return refusal('bad-request', longReason('Lý do gỡ', request.reason));
  if (reasonFault(request.reason) === 'short' && !stored.data.withdrawn)
    return refusal(
      'bad-request',
      `Hãy ghi lý do gỡ, ít nhất ${reasonLimits.least} ký tự, ví dụ “Người được nêu rút lại đồng ý”.`,
    );
  const name = String(stored.data.row.values.name ?? '');
  const act = { by: access.email, unitId: role.unitId, reason: request.reason };
  const taken = await withdrawalWrites(services, loaded, stored, act, now);
  if (!taken) {
    await publishNow(services);
    await endOtherTickets(services, stored.data, act, now);
    return { ok: true, message: `“${name}” đã được gỡ khỏi trang công khai từ trước.` };
  }
  const saved = await store.commit(taken.writes);
  if (!saved.ok)
    return refusal('changed-meanwhile', 'Hồ sơ vừa được người khác sửa. Hãy bấm gỡ lại lần nữa.');
  await publishNow(services);
  await enqueueMails(services, taken.mails);
  await endOtherTickets(services, stored.data, act, now);
  const others = (await readOtherPages(services, stored.data)).map(({ period, url }) => `${period}: ${url}`);
  const stay =
    others.length > 0
      ? ` Gương này còn trang công khai khác, chưa gỡ (${others.join('; ')}); nếu người được nêu rút lại sự đồng ý, xin gỡ cả.`
      : '';
  return { ok: true, message: `Đã gỡ “${name}” khỏi trang công khai.${stay}` };
}

type Target = { ok: true; planId: string; dossierId: string };

/** A line of the review tab is about one round; what leaves the public page is the dossier. */
async function targetOf(
  { store }: Services,
  { plan, dossier, spreadsheetId, key }: WithdrawRequest,
): Promise<Target | RefusalResponse> {
  if (plan !== undefined && dossier !== undefined) return { ok: true, planId: plan, dossierId: dossier };
  if (spreadsheetId === undefined || key === undefined)
    return refusal(
      'bad-request',
      'Yêu cầu thiếu plan và dossier, hoặc spreadsheetId và key. Hãy chọn dòng của gương ở tab Thẩm định rồi bấm Gương sáng › Gỡ công khai…',
    );
  const workbook = await readWorkbook(store, spreadsheetId);
  return workbook
    ? { ok: true, planId: workbook.planId, dossierId: parseReviewKey(key)?.dossierId ?? key }
    : refusal(
        'unknown-workbook',
        'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại từ thư nhắc.',
      );
}
