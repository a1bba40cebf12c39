/** One invented row from one story: who, where, when, and the story in its own words. */
import { kindLabels } from '../../../functions/domain/form.ts';
import { exemplarForm } from '../../../functions/domain/forms/exemplar.ts';
import {
  inventAwards,
  inventConsent,
  inventNeeds,
  inventPledge,
  inventProgress,
  typedDate,
} from './details.ts';
import { inventName, type Sex } from './names.ts';
import { capitalise, formatNumber, render, type Values } from './pattern.ts';
import { hostOf, inProvinceWords, inTownWords, type Place, type SampleUnit } from './places.ts';
import type { Random } from './random.ts';
import type { CollectiveStory, IndividualStory, Story } from './story.ts';
import { voices } from './voices.ts';

/** By column key; '' is a blank cell. */
export type TypedRow = Record<string, string>;

export interface Teller {
  unit: SampleUnit;
  year: number;
  random: Random;
}

export const blankRow = (): TypedRow => Object.fromEntries(exemplarForm.columns.map(({ key }) => [key, '']));

type Numbers = Record<string, number>;

function inventNumbers(story: Story, random: Random): Numbers {
  const numbers: Numbers = {};
  for (const [key, [least, most, step = 1]] of Object.entries(story.numbers)) {
    const value = least + step * random.int(0, Math.round((most - least) / step));
    numbers[key] = Math.round(value * 10) / 10;
  }
  for (const [part, whole] of Object.entries(story.within ?? {})) {
    numbers[part] = Math.min(numbers[part]!, Math.floor(numbers[whole]! * 0.8));
  }
  return numbers;
}

/** {nam} says for how many years, unless it is a whole working life. */
function startYear(story: Story, numbers: Numbers, { year, random }: Teller): number {
  if (story.oneDay) return year - 1;
  const [, longest = 99] = story.numbers.nam ?? [];
  return year - (longest <= 13 ? numbers.nam! : random.int(...((story.since ?? [1, 6]) as [number, number])));
}

function addressOf(story: IndividualStory, sex: Sex, age: number): { honorific: string; he: string } {
  // From 19 on a person is Ông or Bà on paper.
  if (story.as === 'student' && age <= 18) return { honorific: 'Em', he: 'em' };
  const honorific = sex === 'female' ? 'Bà' : 'Ông';
  if (age >= 42) return { honorific, he: honorific.toLocaleLowerCase('vi') };
  return { honorific, he: sex === 'female' ? 'chị' : 'anh' };
}

function individualCells(story: IndividualStory, values: Values, { year, random }: Teller): TypedRow {
  const sex = story.sex ?? random.pick(['female', 'male'] as const);
  const age = random.int(...(story.age as [number, number]));
  const { honorific, he } = addressOf(story, sex, age);
  Object.assign(values, { he, He: capitalise(he) });
  const classes = {
    manager: 'Lãnh đạo khác từ phó phòng trở lên',
    business: 'Doanh nhân',
    student: 'Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu',
  };
  return {
    honorific,
    name: inventName(sex, random),
    birthYear: String(year - age),
    position: render(story.position, values, random),
    subjectClass: classes[story.as ?? 'student'],
  };
}

function collectiveCells(story: CollectiveStory, values: Values, random: Random): TypedRow {
  const members = random.int(...(story.members as [number, number]));
  const women = Math.round((members * random.int(...(story.women as [number, number]))) / 100);
  return {
    name: render(story.name, values, random),
    collectiveType: story.collectiveType,
    memberCount: String(members),
    femaleCount: String(women),
  };
}

function subjectCells(story: Story, values: Values, teller: Teller): TypedRow {
  const { random } = teller;
  if (story.kind === 'individual') return individualCells(story, values, teller);
  if (story.kind === 'collective') return collectiveCells(story, values, random);
  return { name: render(story.name, values, random), method: render(story.method, values, random) };
}

function tellSummary(story: Story, values: Values, random: Random): string {
  const told = story.body.filter((sentence) => !sentence.startsWith('?') || random.chance(0.5));
  const sentences = told.map((sentence) => sentence.replace(/^\?/, ''));
  const { middle, end } = voices[story.kind];
  if (!story.plain && random.chance(0.75)) sentences.splice(2, 0, random.pick(middle));
  if (!story.plain) sentences.push(random.pick(end));
  return sentences.map((sentence) => capitalise(render(sentence, values, random))).join(' ');
}

function dates(story: Story, year: number, month: number, random: Random): TypedRow {
  const from = typedDate(random.int(1, 28), month, year);
  if (story.oneDay) return { achievedFrom: from, achievedTo: from };
  return { achievedFrom: from };
}

/** Where the province is straight above the commune, what reached a whole district reached the province. */
const scopeAt = ({ district }: Place, scope: string): string =>
  scope.startsWith('Huyện') && district.startsWith('tỉnh ') ? 'Tỉnh' : scope;

export function tellRow(story: Story, place: Place, teller: Teller): TypedRow {
  const { unit, year, random } = teller;
  const numbers = inventNumbers(story, random);
  const since = startYear(story, numbers, teller);
  const month = random.int(1, 11);
  const elder = random.pick(['female', 'male'] as const);
  const values: Values = {
    ...Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, formatNumber(value)])),
    commune: place.commune,
    district: place.district,
    ap: place.hamlet,
    host: hostOf(unit, random),
    year: String(since),
    month: String(month),
    ten: `${elder === 'female' ? 'bà' : 'ông'} ${inventName(elder, random)}`,
  };
  const subject = subjectCells(story, values, teller);
  const track = random.pick(
    story.oneDay ? ['Đột xuất', 'Người tốt việc tốt'] : ['Thường xuyên', 'Thường xuyên', 'Chuyên đề'],
  );
  const row: TypedRow = {
    ...blankRow(),
    kind: kindLabels[story.kind],
    ...subject,
    affiliation: capitalise(render(story.affiliation, values, random)),
    locality: capitalise(place.hamlet),
    sector: story.sector,
    movement: story.movement ?? '',
    title: capitalise(render(story.title, values, random)),
    summary: tellSummary(story, values, random),
    keyResults: capitalise(render(story.results, values, random)),
    ...dates(story, since, month, random),
    impactScope: scopeAt(
      place,
      random.pick(story.scope ?? ['Ấp, khóm', 'Xã, phường, thị trấn', 'Xã, phường, thị trấn']),
    ),
    awardTrack: track,
    priorAwards: inventAwards(year, place, random),
    ...inventProgress(random),
    pledge: inventPledge(year, random),
    needs: inventNeeds(story, random),
    ...inventConsent(year, random),
  };
  const words = ['name', 'position', 'affiliation', 'title', 'summary', 'keyResults', 'method'];
  for (const key of words) row[key] = inProvinceWords(inTownWords(row[key] ?? '', place));
  return row;
}
