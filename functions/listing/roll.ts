/** The roll: the order of all leads, and how it is cut into documents so that a new row changes few of them. */
import { createHash } from 'node:crypto';
import { type Lead, parseLeadLine, toLeadLine } from './lead.ts';

const byName = new Intl.Collator('vi');
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a lead stands in the roll. */
export type Place = Pick<Lead, 'approvedOn' | 'name' | 'key'>;

/** Newest recognition first, then names in Vietnamese order, then the key, so that no two leads ever tie. */
export const compareLeads = (a: Place, b: Place): number =>
  byCode(b.approvedOn, a.approvedOn) || byName.compare(a.name, b.name) || byCode(a.key, b.key);

/** About this many leads a document; a lead takes some 410 bytes and at most 2,300. */
const usual = 1024;
const most = 4 * usual;
const mostBytes = 900_000;

/** A document of the roll before it has a name. */
export interface Piece {
  leads: Lead[];
  /** It ends where its last lead says so, whatever follows; the last of the roll and one that is full by bytes do not. */
  isClosed: boolean;
}

/**
 * Cut where a key's hash says so, not by counting: a row that comes or goes moves no other cut, so all other documents
 * keep their content and need not be written or read again.
 */
export function cut(sorted: readonly Lead[]): Piece[] {
  const pieces: Piece[] = [];
  let leads: Lead[] = [];
  let bytes = 0;
  const end = (isClosed: boolean): void => {
    if (leads.length > 0) pieces.push({ leads, isClosed });
    leads = [];
    bytes = 0;
  };
  for (const lead of sorted) {
    const size = Buffer.byteLength(toLeadLine(lead)) + 1;
    if (bytes + size > mostBytes) end(false);
    leads.push(lead);
    bytes += size;
    if (isCut(lead.key) || leads.length === most) end(true);
  }
  end(false);
  return pieces;
}

const isCut = (key: string): boolean =>
  createHash('sha256').update(key).digest().readUInt16BE(0) % usual === 0;

/** As stored. */
export interface RollDocument {
  text: string;
}

export const toText = ({ leads }: Piece): string => leads.map(toLeadLine).join('\n');

export const leadsIn = (text: string): Lead[] => text.split('\n').map(parseLeadLine);

/** How a part of the roll begins and ends, so that the part of a lead is found without reading any. */
export interface Head extends Place {
  isClosed: boolean;
}

/** As the lead is read back: a name loses a tab where it becomes a line. */
export function toHead({ leads, isClosed }: Piece): Head {
  const { approvedOn, name, key } = parseLeadLine(toLeadLine(leads[0]!));
  return { approvedOn, name, key, isClosed };
}

export const toHeadLines = (heads: readonly Head[]): string =>
  heads
    .map(({ approvedOn, name, key, isClosed }) => [approvedOn, name, key, isClosed ? 1 : 0].join('\t'))
    .join('\n');

export const parseHeads = (lines: string): Head[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [approvedOn = '', name = '', key = '', closed] = line.split('\t');
      return { approvedOn, name, key, isClosed: closed === '1' };
    });
