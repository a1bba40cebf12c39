/** A strict reader of the HTML we write: whatever our templates never produce is a fault, so that nothing smuggled in goes unseen. */

export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** Names of the elements around it, outermost first. */
  inside: string[];
  /** All text within, entities read, spaces as they stand. */
  text: string;
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+[0-9]?(?:="[^"<>]*")?)*)>/y;
const text = /[^<]+/y;
const attribute = / ([a-zA-Z-]+[0-9]?)(?:="([^"]*)")?/g;
const empty = new Set(['meta', 'link', 'input', 'br', 'img']);
const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

export function decodeEntities(written: string): string {
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(written)) throw new Error(`a bare & in ${written.slice(0, 80)}`);
  return written.replace(/&[^;]+;/g, (entity) => entities[entity] as string);
}

/** Every element in the order of the text; throws when one is not closed, crossed or oddly written. */
export function parseMarkup(html: string): Element[] {
  const doctype = '<!doctype html>\n';
  const elements: Element[] = [];
  const stack: Element[] = [];
  let at = html.startsWith(doctype) ? doctype.length : 0;
  while (at < html.length) {
    text.lastIndex = at;
    const words = text.exec(html)?.[0];
    if (words !== undefined) {
      const isCode = ['style', 'script'].includes(stack.at(-1)?.name ?? '');
      for (const element of stack) element.text += isCode ? words : decodeEntities(words);
      at += words.length;
      continue;
    }
    tag.lastIndex = at;
    const [all, slash, name = '', written = ''] = tag.exec(html) ?? [];
    if (all === undefined) throw new Error(`no tag of ours: ${html.slice(at, at + 80)}`);
    at += all.length;
    if (slash === '/') {
      const open = stack.pop();
      if (open?.name !== name) throw new Error(`</${name}> closes <${open?.name}>`);
      continue;
    }
    const inside = stack.map((element) => element.name);
    const element = { name, attributes: readAttributes(written), inside, text: '' };
    elements.push(element);
    if (!empty.has(name)) stack.push(element);
  }
  if (stack.length > 0) throw new Error(`<${stack.at(-1)?.name}> is not closed`);
  return elements;
}

function readAttributes(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(attribute)) {
    if (name in attributes) throw new Error(`twice: ${name}`);
    attributes[name] = decodeEntities(value);
  }
  return attributes;
}

export const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((element) => element.name === name);

/** Elements and the names of their attributes, nothing of what people wrote: equal for equal shapes. */
export const toOutline = (html: string): string[] =>
  parseMarkup(html).map(
    ({ name, attributes, inside }) =>
      `${inside.join('>')}>${name} ${Object.keys(attributes).sort().join(' ')}`,
  );

/** A data block: no browser runs it. */
const isData = ({ name, attributes }: Element): boolean =>
  name === 'script' && attributes.type === 'application/ld+json';

/** Links of the head that are offered, not fetched. */
const offered = new Set(['canonical', 'alternate', 'prev', 'next']);

/** The listing's own copy of a photo, from the page's own origin. */
const isOwnPhoto = ({ name, attributes }: Element): boolean =>
  name === 'img' && /^\/anh\/[0-9a-f]{20}\.jpg$/.test(attributes.src ?? '');

/** What a browser would fetch or run by itself, own photos apart; empty for a page without scripts and third parties. */
export function findFetched(html: string): string[] {
  const active = [
    'script',
    'img',
    'image',
    'use',
    'iframe',
    'object',
    'embed',
    'video',
    'audio',
    'base',
    'template',
  ];
  return parseMarkup(html).flatMap((element) => {
    const { name, attributes } = element;
    const isOwn = isOwnPhoto(element);
    const found = active.includes(name) && !isOwn && !isData(element) ? [name] : [];
    for (const [key, value] of Object.entries(attributes)) {
      if (isOwn && key === 'src') continue;
      if (/^on|^style$|^src|^srcset$|^background$|^http-equiv$/.test(key)) found.push(`${name} ${key}`);
      if (
        name === 'link' &&
        key === 'href' &&
        !value.startsWith('data:') &&
        !offered.has(attributes.rel ?? '')
      )
        found.push(`link ${value}`);
    }
    return found;
  });
}
