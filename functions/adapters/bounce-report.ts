/**
 * Reads a delivery status notification (RFC 3464), the mail with which a server gives another mail back: whose, why. It is
 * read from its raw lines, since the machine's part and the returned headers are plain ASCII by that rule.
 */
import type { Bounce } from '../ports.ts';
import { serverGaveCode, serverSaid } from './mail-words.ts';

/** A header of ours, as it stands in the returned mail; servers that return no headers name the Message-ID elsewhere. */
const keyHeader = /^X-Guong-Sang-Key:\s*([\w-]{8,128})\s*$/im;
const messageId = /^(?:Message-ID|X-Original-Message-ID|In-Reply-To|References):\s*<([\w-]{8,128})@/im;

/** Folded lines become one. */
const unfold = (raw: string): string => raw.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ');

/** The groups of fields after the part's header: one about the mail, then one for each recipient. */
function statusGroups(text: string): Map<string, string>[] {
  const [, part = ''] =
    /^Content-Type:\s*message\/delivery-status\b[^\n]*\n([\s\S]*?)(?=^--)/im.exec(text) ?? [];
  return part
    .split(/\n\s*\n/)
    .map(
      (group) =>
        new Map(
          [...group.matchAll(/^([A-Za-z-]+):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [
            name.toLowerCase(),
            value.trim(),
          ]),
        ),
    );
}

/** "rfc822; lan@example.vn" → "lan@example.vn". */
const afterType = (field: string | undefined): string => (field ?? '').replace(/^[^;]*;\s*/, '');

/** undefined: not such a notification, a mere delay, or about a mail that is not ours. */
export function readBounce(raw: string, at: string): Bounce | undefined {
  const text = unfold(raw);
  const failed = statusGroups(text).find((group) => group.get('action')?.toLowerCase() === 'failed');
  const key = (keyHeader.exec(text) ?? messageId.exec(text))?.[1];
  if (!failed || key === undefined) return undefined;
  const address = afterType(failed.get('original-recipient') ?? failed.get('final-recipient')).toLowerCase();
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(failed.get('status') ?? '')?.[0] ?? '';
  return {
    key,
    address,
    at,
    status,
    words: serverSaid(afterType(failed.get('diagnostic-code')), serverGaveCode(status)),
  };
}
