/** Off the public page, now, with a reason: the pages are made again before the answer goes out. */
import { localDate } from '../domain/deadline.ts';
import { type Dossier, withdraw as withdrawn } from '../domain/dossier.ts';
import { isPublic } from '../domain/public-row.ts';
import { settle, type Ticket } from '../domain/ticket.ts';
import { enqueueMails } from '../outbox.ts';
import { paths, publishMark, readPlan, readWorkbooksOf, saveOver, syncMark } from '../records.ts';
import { refusal } from '../refusal.ts';
import type { RefusalResponse, WithdrawRequest, WithdrawResponse } from '../requests.ts';
import type { Services } from '../services.ts';
import { staffAccess } from '../staff-access.ts';
import { withdrawalMails } from '../submission-mails.ts';
import { toSaved } from './accept.ts';
import { publishNow } from './publish.ts';

export async function withdraw(
  services: Services,
  token: string | undefined,
  request: WithdrawRequest,
): Promise<WithdrawResponse | RefusalResponse> {
  const { store, clock } = services;
  const now = clock.now();
  const unknown = refusal(
    'unknown-dossier',
    `Không có hồ sơ mã “${request.dossier.slice(0, 60)}”. Hãy chép đúng mã ở cột “Mã hồ sơ” của tab Thẩm định, ví dụ 2025-31813-003.`,
  );
  if (
    ![request.plan, request.dossier].every((id) => /^[\w-]+$/.test(id)) ||
    !(await store.read(paths.plan(request.plan)))
  )
    return unknown;
  const access = await staffAccess(services, token, request.plan);
  if (!access.ok) return access;
  const loaded = await readPlan(store, request.plan);
  const path = paths.dossier(request.plan, request.dossier);
  const stored = await store.read<Dossier>(path);
  if (!stored) return unknown;
  const above = [stored.data.unitId, ...loaded.tree.ancestors(stored.data.unitId).map(({ id }) => id)];
  const role = access.roles.find(
    ({ role: name, unitId }) => name === 'admin' || (name === 'reviewer' && above.includes(unitId)),
  );
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
  const result = withdrawn(
    stored.data,
    { by: access.email, unitId: role.unitId, reason: request.reason },
    now,
  );
  if (!result.ok)
    return refusal(
      'bad-request',
      'Hãy ghi lý do gỡ, ít nhất 10 ký tự, ví dụ “Người được nêu rút lại đồng ý”.',
    );
  const name = String(stored.data.row.values.name ?? '');
  if (!result.changed) {
    await publishNow(services);
    return { ok: true, message: `“${name}” đã được gỡ khỏi trang công khai từ trước.` };
  }
  // Withdrawn is never public, whatever else holds it back.
  const after = toSaved(result.dossier, true, loaded, now);
  const workbooks = await readWorkbooksOf(store, after.planId, after.period, after.parentId);
  const mails = await withdrawalMails(services, loaded, after, now);
  const asked = await store.list<Ticket>('tickets', {
    where: { planId: after.planId, dossierId: after.id, state: 'open' },
  });
  const saved = await store.commit([
    saveOver(path, stored, after),
    ...asked.map((ticket) => saveOver(ticket.path, ticket, settle(ticket.data, access.email, now))),
    publishMark(now),
    ...workbooks.map(({ spreadsheetId }) => syncMark(spreadsheetId, now)),
    ...mails.map(({ write }) => write),
  ]);
  if (!saved.ok)
    return refusal('changed-meanwhile', 'Hồ sơ vừa được người khác sửa. Hãy bấm gỡ lại lần nữa.');
  await publishNow(services);
  await enqueueMails(
    services,
    mails.map(({ key }) => key),
  );
  return { ok: true, message: `Đã gỡ “${name}” khỏi trang công khai.` };
}
