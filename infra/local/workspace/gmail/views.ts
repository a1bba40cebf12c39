/** What Gmail answers about a mail: formats minimal, metadata, full and raw. */
import type { Mail } from './mailbox.ts';
import type { ParsedMail } from './mime.ts';

interface Part {
  partId: string;
  mimeType: string;
  filename: string;
  headers: { name: string; value: string }[];
  body: { size: number; data?: string; attachmentId?: string };
  parts?: Part[];
}

export function toMailView(
  mail: Mail,
  format: string,
  wantedHeaders: readonly string[],
): Record<string, unknown> {
  const { id, threadId, labels, raw, parsed, date, sequence } = mail;
  const envelope = {
    id,
    threadId,
    labelIds: labels,
    snippet: parsed.text.replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    sizeEstimate: Buffer.from(raw, 'base64url').length,
    historyId: String(sequence),
    internalDate: String(date),
  };
  if (format === 'minimal') return envelope;
  if (format === 'raw') return { ...envelope, raw };
  const payload = toPayload(parsed);
  if (format === 'full') return { ...envelope, payload };
  const wanted = wantedHeaders.map((name) => name.toLowerCase());
  const headers = payload.headers.filter(
    (one) => wanted.length === 0 || wanted.includes(one.name.toLowerCase()),
  );
  return { ...envelope, payload: { mimeType: payload.mimeType, headers } };
}

/** The tree is made anew from what was read: text and HTML as alternatives, attachments beside them. */
function toPayload(parsed: ParsedMail): Part {
  const bodies = [
    ...(parsed.text === '' && parsed.html !== '' ? [] : [toTextPart('text/plain', parsed.text)]),
    ...(parsed.html === '' ? [] : [toTextPart('text/html', parsed.html)]),
  ];
  const body = bodies.length === 1 ? bodies[0]! : toContainer('multipart/alternative', bodies);
  const attachments = parsed.attachments.map(({ filename, mimeType, base64 }) => {
    const data = Buffer.from(base64, 'base64');
    return {
      partId: '',
      mimeType,
      filename,
      headers: [],
      body: { size: data.length, data: data.toString('base64url') },
    };
  });
  const root = attachments.length === 0 ? body : toContainer('multipart/mixed', [body, ...attachments]);
  return { ...numberParts(root, ''), headers: parsed.headers };
}

function toTextPart(mimeType: string, text: string): Part {
  const data = Buffer.from(text, 'utf8');
  const headers = [{ name: 'Content-Type', value: `${mimeType}; charset="UTF-8"` }];
  return {
    partId: '',
    mimeType,
    filename: '',
    headers,
    body: { size: data.length, data: data.toString('base64url') },
  };
}

function toContainer(mimeType: string, parts: Part[]): Part {
  return { partId: '', mimeType, filename: '', headers: [], body: { size: 0 }, parts };
}

function numberParts(part: Part, partId: string): Part {
  if (!part.parts) return { ...part, partId };
  const prefix = partId === '' ? '' : `${partId}.`;
  return { ...part, partId, parts: part.parts.map((one, index) => numberParts(one, `${prefix}${index}`)) };
}
