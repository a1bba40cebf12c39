/** The one door to all mails: kind and data in, subject, text and HTML out. Pure. */
import { renderDailyDigest } from './daily-digest.ts';
import type { MailContent } from './data.ts';
import type { MailData, MailKind } from './kinds.ts';
import { renderNews } from './news.ts';
import { renderReceipt } from './receipt.ts';
import { renderRequestAnswer } from './request-answer.ts';
import { renderSentBack } from './sent-back.ts';
import { renderSignOffRequest } from './sign-off-request.ts';
import { renderSignedReceipt } from './signed-receipt.ts';
import { renderTakedownRequest } from './takedown-request.ts';
import { renderWithdrawalNotice } from './withdrawal-notice.ts';

export type { MailContent } from './data.ts';
export type { MailData, MailKind } from './kinds.ts';

const renderers: { [K in MailKind]: (data: MailData[K], key: string) => MailContent } = {
  receipt: renderReceipt,
  signOffRequest: renderSignOffRequest,
  sentBack: renderSentBack,
  signedReceipt: renderSignedReceipt,
  withdrawalNotice: renderWithdrawalNotice,
  takedownRequest: renderTakedownRequest,
  requestAnswer: renderRequestAnswer,
  news: renderNews,
  dailyDigest: renderDailyDigest,
};

/** `key` stands in the small print, so that a sent mail can be found again. */
export const renderMail = <K extends MailKind>(kind: K, data: MailData[K], key: string): MailContent =>
  renderers[kind](data, key);
