/** Formula text → tree, by precedence; arguments may be separated by "," or ";" because vi_VN types ";". */
import { parseReference, type Reference } from './reference.ts';
import { type Token, tokenize } from './tokens.ts';

export type Node =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'error'; text: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'unary'; operator: string; operand: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node };

const levels = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

interface Cursor {
  tokens: Token[];
  at: number;
}

const cache = new Map<string, Node | undefined>();
const cacheLimit = 20_000;

/** undefined when it is no formula; trees are kept because thousands of rows share one text. */
export function parseFormula(formula: string, commaDecimal: boolean): Node | undefined {
  const key = (commaDecimal ? ',' : '.') + formula;
  if (cache.has(key)) return cache.get(key);
  if (cache.size >= cacheLimit) cache.clear();
  const tree = parseTokens(tokenize(formula, commaDecimal).filter((token) => token.kind !== 'space'));
  cache.set(key, tree);
  return tree;
}

export function isFormula(formula: string): boolean {
  return parseFormula(formula, false) !== undefined;
}

function parseTokens(tokens: Token[]): Node | undefined {
  if (tokens.some((token) => token.kind === 'bad')) return undefined;
  const cursor = { tokens, at: 0 };
  const tree = parseLevel(cursor, 0);
  return cursor.at === tokens.length ? tree : undefined;
}

function parseLevel(cursor: Cursor, level: number): Node | undefined {
  const operators = levels[level];
  if (!operators) return parsePostfix(cursor);
  let left = parseLevel(cursor, level + 1);
  while (left) {
    const operator = take(cursor, operators);
    if (operator === undefined) return left;
    const right = parseLevel(cursor, level + 1);
    left = right && { kind: 'binary', operator, left, right };
  }
  return undefined;
}

function parsePostfix(cursor: Cursor): Node | undefined {
  let node = parsePrimary(cursor);
  while (node && take(cursor, ['%'])) node = { kind: 'unary', operator: '%', operand: node };
  return node;
}

function parsePrimary(cursor: Cursor): Node | undefined {
  const sign = take(cursor, ['-', '+']);
  if (sign) {
    const operand = parsePostfix(cursor);
    return operand && { kind: 'unary', operator: sign, operand };
  }
  if (take(cursor, ['('])) {
    const inner = parseLevel(cursor, 0);
    return inner && take(cursor, [')']) ? inner : undefined;
  }
  const token = cursor.tokens[cursor.at];
  cursor.at += 1;
  return token && parseValue(cursor, token);
}

function parseValue(cursor: Cursor, token: Token): Node | undefined {
  switch (token.kind) {
    case 'number':
      return { kind: 'literal', value: Number(token.text.replace(',', '.')) };
    case 'string':
      return { kind: 'literal', value: token.text.slice(1, -1).replaceAll('""', '"') };
    case 'error':
      return {
        kind: 'error',
        text: token.text.slice(token.text.lastIndexOf('!', token.text.length - 2) + 1).toUpperCase(),
      };
    case 'reference':
      return { kind: 'reference', reference: parseReference(token.text) };
    case 'name':
      return parseName(cursor, token.text);
    default:
      return undefined;
  }
}

function parseName(cursor: Cursor, name: string): Node | undefined {
  if (!take(cursor, ['('])) {
    const word = name.toUpperCase();
    if (word === 'TRUE' || word === 'FALSE') return { kind: 'literal', value: word === 'TRUE' };
    return { kind: 'name', name };
  }
  const args: Node[] = [];
  if (take(cursor, [')'])) return { kind: 'call', name: name.toUpperCase(), args };
  while (true) {
    const next = cursor.tokens[cursor.at];
    const omitted = next?.kind === 'operator' && [',', ';', ')'].includes(next.text);
    const arg: Node | undefined = omitted ? { kind: 'literal', value: null } : parseLevel(cursor, 0);
    if (!arg) return undefined;
    args.push(arg);
    if (take(cursor, [')'])) return { kind: 'call', name: name.toUpperCase(), args };
    if (!take(cursor, [',', ';'])) return undefined;
  }
}

function take(cursor: Cursor, operators: string[]): string | undefined {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'operator' || !operators.includes(token.text)) return undefined;
  cursor.at += 1;
  return token.text;
}
