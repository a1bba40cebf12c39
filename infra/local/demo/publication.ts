/** What citizens see, and what they no longer see. */
import type { Dossier } from '../../../functions/domain/dossier.ts';
import { toPhotoWish } from '../../../functions/domain/photo-wish.ts';
import { toSlug } from '../../../functions/domain/public-row.ts';
import { storyPath, toKey } from '../../../functions/listing/address.ts';
import type { UnitScript } from '../samples/scenario.ts';
import { dossiers, type Stage } from './stage.ts';
import { askForRemoval, endByRemoval, ticketAbout } from './takedown.ts';

export async function showPublication(stage: Stage): Promise<void> {
  await stage.local.tickAndSettle();
  const all = await dossiers(stage);
  const expected = all.filter((dossier) => dossier.public);
  // An earlier period's stories stay beside these.
  const shown = new Set([...(await publicIds(stage))].filter((id) => id.startsWith(`${stage.period}-`)));
  stage.say(`Trang công khai: ${shown.size} gương, ${stage.local.urls.listing}/`);
  stage.say(`Kênh theo kế hoạch: ${stage.plan.publication.channels.join(', ')}.`);
  stage.expect(
    shown.size === expected.length && expected.every(({ id }) => shown.has(id)),
    'trang công khai đúng bằng tập gương đã duyệt có đồng ý, chưa gỡ',
  );
  const silent = all.filter(
    ({ row }) => row.values.consent === 'Chưa hỏi' || row.values.consent === 'Không đồng ý',
  );
  stage.expect(
    silent.length > 0 && silent.every(({ id }) => !shown.has(id)),
    `${silent.length} gương chưa hỏi hoặc không đồng ý đều không hiện`,
  );
  const wished = expected.filter((dossier) => toPhotoWish(dossier) !== null);
  const addresses = await Promise.all(expected.map((dossier) => photoOf(stage, dossier)));
  const served = await Promise.all(
    addresses.flatMap((address) => (address === undefined ? [] : [stage.people.page(address)])),
  );
  stage.expect(
    wished.length > 0 && served.length === wished.length && served.every(({ status }) => status === 200),
    `${served.length} gương có ảnh đúng như đã đồng ý, ${expected.length - served.length} gương không có ảnh`,
  );
  await withdrawOne(stage);
}

/** Ids of the dossiers of this plan that the public list shows. */
export async function publicIds(stage: Stage): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let path: string | undefined = `/?ke-hoach=${toSlug(stage.plan.id)}`; path !== undefined; ) {
    const { html } = await stage.people.page(path);
    for (const [, id] of html.matchAll(/<article id="([^"]+)"/g)) ids.add(id as string);
    path = /<a href="([^"]+)" rel="next">/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return ids;
}

/** Where the story shows its photo; undefined without one. */
async function photoOf(stage: Stage, { id, planId, row }: Dossier): Promise<string | undefined> {
  const { html } = await stage.people.page(
    storyPath({ key: toKey(planId, id), name: String(row.values.name ?? '') }),
  );
  return /<img src="([^"]+)"/.exec(html)?.[1];
}

async function withdrawOne(stage: Stage): Promise<void> {
  const all = new Map((await dossiers(stage)).map((dossier) => [dossier.id, dossier]));
  const idOf = ({ unitId, withdrawal }: UnitScript): string =>
    `${stage.period}-${unitId}-${String((withdrawal?.rowIndex ?? 0) + 1).padStart(3, '0')}`;
  const cast = stage.scripts.find((script) => script.withdrawal !== undefined && all.has(idOf(script)));
  if (!cast?.withdrawal) return;
  const id = idOf(cast);
  const before = (await publicIds(stage)).has(id);
  const known = all.get(id);
  const photo = known && (await photoOf(stage, known));
  const name = String(known?.row.values.name ?? '');
  const asked = { dossierId: id, unitId: cast.unitId, name, text: cast.withdrawal.reason };
  await askForRemoval(stage, asked);
  await endByRemoval(stage, asked);
  const after = (await publicIds(stage)).has(id);
  const ticket = await ticketAbout(stage, id);
  stage.say(
    `Người được nêu tên xin gỡ (${ticket?.code ?? ''}): ${stage.tree.get(cast.unitId)?.name ?? ''} trả lời rồi gỡ ngay ở trang của đề nghị.`,
  );
  const wasGone = (await dossiers(stage)).some((dossier) => dossier.id === id && dossier.withdrawn !== null);
  stage.expect((before || wasGone) && !after, 'gương vừa gỡ không còn ở lần mở trang ngay sau đó');
  const course = ticket?.history.map(({ action }) => action).join() ?? '';
  stage.expect(
    ticket?.state !== 'open' && course.startsWith('open,answer,settle'),
    'đề nghị gỡ có ghi lại lúc nhận, lời đã trả lời và kết quả, ai làm và lúc nào',
  );
  if (photo === undefined) return;
  const { status } = await stage.people.page(photo);
  stage.expect(status === 404, 'ảnh của gương vừa gỡ cũng không còn ở địa chỉ cũ');
}
