/** Scorers of a contest at one desk: each opens the link of the morning's mail and gives points to the works it shows. */

import { reviewColumn, tabTitles } from '../../../functions/domain/workbook.ts';
import { staffEmail } from '../samples/people.ts';
import { type Stage, workbooksAt } from './stage.ts';

interface Card {
  work: string;
  round: string;
}

export interface Scorers {
  /** Works that each scorer's page shows, by address. */
  works: ReadonlyMap<string, readonly Card[]>;
  /** All pages as they were shown. */
  html: string;
}

const tokenOf = async ({ people }: Stage, email: string): Promise<string | undefined> =>
  (await people.mailbox(email))
    .flatMap(({ text }) => /https?:\/\/\S+\/score\?token=([\w.-]+)/.exec(text)?.[1] ?? [])
    .at(-1);

/** At today's address: a demo that was started again answers on another port than its mails say. */
const addressOf = ({ local }: Stage, token: string): string =>
  `${local.urls.functions}/score?token=${encodeURIComponent(token)}`;

const cardsOn = (html: string): Card[] =>
  [...html.matchAll(/name="dossier" value="([^"]+)"[\s\S]*?name="round" value="(\d+)"/g)].map(
    ([, work = '', round = '']) => ({ work, round }),
  );

/** Scorers without a mail have nothing to score. */
export async function openPages(stage: Stage, scorers: readonly string[]): Promise<Scorers> {
  const works = new Map<string, readonly Card[]>();
  let all = '';
  for (const email of scorers) {
    const token = await tokenOf(stage, email);
    if (token === undefined) continue;
    const html = await (await fetch(addressOf(stage, token))).text();
    all += html;
    works.set(email, cardsOn(html));
  }
  return { works, html: all };
}

/** Types points beside one work and sends them; throws with the page's words when they were not kept. */
export async function givePoints(stage: Stage, email: string, card: Card, points: string): Promise<void> {
  const token = (await tokenOf(stage, email)) ?? '';
  const response = await fetch(`${stage.local.urls.functions}/score`, {
    method: 'POST',
    body: new URLSearchParams({
      token,
      dossier: card.work,
      round: card.round,
      points,
      remark: 'Chân thực, có chi tiết.',
    }),
  });
  const html = await response.text();
  if (!html.includes('Đã ghi')) throw new Error(`${email}, ${card.work}: points were not kept\n${html}`);
}

/** Status of each line of a review tab, by its key. */
export async function deskWords(stage: Stage, unitId: string): Promise<Map<string, string>> {
  await stage.local.tickAndSettle();
  const reviewer = staffEmail('reviewer', unitId);
  const words = new Map<string, string>();
  for (const { spreadsheetId } of workbooksAt(stage, unitId))
    for (const cells of await stage.people.read(reviewer, spreadsheetId, `'${tabTitles.review}'!A3:L`))
      words.set(String(cells[0]), String(cells[reviewColumn('status')] ?? ''));
  return words;
}
