/** What mails are made of: each block can be shown as text and as HTML, so that both always say the same. */
import { toSafeUrl } from '../listing/html.ts';
import type { ListedRow, PlanInfo } from './data.ts';
import { kindWord, say } from './wording.ts';

export interface Link {
  label: string;
  url: string;
}

export interface Item {
  lead: string;
  details: readonly string[];
  links: readonly Link[];
}

export type Block =
  | { kind: 'paragraph' | 'heading' | 'label' | 'quote'; text: string }
  | { kind: 'facts'; facts: readonly (readonly [name: string, value: string])[] }
  | { kind: 'list'; items: readonly Item[]; isNumbered: boolean }
  | { kind: 'button' | 'links'; links: readonly Link[] };

export interface Mail {
  subject: string;
  /** First line of the HTML; in text the subject does that. */
  title: string;
  recipientName: string;
  body: readonly Block[];
  plans: readonly PlanInfo[];
  key: string;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A section of a mail. */
export const heading = (text: string): Block => ({ kind: 'heading', text });

/** What the following list has in common. */
export const label = (text: string): Block => ({ kind: 'label', text });

export const quote = (text: string): Block => ({ kind: 'quote', text });

/** Facts without a value are left out. */
export const facts = (all: readonly (readonly [name: string, value: string])[]): Block => ({
  kind: 'facts',
  facts: all.filter(([, value]) => value !== ''),
});

export const bullets = (items: readonly Item[]): Block => ({ kind: 'list', items, isNumbered: false });

export const numbered = (items: readonly Item[]): Block => ({ kind: 'list', items, isNumbered: true });

export const item = (lead: string, details: readonly string[] = [], links: readonly Link[] = []): Item => ({
  lead,
  details: details.filter((detail) => detail !== ''),
  links,
});

const printable = /^[\x21-\x7e]+$/;

/** No link, or one, written as it was given where every mail program will keep it in one piece. */
export function linkTo(url: string, text: string): Link[] {
  const safe = toSafeUrl(url);
  if (safe === undefined) return [];
  return [{ label: text, url: printable.test(url) ? url : safe }];
}

/** The one main link of a mail; a link that cannot be opened is no button. */
export const button = (url: string, text: string): Block => ({ kind: 'button', links: linkTo(url, text) });

export const links = (all: readonly Link[]): Block => ({ kind: 'links', links: all });

/** The exemplars of a list, all of them: who signs must see what is signed. */
export const listOf = (rows: readonly ListedRow[]): Block =>
  numbered(rows.map(({ kind, name, title }) => item(say`${name} (${kindWord(kind)})`, [say`${title}`])));
