/** The roll: the order of all leads, and how it is cut into documents so that a new row changes few of them. */
import { createHash } from 'node:crypto';
import { type Lead, toLeadLine } from './lead.ts';

const byName = new Intl.Collator('vi');
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest recognition first, then names in Vietnamese order, then the key, so that no two leads ever tie. */
export const compareLeads = (a: Lead, b: Lead): number =>
  byCode(b.approvedOn, a.approvedOn) || byName.compare(a.name, b.name) || byCode(a.key, b.key);

/** About this many leads a document; a lead takes some 370 bytes and at most 1,900. */
const usual = 1024;
const most = 4 * usual;
const mostBytes = 900_000;

/**
 * Cut where a key's hash says so, not by counting: a row that comes or goes moves no other cut, so all other documents
 * keep their content and need not be written or read again.
 */
export function cutRoll(sorted: readonly Lead[]): string[] {
  const documents: string[] = [];
  let lines: string[] = [];
  let bytes = 0;
  const cut = (): void => {
    if (lines.length > 0) documents.push(lines.join('\n'));
    lines = [];
    bytes = 0;
  };
  for (const lead of sorted) {
    const line = toLeadLine(lead);
    const size = Buffer.byteLength(line) + 1;
    if (bytes + size > mostBytes) cut();
    lines.push(line);
    bytes += size;
    if (isCut(lead.key) || lines.length === most) cut();
  }
  cut();
  return documents;
}

const isCut = (key: string): boolean =>
  createHash('sha256').update(key).digest().readUInt16BE(0) % usual === 0;
