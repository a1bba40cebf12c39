/**
 * What a generation is made of: the name of each of its documents, the generation that wrote it, and its hash. A
 * document whose content stays is not written again but named again, so publishing costs what has changed. The manifest
 * names few: the documents of stories, thousands, are named by the directories (directory.ts) that it names.
 */
import { createHash } from 'node:crypto';

export interface Part {
  /** "roll-…", "keys-…", "groups-…", "plan-…", "front"; "stories-…", "photos-…". The order of the roll is the order of its parts. */
  name: string;
  generation: string;
  hash: string;
}

/** The document that says which generation is in force. */
export interface ListingPointer {
  /** "12-1f3a9c04": grows by one, with a sign of whoever made it. */
  generation: string;
  /** Of all that is shown; the same content is published once. */
  hash: string;
  total: number;
  /** ISO instant. */
  updatedAt: string;
}

/** Publications are counted. */
export const numberOf = (generation: string): number => Number(generation.split('-')[0]);

/** As stored: texts, for the store knows no list inside a list. */
export interface ManifestDocument {
  lines: string;
  /** Where each part of the roll begins, in its order: see roll.ts. */
  heads: string;
}

export const toLines = (parts: readonly Part[]): string =>
  parts.map(({ name, generation, hash }) => `${name} ${generation} ${hash}`).join('\n');

export const parseLines = (lines: string): Part[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', generation = '', hash = ''] = line.split(' ');
      return { name, generation, hash };
    });

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);

export const contentOf = (parts: readonly Part[]): string =>
  hashOf(parts.map(({ name, hash }) => `${name} ${hash}`).join('\n'));

export const manifestName = 'manifest';
export const frontName = 'front';
export const planName = (planId: string): string => `plan-${planId}`;
export const photosName = (stories: string): string => stories.replace(/^stories-/, 'photos-');
export const isRoll = (name: string): boolean => name.startsWith('roll-');
export const isKeys = (name: string): boolean => name.startsWith('keys-');
export const isGroups = (name: string): boolean => name.startsWith('groups-');
export const isStories = (name: string): boolean => name.startsWith('stories-');
export const isPhotos = (name: string): boolean => name.startsWith('photos-');
export const isPlan = (name: string): boolean => name.startsWith('plan-');

/** Rows of one unit and period stand together, twenty to a document: 300 kB at the most, usually 40. */
const storiesPerDocument = 20;

/** Of a dossier "2025-31843-003". */
export function storiesName(planId: string, dossierId: string): string {
  const end = dossierId.lastIndexOf('-');
  const number = dossierId.slice(end + 1);
  // Numbers that begin with a letter come after the others: a document of their own keeps its rows together.
  const shelf = /^\d+$/.test(number) ? Math.floor(Number(number) / storiesPerDocument) : number.slice(0, 1);
  return `stories-${planId}_${dossierId.slice(0, Math.max(0, end))}_${shelf}`;
}
