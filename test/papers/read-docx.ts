/** A .docx as somebody else would read it: unzipped and parsed here, with nothing of the library that wrote it. */
import { inflateRawSync } from 'node:zlib';

/** Text of every file in the archive, by its path. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
    const name = file.toString('utf8', at + 46, at + 46 + nameLength!);
    const local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
    files.set(name, (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + nameLength! + extraLength! + noteLength!;
  }
  return files;
}

export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`a bare sign in ${text}`);
  return text.replaceAll(/&([^;]*)(;?)/g, (all, name: string, stop: string) => {
    const code = /^#(x?)([0-9a-f]+)$/i.exec(name);
    const sign = code ? String.fromCodePoint(Number.parseInt(code[2]!, code[1] ? 16 : 10)) : entities[name];
    if (sign === undefined || stop === '') throw new Error(`no entity of XML: ${all}`);
    return sign;
  });
}

/** What XML 1.0 does not hold, in any spelling. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** Throws on what an XML reader would refuse. */
export function parseXml(source: string): Node {
  if (noXml.test(source)) throw new Error('a sign that XML does not hold');
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (const match of source.matchAll(token)) {
    if (match.index !== at) throw new Error(`no XML: ${source.slice(at, at + 60)}`);
    at += match[0].length;
    const [, slash, name, written = '', isEmpty, text] = match;
    const top = stack.at(-1)!;
    if (text !== undefined) top.text += decode(text);
    else if (slash === '/') {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes another`);
    } else if (name !== undefined) {
      const attributes = Object.fromEntries(
        [...written.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decode(value!)]),
      );
      const node = { name, attributes, children: [], text: '' };
      top.children.push(node);
      if (isEmpty === '') stack.push(node);
    }
  }
  if (at !== source.length || stack.length !== 1) throw new Error('the XML breaks off');
  return root.children[0]!;
}

/** All nodes of the name below, in the order of the text. */
export const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

const textOf = (node: Node): string =>
  all(node, 'w:t')
    .map(({ text }) => text)
    .join('');

export interface Line {
  /** Text of each cell, its paragraphs one below the other. */
  cells: string[];
  /** Comes again on every page. */
  isHeader: boolean;
}

export interface ReadPaper {
  files: Map<string, string>;
  document: Node;
  /** All paragraphs, those in tables too, as one text. */
  text: string;
  /** Of the paper's own tables: those without lines hold head and foot. */
  tables: Line[][];
  head: string;
  foot: string;
}

export function readDocx(bytes: Uint8Array): ReadPaper {
  const files = unzip(bytes);
  for (const content of files.values()) parseXml(content);
  const document = parseXml(files.get('word/document.xml')!);
  const paragraphs = (node: Node): string => all(node, 'w:p').map(textOf).join('\n');
  const tables = all(document, 'w:tbl');
  const isFrame = (table: Node): boolean =>
    all(table, 'w:tblBorders').some((borders) =>
      all(borders, 'w:top').some(({ attributes }) => attributes['w:val'] === 'none'),
    );
  const [head, foot] = tables.filter(isFrame);
  return {
    files,
    document,
    text: paragraphs(document),
    tables: tables
      .filter((table) => !isFrame(table))
      .map((table) =>
        all(table, 'w:tr').map((row) => ({
          cells: all(row, 'w:tc').map(paragraphs),
          isHeader: all(row, 'w:tblHeader').length > 0,
        })),
      ),
    head: paragraphs(head!),
    foot: paragraphs(foot!),
  };
}
