/** Why a request is not carried out, as the caller reads it; one shape for every function. */

export type RefusalCode =
  | 'sign-in'
  | 'not-staff'
  | 'not-your-unit'
  | 'unknown-workbook'
  | 'unknown-unit'
  | 'unknown-dossier'
  | 'bad-request'
  | 'unit-ended'
  | 'problems'
  | 'nothing-decided'
  | 'changed-meanwhile'
  | 'busy';

const httpStatus: Record<RefusalCode, number> = {
  'sign-in': 401,
  'not-staff': 403,
  'not-your-unit': 403,
  'unknown-workbook': 404,
  'unknown-unit': 404,
  'unknown-dossier': 404,
  'bad-request': 400,
  'unit-ended': 422,
  problems: 422,
  'nothing-decided': 422,
  'changed-meanwhile': 409,
  busy: 503,
};

export interface Refusal {
  ok: false;
  code: RefusalCode;
  /** Vietnamese; what happened and what to do. */
  message: string;
}

export const refusal = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message });

export const statusOf = (code: RefusalCode): number => httpStatus[code];
