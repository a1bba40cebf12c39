/** The text of a written work that a cell links to: a Google document, a Word file, plain text. One or two calls to Drive. */
import type { Files } from '../ports.ts';
import { readDocxText } from './word-file-text.ts';

/** access: out of reach. type: no text can be had of it. size: too large to be read. broken: not what it says it is. */
export type WorkText = { text: string } | { why: 'access' | 'type' | 'size' | 'broken'; type?: string };

const documentType = 'application/vnd.google-apps.document';

/** Of a file with its pictures, before anything is read. */
const mostBytes = 15_000_000;

const readers: Record<string, (bytes: Uint8Array) => Promise<string | 'too-large' | undefined>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': readDocxText,
  'text/plain': async (bytes) => plainText(bytes),
};

/** Throws when Drive does not answer. */
export async function readWorkText(files: Files, fileId: string): Promise<WorkText> {
  const file = await files.fileType(fileId);
  if (!file) return { why: 'access' };
  if (file.mimeType === documentType) {
    const exported = await files.exportText(fileId);
    return exported === 'too-large' ? { why: 'size' } : (exported ?? { why: 'access' });
  }
  const read = readers[file.mimeType];
  if (!read) return { why: 'type', type: file.mimeType };
  const content = await files.readFile(fileId, mostBytes, file);
  if (content === undefined) return { why: 'access' };
  const text = content === 'too-large' ? content : await read(content.bytes);
  if (text === undefined) return { why: 'broken' };
  return text === 'too-large' ? { why: 'size' } : { text };
}

/** Notepad's "Unicode" is UTF-16 with a mark in front; words of older encodings are counted as well as any. */
function plainText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
