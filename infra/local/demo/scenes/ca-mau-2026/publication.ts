/** CM-11: what becomes public, and that stories of merged communes are found under the commune of today. */
import { unitPath } from '../../../../../functions/listing/address.ts';
import { readPlan } from '../../../../../functions/records.ts';
import { publicIds, showPublication } from '../../publication.ts';
import type { Scene } from '../../scene.ts';

export const publication: Scene = {
  ids: ['CM-11'],
  title: 'Công khai gương đã duyệt và đồng ý; gương của đơn vị cũ tìm được ở đơn vị mới',
  async play(stage) {
    await showPublication(stage);
    const [paper] = stage.plan.takesOver ?? [];
    if (!paper) return stage.expect(false, 'kế hoạch nêu đơn vị nào kế thừa đơn vị nào');
    const earlier = await readPlan(stage.local.store, paper.plan);
    const old = { ...stage, plan: earlier.plan };
    const shownBefore = await publicIds(old);
    const merged = paper.heirs.flatMap(({ from, to }) => {
      const [before, now] = [earlier.tree.get(from), stage.tree.get(to)];
      const ids = [...shownBefore].filter((id) => id.startsWith(`2025-${from}-`));
      return before && now && ids.length > 0 ? [{ before, now }] : [];
    });
    const pages = await Promise.all(
      merged.map(async ({ before, now }) => {
        const { status, html } = await stage.people.page(unitPath(now));
        const isSame = unitPath(before) === unitPath(now);
        return status === 200 && (isSame || html.includes(`href="${unitPath(before)}"`));
      }),
    );
    stage.expect(
      pages.length > 0 && pages.every((isLinked) => isLinked),
      `trang của xã, phường mới dẫn tới gương của cả ${pages.length} đơn vị cũ có gương công khai`,
    );
    const again = [...(await publicIds(stage))].filter((id) => /-c\w+$/.test(id)).length;
    stage.expect(again > 0, `${again} gương của kỳ trước được công nhận lại và công khai ở đơn vị mới`);
  },
};
