/** What scorers of a contest do: open the link of their newest mail, see their works, give points. */
import type { Office } from './office.ts';

export interface ScorePage {
  status: number;
  html: string;
}

export async function scoreLink({ people }: Office, email: string): Promise<string> {
  const mails = await people.mailbox(email);
  const links = mails.flatMap(({ text }) => /http:\S+\/score\?token=\S+/.exec(text)?.[0] ?? []);
  return links.at(-1) ?? '';
}

export async function openScores(link: string, init: RequestInit = {}): Promise<ScorePage> {
  const response = await fetch(link, init);
  return { status: response.status, html: await response.text() };
}

export const postScore = (link: string, fields: Record<string, string>): Promise<ScorePage> =>
  openScores(link.split('?')[0] as string, {
    method: 'POST',
    body: new URLSearchParams({ token: new URL(link).searchParams.get('token') ?? '', ...fields }),
  });

export const worksOn = (html: string): string[] =>
  [...html.matchAll(/name="dossier" value="([^"]+)"/g)].map(([, found]) => found as string);
