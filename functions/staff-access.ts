/** Who is calling: a bearer token becomes a person on the staff list of a plan, or a refusal that says what to do. */
import type { StaffRole } from './domain/plan.ts';
import { readStaff, type StaffRecord } from './records.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Services } from './services.ts';

export type SignedIn = { ok: true; email: string } | Refusal;

const signInMessage =
  'Chưa xác định được bạn là ai. Hãy đăng nhập lại tài khoản Google được cấp rồi mở lại bảng tính; nếu vẫn không được, báo người quản trị.';

export async function signIn(services: Services, token: string | undefined): Promise<SignedIn> {
  if (token === undefined) return refusal('sign-in', signInMessage);
  const verified = await services.identity.verify(token);
  return verified.ok ? { ok: true, email: verified.email.toLowerCase() } : refusal('sign-in', signInMessage);
}

export type StaffAccess = { ok: true; email: string; roles: StaffRecord[] } | Refusal;

/** The caller's roles in the plan; refused when there are none. */
export async function staffAccess(
  services: Services,
  token: string | undefined,
  planId: string,
): Promise<StaffAccess> {
  const caller = await signIn(services, token);
  if (!caller.ok) return caller;
  const roles = await readStaff(services.store, { planId, email: caller.email });
  if (roles.length > 0) return { ok: true, email: caller.email, roles };
  return refusal(
    'not-staff',
    `Địa chỉ ${caller.email} chưa có trong danh sách cán bộ của kế hoạch này. Hãy dùng địa chỉ đã đăng ký, hoặc nhờ người quản trị thêm vào mục Cán bộ.`,
  );
}

export const mayActFor = (
  roles: readonly StaffRecord[],
  unitId: string,
  allowed: readonly StaffRole[],
): boolean => roles.some((role) => role.unitId === unitId && allowed.includes(role.role));
