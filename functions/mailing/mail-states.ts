/** Where a mail of the outbox stands, and the same in Vietnamese: for the log of mails and for what the command answers. */

/**
 * pending → sending → sent. What leaves that way waits for a person or was stopped by one: `failed` and `uncertain` speak
 * for themselves; `bounced` came back; `held` because an earlier one to that address did; `stopped` because the person
 * wants none of these; `settled` by an administrator.
 */
export type MailState =
  | 'pending'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'uncertain'
  | 'bounced'
  | 'held'
  | 'stopped'
  | 'settled';

/** Those that wait for a person. */
export const openStates: readonly MailState[] = ['uncertain', 'failed', 'bounced', 'held'];

export const stateWords: Readonly<Record<MailState, string>> = {
  pending: 'đang chờ gửi',
  sending: 'đang được gửi',
  sent: 'đã gửi',
  failed: 'không gửi được',
  uncertain: 'không rõ đã đến hay chưa',
  bounced: 'bị trả về',
  held: 'đang giữ lại',
  stopped: 'không gửi vì người nhận đã thôi nhận',
  settled: 'đã ghi là xong',
};
