/**
 * Looks into an .xlsx before any library does: is it one at all, and how big does it become? A file comes from anybody,
 * and a few kilobytes of zip can hold gigabytes.
 */
import { inflateRawSync } from 'node:zlib';
import { type FileFault, maxFileBytes } from './refusals.vi.ts';

/** Unpacked, all entries together; forty full rows are about half a megabyte. */
const maxUnpackedBytes = 24 * 1024 * 1024;
const maxEntries = 2000;
/** A merge over more cells than this would keep the reader busy for minutes. */
const maxMergedCells = 50_000;

const signatures = { entry: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Undefined: may be read. */
export function inspectArchive(bytes: Uint8Array): FileFault | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return 'empty';
  if (file.length > maxFileBytes) return 'too-heavy';
  // Excel wraps an encrypted .xlsx into the container of the old .xls.
  if (file.subarray(0, 8).equals(compoundFile))
    return file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'old-format';
  if (file.subarray(0, 2).toString('latin1') !== 'PK') return 'other-format';
  try {
    return inspectEntries(file);
  } catch {
    return 'broken';
  }
}

interface Entry {
  name: string;
  isEncrypted: boolean;
  method: number;
  /** Where its local header begins. */
  start: number;
  packed: number;
}

function inspectEntries(file: Buffer): FileFault | undefined {
  const entries = readDirectory(file);
  if (entries.length > maxEntries) return 'swollen';
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'locked';
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return 'other-format';
  let room = maxUnpackedBytes;
  for (const entry of entries) {
    const content = unpack(file, entry, room);
    if (content === undefined) return 'swollen';
    room -= content.length;
    if (entry.name.startsWith('xl/worksheets/') && hasHugeMerge(content)) return 'merged-page';
  }
  return undefined;
}

function readDirectory(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('no end of directory');
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (file.readUInt32LE(at) !== signatures.directory) throw new Error('no directory entry');
    const nameLength = file.readUInt16LE(at + 28);
    const entry: Entry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, ''),
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      start: file.readUInt32LE(at + 42),
      packed: file.readUInt32LE(at + 20),
    };
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    return entry;
  });
}

/** Undefined when it does not fit in the room. The sizes that the archive names are not trusted. */
function unpack(file: Buffer, { method, start, packed }: Entry, room: number): Buffer | undefined {
  if (file.readUInt32LE(start) !== signatures.entry) throw new Error('no entry');
  const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
  if (from + packed > file.length) throw new Error('cut short');
  const content = file.subarray(from, from + packed);
  if (method === 0) return content.length > room ? undefined : content;
  if (method !== 8) throw new Error(`method ${method}`);
  if (room <= 0) return undefined;
  try {
    return inflateRawSync(content, { maxOutputLength: room });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

const merge = /<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)"/g;

function hasHugeMerge(sheet: Buffer): boolean {
  for (const [, left = '', top, right = '', bottom] of sheet.toString('latin1').matchAll(merge))
    if ((toNumber(right) - toNumber(left) + 1) * (Number(bottom) - Number(top) + 1) > maxMergedCells)
      return true;
  return false;
}

const toNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
