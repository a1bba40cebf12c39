/** A formula cut into tokens that keep their place in the text, so that references can be rewritten without touching the rest. */

export type TokenKind = 'number' | 'string' | 'reference' | 'name' | 'operator' | 'error' | 'space' | 'bad';

export interface Token {
  kind: TokenKind;
  text: string;
}

const sheet = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{M}\p{N}_.]*)!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const area = `${cell}(?::${cell}|:\\$?[A-Za-z]{1,3}(?![\\p{L}\\d(]))?`;
const columns = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?(?![\p{L}\d(])`;
const rows = String.raw`\$?[1-9]\d*:\$?[1-9]\d*`;

const patterns: [TokenKind, RegExp][] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['error', /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/iuy],
  ['reference', new RegExp(`(?:${sheet})?(?:${columns}|${area}|${rows})(?![\\p{L}\\p{N}_(!])`, 'uy')],
  ['error', new RegExp(`${sheet}#REF!`, 'uy')],
  ['name', /[\p{L}_][\p{L}\p{M}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%(),;{}]/uy],
];

const pointNumber = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/uy;
const commaNumber = /(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d+)?/uy;

/** `commaDecimal`: numbers may be written "1,5"; only where ";" separates the arguments, else the two cannot be told apart. */
export function tokenize(formula: string, commaDecimal = false): Token[] {
  const tokens: Token[] = [];
  const numbers = commaDecimal && formula.replace(/"[^"]*"/g, '').includes(';') ? commaNumber : pointNumber;
  let at = formula.startsWith('=') ? 1 : 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at, numbers);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number, numbers: RegExp): Token {
  for (const [kind, pattern] of patterns) {
    const text = matchAt(pattern, formula, at);
    if (text) return { kind, text };
  }
  const number = matchAt(numbers, formula, at);
  return number ? { kind: 'number', text: number } : { kind: 'bad', text: formula[at] ?? '' };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
