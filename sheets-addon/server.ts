/** Calls our functions in the name of the person who clicked; whatever goes wrong comes back as a sentence. */
import type {
  AnswerResponse,
  CheckResponse,
  CompareRequest,
  CompareResponse,
  HoldRequest,
  HoldResponse,
  RefusalResponse,
  ReviewRequest,
  ReviewResponse,
  SubmitRequest,
  SubmitResponse,
  WithdrawResponse,
} from '../functions/requests.ts';

/** Where the functions are is a setting of the script project: Project settings › Script properties. */
const addressProperty = 'FUNCTIONS_URL';

const refused = (code: string, message: string): RefusalResponse => ({ ok: false, code, message });

const noAnswer = refused(
  'no-answer',
  'Hệ thống chưa trả lời. Dữ liệu trong bảng tính vẫn nguyên; hãy thử lại sau một phút.',
);

function call<T extends { ok: true }>(name: string, body: object): T | RefusalResponse {
  const address = PropertiesService.getScriptProperties().getProperty(addressProperty);
  if (!address)
    return refused(
      'no-address',
      `Bảng tính chưa được nối với hệ thống: thiếu thuộc tính ${addressProperty}. Hãy nhờ người quản trị đặt lại.`,
    );
  const token = ScriptApp.getIdentityToken();
  if (!token)
    return refused(
      'no-token',
      'Chưa xác định được bạn là ai. Hãy đăng nhập lại tài khoản Google được cấp rồi mở lại bảng tính.',
    );
  return send<T>(`${address.replace(/\/+$/, '')}/${name}`, token, body);
}

function send<T extends { ok: true }>(url: string, token: string, body: object): T | RefusalResponse {
  try {
    const response = UrlFetchApp.fetch(url, {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: `Bearer ${token}` },
      payload: JSON.stringify(body),
      muteHttpExceptions: true,
    });
    const answer: unknown = JSON.parse(response.getContentText());
    const isAnswer = typeof answer === 'object' && answer !== null && 'ok' in answer;
    return isAnswer ? (answer as T | RefusalResponse) : noAnswer;
  } catch (error) {
    // The person reads the sentence, the operator the log.
    console.error(error);
    return noAnswer;
  }
}

const here = (): string => SpreadsheetApp.getActive().getId();

export const callCheck = (): CheckResponse | RefusalResponse => call('check', { spreadsheetId: here() });

export const callSubmit = (request: Omit<SubmitRequest, 'spreadsheetId'>): SubmitResponse | RefusalResponse =>
  call('submit', { spreadsheetId: here(), ...request });

export const callAnswer = (): AnswerResponse | RefusalResponse => call('answer', { spreadsheetId: here() });

export const callReview = (request: Pick<ReviewRequest, 'keys'>): ReviewResponse | RefusalResponse =>
  call('review', { spreadsheetId: here(), ...request });

export const callCompare = (request: Pick<CompareRequest, 'key'>): CompareResponse | RefusalResponse =>
  call('compare', { spreadsheetId: here(), ...request });

export const callHold = (request: Omit<HoldRequest, 'spreadsheetId'>): HoldResponse | RefusalResponse =>
  call('hold', { spreadsheetId: here(), ...request });

export const callWithdraw = (request: { key: string; reason: string }): WithdrawResponse | RefusalResponse =>
  call('withdraw', { spreadsheetId: here(), ...request });
