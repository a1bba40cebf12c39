/** A short hash of a text for ids and for spreading things evenly; not for secrets. */

/** Two interleaved 32-bit multiplicative hashes (cyrb53): eight letters and digits, 41 bits. */
export function textHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const bits = 4294967296 * (b & 0x1fffff) + (a >>> 0);
  return (bits % 36 ** 8).toString(36).padStart(8, '0');
}
