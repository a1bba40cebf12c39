/** A roll that is edited is the roll that would be cut from all its leads, and what did not change is not read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editRoll } from '../../functions/listing/edit-roll.ts';
import { type Lead, toLead } from '../../functions/listing/lead.ts';
import {
  compareLeads,
  cut,
  type Head,
  parseHeads,
  toHead,
  toHeadLines,
  toText,
} from '../../functions/listing/roll.ts';
import { aPublicRow } from './rows.ts';

const aLead = (number: number, day: number, fat = false): Lead => ({
  ...toLead(
    aPublicRow({
      id: `2025-31843-${String(number).padStart(5, '0')}`,
      name: `Nguyễn Văn ${number % 7}`,
      approvedOn: `2025-03-${String((day % 28) + 1).padStart(2, '0')}`,
    }),
  ),
  line: fat ? 'x'.repeat(300_000) : '',
});

interface Standing {
  heads: Head[];
  leads: Lead[][];
}

function standing(leads: readonly Lead[]): Standing {
  const pieces = cut([...leads].sort(compareLeads));
  return { heads: parseHeads(toHeadLines(pieces.map(toHead))), leads: pieces.map((piece) => piece.leads) };
}

async function edited(
  { heads, leads }: Standing,
  gone: readonly Lead[],
  come: readonly Lead[],
): Promise<{ texts: string[]; read: number[] }> {
  const read: number[] = [];
  const result = await editRoll(
    heads,
    async (part) => {
      read.push(part);
      return leads[part]!;
    },
    { gone, come },
  );
  const texts = result.map((one) =>
    'kept' in one ? toText({ leads: leads[one.kept]!, isClosed: true }) : toText(one.piece),
  );
  return { texts, read };
}

const whole = (leads: readonly Lead[]): string[] => cut([...leads].sort(compareLeads)).map(toText);

const many = Array.from({ length: 6000 }, (_, number) => aLead(number, number * 5));

it('cuts some six thousand leads into several parts, or the tests below say nothing', () => {
  expect(standing(many).heads.length).toBeGreaterThan(3);
});

it('is what all its leads would be cut into, whoever comes and goes, those of a cut and fat ones among them', async () => {
  const cuts = standing(many).leads.flatMap((leads) => [leads[0]!, leads.at(-1)!]);
  const someone = fc.oneof(fc.constantFrom(...cuts), fc.constantFrom(...many));
  const newcomer = fc
    .tuple(fc.integer({ min: 10_000, max: 90_000 }), fc.nat(27), fc.boolean())
    .map(([number, day, fat]) => aLead(number, day, fat));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(someone, { selector: ({ key }) => key, maxLength: 12 }),
      fc.uniqueArray(newcomer, { selector: ({ key }) => key, maxLength: 12 }),
      fc.uniqueArray(fc.nat(11), { maxLength: 6 }),
      async (gone, come, back) => {
        const away = new Set(gone);
        const first = [...many.filter((lead) => !away.has(lead)), ...come];
        expect((await edited(standing(many), gone, come)).texts).toEqual(whole(first));
        // And from there on: some who came go again, some who went come back.
        const leaving = come.filter((_, index) => back.includes(index));
        const returning = gone.filter((_, index) => back.includes(index));
        const left = new Set(leaving);
        const second = [...first.filter((lead) => !left.has(lead)), ...returning];
        expect((await edited(standing(first), leaving, returning)).texts).toEqual(whole(second));
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);

it('grows from nothing and shrinks to nothing', async () => {
  const few = many.slice(0, 20);
  expect((await edited(standing([]), [], few)).texts).toEqual(whole(few));
  expect((await edited(standing(few), few, [])).texts).toEqual([]);
  expect((await edited(standing(many), many, few)).texts).toEqual(whole(few));
});

it('reads one part for a lead that changes and does not end it, and none for nothing', async () => {
  const roll = standing(many);
  const at = roll.heads.findIndex(({ isClosed }, part) => isClosed && roll.heads[part - 1]?.isClosed);
  const inside = roll.leads[at]![3]!;
  expect((await edited(roll, [inside], [{ ...inside, line: 'khác' }])).read).toEqual([at]);
  expect((await edited(roll, [], [])).read).toEqual([]);
  const end = roll.leads[at]!.at(-1)!;
  expect((await edited(roll, [end], [])).read.slice(0, 2)).toEqual([at, at + 1]);
});
