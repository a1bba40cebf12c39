/** Addresses of the public pages: readable, and stable because only the key at the end decides. */
import { createHash } from 'node:crypto';
import { toSlug } from '../domain/public-row.ts';

/** No l, o, 0, 1: keys are read out over the telephone. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

const keyLength = 10;

/** Ten letters for a dossier of a plan, 50 bits: two of 100,000 meet once in 200 nations. Tells nothing of either. */
export function toKey(planId: string, dossierId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([planId, dossierId]))
    .digest();
  return Array.from(digest.subarray(0, keyLength), (byte) => letters[byte & 31]).join('');
}

/** As copied from a sentence or read out: in capitals, with a full stop or a bracket behind it. */
export const tidied = (path: string): string =>
  path.toLowerCase().replace(/(?:%[0-9a-f]{2}|[^a-z0-9])+$/, '');

const storyPattern = /^\/guong\/(?:[a-z0-9-]*-)?([a-km-np-z2-9]{10})$/;

export const keyOfStoryPath = (path: string): string | undefined => storyPattern.exec(tidied(path))?.[1];

const keyPattern = /(?<![\p{L}\p{N}])[a-km-np-z2-9]{10}(?![\p{L}\p{N}])/giu;

/** Whatever may be a key in what people copied: an address with or without its beginning, in capitals, in a sentence. */
export const keysIn = (text: string): string[] => [
  ...new Set([...text.matchAll(keyPattern)].map(([key]) => key.toLowerCase())),
];

/** Short enough to be copied by hand, cut between words. */
export function shortSlug(text: string, max = 60): string {
  const slug = toSlug(text);
  if (slug.length <= max) return slug;
  const cut = slug.slice(0, max + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > 0 ? end : max);
}

export const storyPath = ({ key, name }: { key: string; name: string }): string =>
  `/guong/${[shortSlug(name), key].filter(Boolean).join('-')}`;

/** Where the story of a dossier is read; whether it is public is another question. */
export const storyUrl = (listingUrl: string, dossier: { planId: string; id: string; name: string }): string =>
  listingUrl + storyPath({ key: toKey(dossier.planId, dossier.id), name: dossier.name });

/** "Xã Ninh Hòa", "31843" → "xa-ninh-hoa-31843": the same unit in two plans is one, two units of one code are two. */
export const unitSlug = ({ name, id }: { name: string; id: string }): string =>
  `${shortSlug(name)}-${toSlug(id)}`;

export const unitPath = (unit: { name: string; id: string }): string => `/don-vi/${unitSlug(unit)}`;

/** The id of a photo tells nothing of whom it shows. */
export const photoPath = ({ id }: { id: string }): string => `/anh/${id}.jpg`;

const photoPattern = /^\/anh\/([0-9a-f]{20})\.jpg$/;

export const photoIdOfPath = (path: string): string | undefined => photoPattern.exec(path)?.[1];

export const planPath = (planId: string): string => `/ke-hoach/${toSlug(planId)}`;
