/** BL-15: what becomes public. */
import { showPublication } from '../../publication.ts';
import type { Scene } from '../../scene.ts';

export const publication: Scene = {
  ids: ['BL-15'],
  title: 'Tuyên truyền trên trang thông tin điện tử: chỉ gương đã duyệt và đồng ý công khai',
  play: showPublication,
};
