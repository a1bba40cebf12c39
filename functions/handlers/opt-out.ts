/** Stops a kind of mail for one person, or lets it come again. Opening the link changes nothing; a POST does (RFC 8058). */
import { type OptOutPayload, parseOptOutToken } from '../links/opt-out-link.ts';
import { renderBrokenOptOut, renderOptOutPage } from '../listing/opt-out-page.ts';
import { topics } from '../mails/kinds.ts';
import { type OptOut, paths, saveOver } from '../records.ts';
import type { Services } from '../services.ts';
import type { Page } from './confirm.ts';

const broken: Page = { status: 404, html: renderBrokenOptOut() };

export async function openOptOut(services: Services, token: string): Promise<Page> {
  const payload = parseOptOutToken(token, services.settings.linkSecret);
  if (!payload) return broken;
  const stored = await services.store.read<OptOut>(paths.optOut(payload.email));
  return page(services, token, payload, stored?.data.stopped[payload.topic] !== undefined);
}

/** Anything but "resume" stops: the one press of a mail program sends no action of ours. */
export async function optOut(
  services: Services,
  { token, action }: { token: string; action: string },
): Promise<Page> {
  const { store, settings, clock } = services;
  const payload = parseOptOutToken(token, settings.linkSecret);
  if (!payload) return broken;
  const { email, topic } = payload;
  const isStopped = action !== 'resume';
  const path = paths.optOut(email);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const stored = await store.read<OptOut>(path);
    const { [topic]: since, ...others } = stored?.data.stopped ?? {};
    if ((since !== undefined) === isStopped) return page(services, token, payload, isStopped);
    const stopped = isStopped ? { ...others, [topic]: clock.now().toISOString() } : others;
    const saved = await store.commit([saveOver(path, stored, { email, stopped } satisfies OptOut)]);
    if (saved.ok) return page(services, token, payload, isStopped);
  }
  throw new Error('an opt-out kept changing under us');
}

const page = (
  { settings }: Services,
  token: string,
  { email, topic }: OptOutPayload,
  isStopped: boolean,
): Page => ({
  status: 200,
  html: renderOptOutPage({
    email,
    topic: topics[topic],
    isStopped,
    action: `${settings.functionsUrl}/optOut`,
    token,
  }),
});
