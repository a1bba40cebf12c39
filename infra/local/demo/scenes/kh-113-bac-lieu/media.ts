/** BL-19: what newspapers and the radio take from the public pages, and that it is the approved ones only. */

import { publicIds } from '../../publication.ts';
import type { Scene } from '../../scene.ts';
import { dossiers } from '../../stage.ts';
import { nameOf } from './desk.ts';

export const media: Scene = {
  ids: ['BL-19'],
  title: 'Báo, đài lấy bài từ nguồn tin, dữ liệu mở, bản đọc phát thanh',
  async play(stage) {
    const shown = await publicIds(stage);
    const all = await dossiers(stage);
    const data = JSON.parse((await stage.people.page('/du-lieu/guong.json')).html) as {
      rows: { dossier: string }[];
    };
    const given = new Set(data.rows.map(({ dossier }) => dossier));
    stage.expect(
      given.size > 0 && given.size === Math.min(shown.size, 500) && [...given].every((id) => shown.has(id)),
      `dữ liệu mở có đúng ${given.size} gương đang công khai`,
    );
    const publicNames = new Set(all.filter(({ id }) => shown.has(id)).map(nameOf));
    const kept = all.map(nameOf).filter((name) => !publicNames.has(name));
    const feed = (await stage.people.page('/nguon.xml')).html;
    const titles = [...feed.matchAll(/<entry>[\s\S]*?<title>([^<]*)<\/title>/g)].map(([, title]) => title);
    stage.expect(
      titles.length > 0 && kept.length > 0 && kept.every((name) => !feed.includes(name)),
      `nguồn tin có ${titles.length} gương mới nhất, không có tên nào trong ${kept.length} gương chưa công khai`,
    );
    const radio = (await stage.people.page(`/phat-thanh/${stage.period}-02.txt`)).html;
    const stories = radio.match(/^\d+\. /gm)?.length ?? 0;
    stage.expect(
      stories > 0 && kept.every((name) => !radio.includes(name)),
      `bản đọc phát thanh tháng 2 có ${stories} gương, chỉ gương đã công khai`,
    );
  },
};
