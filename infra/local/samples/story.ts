/** What a story template is: one invented deed, with the blanks that make each telling different. */
import type { ExemplarKind } from '../../../functions/domain/form.ts';

/** Where it happens: in a commune, in an office of the state or the Party, in an enterprise. */
export type Setting = 'local' | 'office' | 'firm';

/** Which agency's movement would find it. */
export type Field =
  | 'farm'
  | 'school'
  | 'health'
  | 'women'
  | 'youth'
  | 'police'
  | 'army'
  | 'culture'
  | 'office'
  | 'work';

export type Sector = 'Kinh tế' | 'Văn hóa – xã hội' | 'Quốc phòng – an ninh' | 'Xây dựng hệ thống chính trị';

export type Scope = 'Ấp, khóm' | 'Xã, phường, thị trấn' | 'Huyện, thị xã, thành phố' | 'Tỉnh';

/** [least, most] or [least, most, step]; the number drawn stands at {key} everywhere in the story. */
export type NumberRange = readonly [number, number] | readonly [number, number, number];

interface Told {
  id: string;
  kind: ExemplarKind;
  setting: Setting;
  sector: Sector;
  field: Field;
  numbers: Record<string, NumberRange>;
  title: string;
  /** Sentences; one that starts with "?" is told every other time. */
  body: readonly string[];
  results: string;
  movement?: string;
  scope?: readonly Scope[];
  /** Only told of communes by the sea. */
  where?: 'coast';
  /** Numbers that are part of another number of the story. */
  within?: Readonly<Record<string, string>>;
  /** How many years ago it began; absent: 1 to 6, or the story's own {nam}. */
  since?: readonly [number, number];
  /** Told without borrowed sentences, which would not fit. */
  plain?: boolean;
  /** A deed of one day (a rescue) instead of years of work. */
  oneDay?: boolean;
}

export interface IndividualStory extends Told {
  kind: 'individual';
  position: string;
  affiliation: string;
  age: readonly [number, number];
  sex?: 'female' | 'male';
  /** How the person is addressed and counted when it is not by age and sex alone. */
  as?: 'student' | 'manager' | 'business';
}

export interface CollectiveStory extends Told {
  kind: 'collective';
  name: string;
  collectiveType: string;
  affiliation: string;
  members: readonly [number, number];
  /** Per cent of women, at least and at most. */
  women: readonly [number, number];
}

export interface ModelStory extends Told {
  kind: 'model';
  name: string;
  affiliation: string;
  method: string;
}

export type Story = IndividualStory | CollectiveStory | ModelStory;

/** Same kind, setting and sector for a whole list, so that each story says only what is its own. */
export const told = <S extends Story, B extends Partial<S>>(
  base: B,
  list: readonly (Omit<S, keyof B> & Partial<S>)[],
): S[] => list.map((story) => ({ ...base, ...story }) as unknown as S);
