/** Who answers for the public pages, at their foot: what the deployment sets, beside whoever issued the plans. */
import { type Html, html } from './html.ts';
import type { PlanTable } from './plan-table.ts';

/** What is '' is not shown. */
export interface Publisher {
  name: string;
  address: string;
  phone: string;
  email: string;
  /** What readers of all pages must know: that this is a trial. */
  note: string;
}

export const noPublisher: Publisher = { name: '', address: '', phone: '', email: '', note: '' };

export function parsePublisher(environment: Readonly<Record<string, string | undefined>>): Publisher {
  const { LISTING_PUBLISHER, LISTING_ADDRESS, LISTING_PHONE, LISTING_EMAIL } = environment;
  return {
    ...noPublisher,
    name: LISTING_PUBLISHER?.trim() ?? '',
    address: LISTING_ADDRESS?.trim() ?? '',
    phone: LISTING_PHONE?.trim() ?? '',
    email: LISTING_EMAIL?.trim() ?? '',
  };
}

/** Whoever issued the newest plans; not those whose plan another one carries on. */
export function organisersOf(plans: Iterable<PlanTable>): string[] {
  const all = [...plans].toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1));
  const carriedOn = new Set(all.flatMap(({ heirs = [] }) => heirs.map(({ plan }) => plan)));
  return [...new Set(all.filter(({ id }) => !carriedOn.has(id)).map(({ issuer }) => issuer))].slice(0, 3);
}

export function renderPublisher(publisher: Publisher, organisers: readonly string[]): Html {
  const { name, address, phone, email, note } = publisher;
  const contacts = [
    address && `Địa chỉ: ${address}`,
    phone && `Điện thoại: ${phone}`,
    email && `Thư điện tử: ${email}`,
  ].filter(Boolean);
  const issuers = organisers.join('; ');
  const head = name === '' ? 'Cơ quan chủ trì' : 'Cơ quan ban hành kế hoạch';
  return html`${name !== '' && html`<p><b>${name}</b> công bố và chịu trách nhiệm về trang này.</p>`}${
    issuers !== '' && issuers !== name && html`<p>${head}: ${issuers}.</p>`
  }${contacts.length > 0 && html`<p>${contacts.join(' · ')}</p>`}${note !== '' && html`<p>${note}</p>`}`;
}
