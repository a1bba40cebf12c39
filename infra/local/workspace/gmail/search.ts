/** Gmail's search box, the part that the product and its tests use: whole words, never pieces of words. */
import { ApiError } from '../api.ts';
import type { Mail } from './mailbox.ts';

type Test = (mail: Mail) => boolean;

/** "in:sent key", "to:an@example.vn -is:unread", "subject:\"nhắc hạn\"". All terms must hold; of those in braces, one. */
export function parseSearch(q: string): Test {
  const terms = toTerms(q);
  // Labels and times first: looking for words means reading the whole mail.
  const tests = [...terms.filter(isQuick), ...terms.filter((term) => !isQuick(term))].map(parseTerm);
  return (mail) => tests.every((test) => test(mail));
}

const isQuick = (term: string): boolean => /^-?(in|is|label|after|before):/i.test(term);

const toTerms = (q: string): string[] =>
  q.match(/-?(?:\{[^}]*\}|(?:[a-z]+[a-z0-9]*:)?(?:"[^"]*"|[^\s"{}]+))/gi) ?? [];

function parseTerm(term: string): Test {
  if (term.startsWith('{')) {
    const tests = toTerms(term.slice(1, -1)).map(parseTerm);
    return (mail) => tests.some((test) => test(mail));
  }
  if (term.length > 1 && term.startsWith('-')) {
    const test = parseTerm(term.slice(1));
    return (mail) => !test(mail);
  }
  const colon = term.indexOf(':');
  const value = unquote(term.slice(colon + 1));
  switch (colon > 0 ? term.slice(0, colon).toLowerCase() : '') {
    case 'in':
    case 'is':
    case 'label':
      return (mail) => hasLabel(mail, value);
    case 'after':
      return (mail) => mail.date >= toSeconds(value) * 1000;
    case 'before':
      return (mail) => mail.date < toSeconds(value) * 1000;
    case 'rfc822msgid':
      return (mail) => bare(mail.parsed.messageId) === bare(value);
    case 'from':
      return (mail) => hasWords(mail.parsed.from, value);
    case 'to':
      return (mail) => hasWords([...mail.parsed.to, ...mail.parsed.cc, ...mail.parsed.bcc].join(' '), value);
    case 'subject':
      return (mail) => hasWords(mail.parsed.subject, value);
    default:
      return (mail) => hasWords(toFullText(mail), unquote(term));
  }
}

/** Gmail also takes dates there; the product never writes them. */
function toSeconds(value: string): number {
  if (!/^\d{9,12}$/.test(value)) throw new ApiError(400, `Only seconds since 1970 here, not "${value}".`);
  return Number(value);
}

function hasLabel(mail: Mail, value: string): boolean {
  const name = value.toUpperCase();
  if (name === 'ANYWHERE') return true;
  if (name === 'READ') return !mail.labels.includes('UNREAD');
  return mail.labels.includes(name) || mail.labels.includes(name.replace(/S$/, ''));
}

function toFullText({ parsed }: Mail): string {
  const headers = parsed.headers.map((header) => header.value).join(' ');
  return `${headers} ${parsed.text} ${parsed.html.replaceAll(/<[^>]*>/g, ' ')}`;
}

function hasWords(text: string, wanted: string): boolean {
  const words = toWords(wanted);
  return words.length > 0 && ` ${toWords(text).join(' ')} `.includes(` ${words.join(' ')} `);
}

function toWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  );
}

function unquote(text: string): string {
  return text.replaceAll('"', '');
}

function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}
