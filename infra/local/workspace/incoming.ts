/** Reads an HTTP request as Google's services take it: a normal path, a parsed body, the parts of an upload. */
import type { IncomingMessage } from 'node:http';
import { ApiError } from './api.ts';

const largestBody = 50 * 1024 * 1024;

export interface ReceivedBody {
  /** Parsed JSON: the body, or the metadata part of an upload. */
  body: unknown;
  /** The bytes of the body, or of the media part of an upload. */
  raw: Uint8Array;
  /** Of `raw`. */
  contentType: string;
}

/** Clients write "//", "/v4/spreadsheets/x/" and "x/:batchUpdate"; Google takes them all. */
export function normalisePath(path: string): string {
  const folded = path.replaceAll(/\/{2,}/g, '/').replaceAll('/:', ':');
  return folded.length > 1 ? folded.replace(/\/$/, '') : folded;
}

export async function readBytes(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new ApiError(413, 'Request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function parseBody(path: string, contentType: string, raw: Uint8Array): ReceivedBody {
  if (!path.startsWith('/upload/')) return { body: parseJson(raw), raw, contentType };
  const boundary = /^multipart\/related.*?boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return { body: undefined, raw, contentType };
  const [metadata, media] = splitParts(Buffer.from(raw), boundary);
  if (!metadata || !media) throw new ApiError(400, 'Bad multipart request: two parts are expected.');
  return { body: parseJson(metadata.raw), raw: media.raw, contentType: media.contentType };
}

export function parseJson(raw: Uint8Array): unknown {
  if (raw.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(raw).toString('utf8'));
  } catch {
    throw new ApiError(400, 'Invalid JSON payload received.');
  }
}

interface BodyPart {
  raw: Uint8Array;
  contentType: string;
}

/** Works on latin1, where one character is one byte, so that media of any kind comes through unharmed. */
function splitParts(raw: Buffer, boundary: string): BodyPart[] {
  const pieces = `\r\n${raw.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => {
      const [head = ''] = piece.split('\r\n\r\n', 1);
      const contentType = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? '';
      return { raw: decodePart(head, piece.slice(head.length + 4)), contentType };
    });
}

function decodePart(head: string, text: string): Uint8Array {
  const isBase64 = /^content-transfer-encoding:\s*base64/im.test(head);
  return Buffer.from(text, isBase64 ? 'base64' : 'latin1');
}
