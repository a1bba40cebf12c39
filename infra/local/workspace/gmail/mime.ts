/** Reads a raw mail into what the mailbox keeps and shows, and adds the headers that Gmail adds on sending. */
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime';
import { ApiError } from '../api.ts';

export interface ParsedMail {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
  attachments: { filename: string; mimeType: string; base64: string }[];
}

/** Asynchronous because the parser is; everything after it happens in one go. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'base64' }).catch(() => {
    throw new ApiError(400, 'Invalid mail: it cannot be read as MIME.');
  });
  return {
    from: toAddresses([mail.from])[0] ?? '',
    to: toAddresses(mail.to),
    cc: toAddresses(mail.cc),
    bcc: toAddresses(mail.bcc),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: mail.headers.map((one) => ({ name: one.originalKey, value: decodeWords(one.value) })),
    attachments: toAttachments(mail),
  };
}

/** Base64url, as in the `raw` of a message; anything else is refused, not half read. */
export function decodeRaw(raw: unknown): Uint8Array {
  if (typeof raw !== 'string' || !/^[A-Za-z0-9_\-+/\s]*={0,2}$/.test(raw))
    throw new ApiError(400, "Invalid value at 'message.raw': Base64 decoding failed.");
  return Buffer.from(raw, 'base64url');
}

/** Gmail puts in what a sender left out; a header that is there stays. */
export function completeHeaders(raw: Uint8Array, wanted: Record<string, string>): Uint8Array {
  const [, head = ''] = /^([\s\S]*?)\r?\n\r?\n/.exec(Buffer.from(raw).toString('latin1')) ?? [];
  const missing = Object.entries(wanted).filter(([name]) => !new RegExp(`^${name}:`, 'im').test(head));
  const added = missing.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(added, 'utf8'), raw]);
}

/** Recipients never see who else got a blind copy. */
export function withoutBcc(mail: { raw: Uint8Array; parsed: ParsedMail }): {
  raw: Uint8Array;
  parsed: ParsedMail;
} {
  const text = Buffer.from(mail.raw).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const head = `${text.slice(0, end)}\r\n`
    .replaceAll(/^bcc:.*\r?\n(?:[ \t].*\r?\n)*/gim, '')
    .replace(/\r\n$/, '');
  const headers = mail.parsed.headers.filter((one) => one.name.toLowerCase() !== 'bcc');
  return { raw: Buffer.from(head + text.slice(end), 'latin1'), parsed: { ...mail.parsed, bcc: [], headers } };
}

/** Words that are no address stay, so that sending refuses them instead of leaving somebody out. */
function toAddresses(addresses: readonly (Address | undefined)[] = []): string[] {
  return addresses
    .flatMap((one) => one?.group ?? one ?? [])
    .map((one) => one.address || one.name)
    .filter((address) => address !== '');
}

function toAttachments(mail: Email): ParsedMail['attachments'] {
  return mail.attachments.map((one) => ({
    filename: one.filename ?? '',
    mimeType: one.mimeType,
    base64: typeof one.content === 'string' ? one.content : '',
  }));
}
