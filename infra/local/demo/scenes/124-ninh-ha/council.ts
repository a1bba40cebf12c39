/** NH-02, NH-03, NH-05 and NH-10: the ward's council looks at everything before anything is public, and sends the best on to the town. */
import type { Dossier } from '../../../../../functions/domain/dossier.ts';
import { firstDataLine, reviewColumn, tabTitles } from '../../../../../functions/domain/workbook.ts';
import { staffEmail } from '../../../samples/people.ts';
import { publicIds } from '../../publication.ts';
import { type Decision, reviewDesk } from '../../reviews.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { sendAsItStands, storedOf } from '../../sent-rows.ts';
import { dossiers, type Stage, workbookOf } from '../../stage.ts';
import { approved, chosen, copied, late, nameOf, nobody, passedAround, town, ward } from './month.ts';

export const dossierOf = ({ period }: Pick<Stage, 'period'>, unitId: string): string =>
  `${period}-${unitId}-001`;

const approve: Decision = { action: 'approve', reason: '' };

const decisions: Readonly<Record<string, Decision>> = {
  [chosen]: { action: 'promote', reason: '' },
  [approved]: approve,
  [late]: approve,
  [passedAround]: {
    action: 'return',
    reason: 'Người này Văn phòng phường đã giới thiệu trong tháng, xin chọn người khác.',
  },
  [copied]: { action: 'hold', reason: 'Bài giống bài của Tài chính – Kế toán, chờ xác minh ai là người làm' },
};

const waitingAt = async (stage: Stage, desk: string): Promise<Dossier[]> =>
  (await dossiers(stage)).filter((one) => one.at === desk && one.status === 'submitted');

const lines = async (stage: Stage): Promise<string[][]> => {
  const { spreadsheetId } = workbookOf(stage, ward);
  const cells = await stage.people.read(
    staffEmail('reviewer', ward),
    spreadsheetId,
    `'${tabTitles.review}'!A${firstDataLine}:L`,
  );
  return cells.map((line) => line.map(String));
};

/** Kept while nothing is decided, because a second run on the same folder begins after the decisions. */
const beforeDecisions = (stage: Stage): Promise<boolean> =>
  dossiers(stage).then((all) => all.every(({ history }) => history.every(({ unitId }) => unitId !== ward)));

export const gathered: Scene = {
  ids: ['NH-02', 'NH-10'],
  title: 'Văn phòng không chép lại: danh sách đã ký dồn vào tab Thẩm định; bài chép, người trùng được chỉ ra',
  async play(stage) {
    await moveTo(stage, at(stage, '17'));
    await stage.local.tickAndSettle();
    const all = await dossiers(stage);
    const tab = await lines(stage);
    const remarkOf = (unitId: string): string =>
      tab.find(([key]) => key?.startsWith(dossierOf(stage, unitId)))?.[reviewColumn('remark')] ?? '';
    stage.expect(
      all.length === 5 && all.every(({ id }) => tab.some(([key]) => key?.startsWith(id))),
      `cả ${all.length} nhân tố các đơn vị gửi có dòng ở tab Thẩm định của phường, không ai phải chép lại`,
      ['NH-02'],
    );
    for (const unitId of [passedAround, copied]) stage.say(`${nameOf(stage, unitId)}: ${remarkOf(unitId)}`);
    stage.expect(
      remarkOf(passedAround).includes('cùng một người') &&
        remarkOf(passedAround).includes(nameOf(stage, chosen)),
      'người được hai đơn vị cùng giới thiệu được chỉ ra cho người thẩm định',
      ['NH-10'],
    );
    stage.expect(
      remarkOf(copied).includes('gần giống') && remarkOf(copied).includes(nameOf(stage, approved)),
      'bài chép của đơn vị khác, chỉ đổi tên, được chỉ ra cho người thẩm định',
      ['NH-10'],
    );
    const nil = await storedOf(stage, nobody, stage.period);
    stage.expect(
      nil?.snapshot.nil === true && all.every(({ unitId }) => unitId !== nobody),
      'đơn vị không có ai thì báo không có, không phải thêm người cho đủ',
      ['NH-10'],
    );
  },
};

export const looked: Scene = {
  ids: ['NH-03'],
  title:
    'Thường trực Hội đồng thẩm định trước khi tuyên truyền: chưa duyệt thì chưa có gì trên trang công khai',
  async play(stage) {
    if (await beforeDecisions(stage)) {
      const early = await publicIds(stage);
      const radio = await stage.people.page(`/phat-thanh/${stage.period}.txt`);
      stage.expect(
        early.size === 0 && !radio.html.includes('Trần Thị Lụa'),
        'trước khi Hội đồng duyệt, trang công khai và bản đọc phát thanh chưa có ai',
      );
    }
    await stage.journal.once('review ward', async () => {
      const counts = await reviewDesk(
        stage,
        ward,
        await waitingAt(stage, ward),
        ({ unitId }) => decisions[unitId] ?? approve,
      );
      stage.say(
        `Hội đồng phường: ${counts.promoted} chọn gửi thị xã, ${counts.approved} duyệt, ${counts.returned} trả lại, ${counts.held} để lại xem thêm.`,
      );
    });
    await stage.local.tickAndSettle();
    const shown = await publicIds(stage);
    const wanted = [chosen, approved].map((unitId) => dossierOf(stage, unitId));
    stage.expect(
      shown.size === wanted.length && wanted.every((id) => shown.has(id)),
      `sau khi duyệt chỉ ${wanted.length} gương đã duyệt và đồng ý có trên trang công khai`,
    );
    const hidden = [late, passedAround, copied].filter((unitId) => shown.has(dossierOf(stage, unitId)));
    stage.expect(hidden.length === 0, 'gương chưa hỏi ý kiến, bị trả lại, để lại xem thêm đều không hiện');
    const told = (await stage.people.mailbox(staffEmail('clerk', passedAround))).length;
    await moveTo(stage, at(stage, '18'));
    await moveTo(stage, at(stage, '20'));
    const mails = await stage.people.mailbox(staffEmail('clerk', passedAround));
    stage.expect(
      mails.length >= told && mails.some(({ text }) => text.includes('xin chọn người khác')),
      'đơn vị bị trả lại nhận được lý do qua thư',
    );
  },
};

export const sentOn: Scene = {
  ids: ['NH-05'],
  title: 'Phường chọn nhân tố tiêu biểu gửi Hội đồng thi đua, khen thưởng thị xã',
  async play(stage) {
    await sendAsItStands(stage, ward, stage.period);
    const list = await storedOf(stage, ward, stage.period);
    const promoted = list?.snapshot.promoted.map(({ dossierId }) => dossierId) ?? [];
    stage.say(`Danh sách của phường gửi thị xã: ${promoted.join(', ')}, ${list?.version.signedName} ký.`);
    stage.expect(
      promoted.length === 1 &&
        promoted[0] === dossierOf(stage, chosen) &&
        list?.version.signedBy === staffEmail('head', ward),
      'đúng nhân tố được chọn có trong danh sách gửi thị xã, lãnh đạo phường đã ký',
    );
    await stage.journal.once('review town', async () => {
      await stage.local.tickAndSettle();
      await reviewDesk(stage, town, await waitingAt(stage, town), () => approve);
    });
    const dossier = (await dossiers(stage)).find(({ id }) => id === dossierOf(stage, chosen));
    stage.expect(
      dossier?.approvals.includes(ward) === true && dossier.approvals.includes(town),
      'Hội đồng thị xã nhận được và công nhận, sau phường',
    );
  },
};
