/** Every caption that the guide quotes stands, letter by letter, where the reader will look for it. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { requestForm } from '../../functions/domain/forms/request.ts';
import { requestKindWords } from '../../functions/domain/request.ts';
import { decisionWords, reviewColumns, systemColumns, tabTitles } from '../../functions/domain/workbook.ts';
import { renderGuide } from '../../functions/guide/render.ts';
import { guideRows } from '../../functions/workbooks/guide-tab.ts';
import { named, parseMarkup } from '../listing/markup.ts';
import { smallPlan, smallUnits } from '../support/office.ts';
import { aGuide, withDuties } from './inputs.ts';

const root = new URL('../..', import.meta.url).pathname;
const read = (pattern: string): string =>
  globSync(pattern, { cwd: root })
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');

/** What people see: the add-on, the mails as sent, the sign-off page, and the words of the workbooks. */
const seen = [
  read('sheets-addon/*.{ts,html}'),
  read('test/mails/rendered/*.txt'),
  read('functions/listing/sign-off-page.ts'),
  read('functions/domain/status-label.ts'),
  ...Object.values({ ...decisionWords, ...tabTitles, ...requestKindWords }),
  read('infra/provision/{board-tabs,carried-rows}.ts'),
  ...[
    ...systemColumns,
    ...reviewColumns(exemplarForm),
    ...exemplarForm.columns,
    ...requestForm(smallPlan, { tabs: [] }).columns,
  ].map(({ header }) => header),
  ...exemplarForm.columns.flatMap(({ choices }) => choices ?? []),
].join('\n');

const letter = String.raw`[\p{L}\p{M}\d]`;
const escaped = (caption: string): string => caption.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const isSeen = (caption: string, text: string): boolean =>
  new RegExp(`(?<!${letter})${escaped(caption)}(?!${letter})`, 'u').test(text);

const pages = [
  smallPlan,
  withDuties({ nilReport: true }),
  { ...smallPlan, shortlist: { levels: ['district'] } },
].map((plan) => renderGuide(aGuide(plan)));
const captions = [
  ...new Set(
    pages.flatMap((page) =>
      parseMarkup(page)
        .filter(({ attributes }) => attributes.class === 'nut')
        .map(({ text }) => text),
    ),
  ),
];

it('quotes no caption that is not there', () => {
  expect(captions.length).toBeGreaterThan(40);
  expect(captions.filter((caption) => !isSeen(caption, seen))).toEqual([]);
});

const menuSource = read('sheets-addon/menu.ts');
const menuCaptions = [...menuSource.matchAll(/\['([^']+)', '\w+'\]/g)].map(([, caption = '']) => caption);

it('names every item of the menu', () => {
  expect(menuCaptions).toHaveLength(12);
  const named = new Set(captions);
  // The item that leads to the guide itself needs no explaining in it.
  expect(menuCaptions.filter((caption) => !named.has(caption))).toEqual(['Hướng dẫn']);
});

it('says of an item that it is in the menu only when it is', () => {
  const ways = pages.flatMap((page) => [...page.matchAll(/Gương sáng<\/b> › <b class="nut">([^<]+)<\/b>/g)]);
  expect(ways.length).toBeGreaterThan(20);
  expect(
    ways.map(([, caption]) => caption).filter((caption) => !menuCaptions.includes(caption ?? '')),
  ).toEqual([]);
});

it('is right about the menu on the Hướng dẫn tab, too', () => {
  const rows = guideRows(smallPlan, '2025', smallUnits[1]!, smallUnits.slice(2, 4), exemplarForm);
  const ways = [
    ...rows
      .flat()
      .join('\n')
      .matchAll(/Gương sáng › ([^.;\n]+)/g),
  ].map(([, way = '']) => way);
  expect(ways).toHaveLength(3);
  expect(ways.filter((way) => !menuCaptions.includes(way))).toEqual([]);
});

it('explains what every decision and every severity in the sidebar means', () => {
  const main = named(parseMarkup(pages[0] ?? ''), 'main')[0]?.text ?? '';
  for (const word of [...Object.values(decisionWords), 'Cần sửa', 'Lưu ý']) expect(main).toContain(word);
});
