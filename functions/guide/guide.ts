/** What the guide is made from, and what one of its sections is: shared by the sections and by the page around them. */
import type { Deadline } from '../domain/deadline.ts';
import type { Form } from '../domain/form.ts';
import type { Obligation, Plan } from '../domain/plan.ts';
import type { Html } from '../listing/html.ts';
import type { Picture } from './pictures.ts';

/** What a kind of unit owes, with its day in the period. */
export interface Owed {
  obligation: Obligation;
  deadline: Deadline;
}

export interface GuideInput {
  plan: Plan;
  period: string;
  form: Form;
  /** A plan that asks nothing of anybody has no guide. */
  obligations: readonly [Owed, ...Owed[]];
  /** Those that have been taken; the figures of others are left out. */
  pictures: readonly Picture[];
}

/** In the order of the page; each is the place that links lead to. */
export const sectionIds = [
  'ai-lam-gi',
  'dien',
  'sua-loi',
  'nop',
  'ky',
  'tham-dinh',
  'go-cong-khai',
  'excel',
  'cau-hoi',
  'cot',
] as const;

export type SectionId = (typeof sectionIds)[number];

export const numberOf = (id: SectionId): number => sectionIds.indexOf(id) + 1;

/** Whether rows of the form can come before citizens at all: only then does the guide speak of consent and public pages. */
export const isEverPublic = ({ form, plan }: GuideInput): boolean =>
  plan.publication.levels.length > 0 && form.columns.some(({ visibility }) => visibility === 'public');

export const isReviewed = ({ form }: GuideInput): boolean => form.flow === 'reviewed';

export interface Section {
  title: string;
  body(guide: GuideInput): Html;
}
