/** The trial's year of KH 113, scene by scene: every obligation is played by people over HTTP and shown with what came of it. */
import type { Dossier } from '../../../functions/domain/dossier.ts';
import { currentVersion } from '../../../functions/domain/submission.ts';
import type { Unit } from '../../../functions/domain/unit.ts';
import { staffEmail } from '../samples/people.ts';
import type { UnitScript } from '../samples/scenario.ts';
import { mendReturned, type Refused, signList, submitList, typeList, uploadPaper } from './lists.ts';
import { type Decision, reviewDesk } from './reviews.ts';
import { castOf, dossiers, outbox, type Stage, submissions, workbookOf } from './stage.ts';

export interface Scene {
  /** Numbers of the plan's obligations it shows. */
  ids: readonly string[];
  title: string;
  play(stage: Stage): Promise<void>;
}

const toProvince = ['district', 'cluster', 'agency', 'enterprise'] as const;

type Cast = { unit: Unit; script: UnitScript }[];

const withOutcome = (cast: Cast, outcome: UnitScript['outcome']): Cast =>
  cast.filter(({ script }) => script.outcome === outcome);

async function moveTo(stage: Stage, moment: string): Promise<void> {
  const to = new Date(moment);
  if ((await stage.people.now()) < to) await stage.people.moveClock(moment);
}

const at = (stage: Stage, day: string, time = '08:00'): string => `${stage.period}-${day}T${time}:00+07:00`;

function showRefused(stage: Stage, refused: readonly Refused[]): void {
  for (const { message, problems } of refused.slice(0, 3)) {
    stage.say(`Từ chối: ${message}`);
    for (const line of problems.slice(0, 3)) stage.say(`    ${line}`);
    if (problems.length > 3) stage.say(`    … và ${problems.length - 3} điều nữa`);
  }
  if (refused.length > 3)
    stage.say(`Từ chối thêm ${refused.length - 3} danh sách, đều nêu đủ chỗ sai một lần.`);
}

async function sendLists(stage: Stage, cast: Cast, label: string): Promise<void> {
  const refused: Refused[] = [];
  await stage.each(`Gõ danh sách ${label}`, cast, ({ script }) => typeList(stage, script));
  await stage.each(`Nộp danh sách ${label}`, cast, ({ unit, script }) =>
    submitList(stage, unit, script, refused),
  );
  await stage.local.queue.idle();
  await stage.each(`Thủ trưởng ký ${label}`, cast, ({ unit, script }) => signList(stage, unit, script));
  await stage.local.queue.idle();
  showRefused(stage, refused);
}

const summarise = async (stage: Stage, cast: Cast): Promise<void> => {
  const ids = new Set(cast.map(({ unit }) => unit.id));
  const sent = (await submissions(stage)).filter(({ unitId }) => ids.has(unitId));
  const signed = sent.filter(({ state }) => state === 'submitted');
  const rows = signed.reduce((sum, submission) => sum + currentVersion(submission).rows, 0);
  const late = sent.filter(({ versions }) => versions[0]?.late).length;
  const again = sent.filter(({ versions }) => versions.length > 1).length;
  stage.say(
    `${sent.length}/${ids.size} đơn vị đã nộp, ${rows} gương, ${late} nộp trễ, ${again} nộp hơn một lần; thủ trưởng đã ký ${signed.length}.`,
  );
  const due = cast.filter(({ script }) => script.outcome !== 'missing');
  stage.expect(
    signed.length >= withOutcome(due, 'on-time').length,
    'mọi danh sách đã nộp đều có chữ ký của thủ trưởng',
  );
};

const communeLists: Scene = {
  ids: ['BL-01'],
  title: 'Xã, phường, thị trấn lập danh sách 05–06 gương, gửi huyện trước ngày 15/01',
  async play(stage) {
    await moveTo(stage, at(stage, '01-08'));
    const cast = castOf(stage, ['commune']);
    await sendLists(stage, withOutcome(cast, 'on-time'), 'cấp xã');
    await moveTo(stage, at(stage, '01-16', '09:00'));
    await sendLists(stage, withOutcome(cast, 'late'), 'cấp xã nộp trễ');
    await summarise(stage, cast);
    const missing = withOutcome(cast, 'missing').map(({ unit }) => unit.name);
    if (missing.length > 0) stage.say(`Chưa nộp: ${missing.join(', ')}.`);
  },
};

/** The rows that the script says a reviewer returns once, by the ids they were given in the tab. */
function returnsOf(stage: Stage, cast: Cast): Map<string, string> {
  return new Map(
    cast.flatMap(({ unit, script }) =>
      (script.returnRows ?? []).map(({ rowIndex, reason }): [string, string] => [
        `${stage.period}-${unit.id}-${String(rowIndex + 1).padStart(3, '0')}`,
        reason,
      ]),
    ),
  );
}

/** Chooses upward until the unit's number is reached, then approves; returns what the script says, once. */
function chooser(promote: number, returns: ReadonlyMap<string, string>, already: number) {
  let promoted = already;
  return (dossier: Dossier): Decision => {
    const reason = dossier.round === 1 ? returns.get(dossier.id) : undefined;
    if (reason !== undefined) return { action: 'return', reason };
    if (promoted < promote) {
      promoted += 1;
      return { action: 'promote', reason: '' };
    }
    return { action: 'approve', reason: '' };
  };
}

const districtReview: Scene = {
  ids: ['BL-02'],
  title: 'Huyện, thị xã, thành phố thẩm định, trả lại, chọn ít nhất 10–15 gương tiêu biểu',
  async play(stage) {
    await moveTo(stage, at(stage, '01-17'));
    await stage.local.tickAndSettle();
    const districts = castOf(stage, ['district']);
    const returns = returnsOf(stage, castOf(stage, ['commune']));
    const decide = async (round: string): Promise<void> =>
      stage.each(`Thẩm định ${round}`, districts, ({ unit, script }) =>
        stage.journal.once(`review ${round} ${unit.id}`, async () => {
          const here = (await dossiers(stage)).filter(({ at: desk }) => desk === unit.id);
          const waiting = here.filter(({ status }) => status === 'submitted');
          const chosen = here.filter(({ status }) => status === 'promoted').length;
          const returned = round === 'lần 1' ? waiting.filter(({ id }) => returns.has(id)).length : 0;
          const spare = Math.max(0, waiting.length - returned);
          const wanted = round === 'lần 1' ? Math.min(script.promote - 1, spare) : script.promote;
          await reviewDesk(stage, unit.id, waiting, chooser(wanted, returns, chosen));
        }),
      );
    await decide('lần 1');
    const returning = castOf(stage, ['commune']).filter(({ script }) => script.returnRows !== undefined);
    await stage.each('Xã sửa dòng bị trả', returning, ({ unit, script }) =>
      mendReturned(stage, unit, script),
    );
    await stage.local.queue.idle();
    await decide('lần 2');
    const all = await dossiers(stage);
    const returned = all.filter(({ history }) => history.some(({ action }) => action === 'return'));
    stage.say(
      `${all.length} hồ sơ: ${returned.length} trả lại kèm lý do, ${all.filter(({ approvals }) => approvals.length > 0).length} được duyệt.`,
    );
    for (const { unit } of districts) {
      const chosen = all.filter((dossier) =>
        dossier.history.some(({ action, unitId }) => action === 'promote' && unitId === unit.id),
      );
      const own = castOf(stage, ['district']).find((one) => one.unit.id === unit.id)?.script.rows.length ?? 0;
      stage.expect(
        chosen.length + own >= 10,
        `${unit.name}: chọn ${chosen.length} gương lên tỉnh${own > 0 ? `, thêm ${own} gương của phòng, ban huyện` : ''}`,
      );
    }
    stage.expect(
      returned.every(({ status }) => status !== 'returned'),
      'mọi dòng bị trả đều đã sửa, nộp lại và thẩm định lần hai',
    );
  },
};

const provinceLists: Scene = {
  ids: ['BL-03', 'BL-04', 'BL-05', 'BL-06'],
  title: 'Huyện, cụm/khối, cơ quan, doanh nghiệp gửi Sở Nội vụ trước ngày 15/02, kèm kế hoạch bồi dưỡng',
  async play(stage) {
    await moveTo(stage, at(stage, '02-06'));
    const withPapers: Cast = [];
    await stage.each('Tải kế hoạch bồi dưỡng', castOf(stage, toProvince), async ({ unit, script }) => {
      withPapers.push({ unit, script: await uploadPaper(stage, unit, script) });
    });
    await sendLists(stage, withOutcome(withPapers, 'on-time'), 'gửi tỉnh');
    await moveTo(stage, at(stage, '02-17', '09:00'));
    await sendLists(stage, withOutcome(withPapers, 'late'), 'gửi tỉnh, trễ');
    for (const kind of toProvince) {
      const cast = withPapers.filter(({ unit }) => unit.kind === kind);
      stage.say(`${stage.plan.unitKinds[kind]?.name}:`);
      await summarise(stage, cast);
    }
    const ids = new Set(withPapers.map(({ unit }) => unit.id));
    const sent = (await submissions(stage)).filter(({ unitId }) => ids.has(unitId));
    const snapshots = await stage.local.store.readMany<{ attachment: unknown }>(
      sent.map((submission) => `snapshots/${currentVersion(submission).snapshotId}`),
    );
    stage.expect(
      snapshots.every((snapshot) => snapshot?.data.attachment != null),
      `cả ${sent.length} danh sách gửi tỉnh đều kèm kế hoạch bồi dưỡng, nhân rộng (BL-06)`,
    );
    const ofClusters = (await dossiers(stage)).filter(
      ({ unitId }) => stage.tree.get(unitId)?.kind === 'cluster',
    );
    stage.expect(
      ofClusters.length > 0 && ofClusters.every(({ row }) => row.kind !== 'individual'),
      `${ofClusters.length} gương của cụm, khối đều là mô hình hoặc tập thể (BL-03)`,
    );
  },
};

const provinceReview: Scene = {
  ids: ['BL-16'],
  title: 'Sở Nội vụ chủ trì thẩm định, đôn đốc đơn vị chưa gửi, thông tin đến các cấp',
  async play(stage) {
    await moveTo(stage, at(stage, '02-18'));
    await stage.local.tickAndSettle();
    await stage.journal.once('review province', async () => {
      const waiting = (await dossiers(stage)).filter(
        ({ at: desk, status }) => desk === '95' && status === 'submitted',
      );
      await reviewDesk(stage, '95', waiting, (_dossier, index) =>
        index % 29 === 28
          ? { action: 'hold', reason: 'Chờ xác minh thêm' }
          : { action: 'approve', reason: '' },
      );
    });
    const atProvince = (await dossiers(stage)).filter(({ at: desk }) => desk === '95');
    const approved = atProvince.filter(({ status }) => status === 'approved').length;
    stage.say(
      `${atProvince.length} hồ sơ ở tỉnh: ${approved} được duyệt, ${atProvince.length - approved} để lại xem thêm.`,
    );
    stage.expect(
      atProvince.every(({ status }) => status === 'approved' || status === 'held'),
      'không hồ sơ nào ở tỉnh còn chờ',
    );
    const reviewer = staffEmail('reviewer', '95');
    const digests = (await stage.people.mailbox(reviewer)).length;
    stage.expect(
      digests > 0,
      `thường trực Hội đồng tỉnh nhận ${digests} thư tổng hợp, có tên đơn vị chưa gửi`,
    );
  },
};

const publication: Scene = {
  ids: ['BL-15'],
  title: 'Tuyên truyền trên trang thông tin điện tử: chỉ gương đã duyệt và đồng ý công khai',
  async play(stage) {
    await stage.local.tickAndSettle();
    const all = await dossiers(stage);
    const expected = all.filter((dossier) => dossier.public);
    const shown = await publicIds(stage);
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
    await withdrawOne(stage);
  },
};

async function publicIds(stage: Stage): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { status, html } = await stage.people.page(page === 1 ? '/' : `/?trang=${page}`);
    if (status !== 200) return ids;
    for (const [, id] of html.matchAll(/<article id="([^"]+)"/g)) ids.add(id as string);
  }
}

async function withdrawOne(stage: Stage): Promise<void> {
  const cast = stage.scripts.find(({ withdrawal }) => withdrawal !== undefined);
  if (!cast?.withdrawal) return;
  const id = `${stage.period}-${cast.unitId}-${String(cast.withdrawal.rowIndex + 1).padStart(3, '0')}`;
  const before = (await publicIds(stage)).has(id);
  const parent = stage.tree.get(cast.unitId)?.parent ?? '';
  const { body } = await stage.people.press(staffEmail('reviewer', parent), 'withdraw', {
    plan: stage.plan.id,
    dossier: id,
    reason: cast.withdrawal.reason,
  });
  const after = (await publicIds(stage)).has(id);
  stage.say(`Rút đồng ý: ${body.message}`);
  const wasGone = (await dossiers(stage)).some((dossier) => dossier.id === id && dossier.withdrawn !== null);
  stage.expect((before || wasGone) && body.ok && !after, 'gương vừa gỡ không còn ở lần mở trang ngay sau đó');
}

const reminders: Scene = {
  ids: ['BL-01', 'BL-06'],
  title: 'Nhắc hạn: mỗi người một thư một ngày, không ai bị nhắc sau khi đã nộp',
  async play(stage) {
    const mails = await outbox(stage);
    const byKind = Map.groupBy(mails, ({ kind }) => kind);
    for (const [kind, ofKind] of byKind) stage.say(`${mailNames[kind] ?? kind}: ${ofKind.length} thư`);
    const delivered = await stage.people.mailbox();
    const keys = delivered
      .map(({ text }) => /Mã thư: ([\w-]+)/.exec(text)?.[1])
      .filter((key) => key !== undefined);
    stage.expect(new Set(keys).size === keys.length, `${keys.length} thư đã đến nơi, không thư nào hai lần`);
    stage.expect(
      mails.every(({ state }) => state === 'sent'),
      'không thư nào còn nợ, hỏng hoặc không rõ',
    );
    const perDay = new Map<string, number>();
    for (const { kind, to, createdAt } of mails)
      if (kind === 'dailyDigest') {
        const day = `${to} ${new Date(Date.parse(createdAt) + 7 * 3_600_000).toISOString().slice(0, 10)}`;
        perDay.set(day, (perDay.get(day) ?? 0) + 1);
      }
    stage.expect(Math.max(0, ...perDay.values()) <= 1, 'mỗi người nhiều nhất một thư tổng hợp mỗi ngày');
  },
};

const mailNames: Record<string, string> = {
  receipt: 'Biên nhận nộp danh sách',
  signOffRequest: 'Xin chữ ký thủ trưởng',
  sentBack: 'Thủ trưởng trả lại',
  dailyDigest: 'Thư tổng hợp trong ngày (nhắc hạn, trả lại, kết quả)',
  withdrawalNotice: 'Báo gỡ công khai',
};

const traditionDay: Scene = {
  ids: ['BL-13'],
  title: 'Giới thiệu gương để khen thưởng dịp 11/6',
  async play(stage) {
    await moveTo(stage, at(stage, '06-11'));
    const told = (await outbox(stage)).filter(
      ({ kind, text }) => kind === 'dailyDigest' && text.includes('11/6'),
    );
    const units = stage.plan.units.filter(({ kind }) =>
      (toProvince as readonly string[]).includes(kind),
    ).length;
    stage.say(`${told.length} người nhận lời nhắc dịp 11/6 (${units} đơn vị).`);
    stage.expect(told.length >= units, 'mọi đơn vị được nhắc dịp 11/6 trước mười ngày làm việc');
  },
};

const sheets: Scene = {
  ids: ['BL-16'],
  title: 'Bảng tính nói đúng điều hệ thống biết',
  async play(stage) {
    await stage.local.tickAndSettle();
    await stage.local.tickAndSettle();
    const province = workbookOf(stage, '95');
    const summary = await stage.people.read(
      staffEmail('reviewer', '95'),
      province.spreadsheetId,
      "'Tổng hợp'!A1:J40",
    );
    for (const cells of [summary[1], ...summary.slice(3, 6)])
      stage.say(
        (cells ?? [])
          .slice(0, 6)
          .filter((cell) => cell !== '')
          .join(' | '),
      );
    const before = stage.local.workspace.counts.sheets.total;
    const { outcome } = await syncOnce(stage, province.spreadsheetId);
    stage.expect(
      outcome === 'unchanged' && stage.local.workspace.counts.sheets.total - before === 1,
      'xem lại bảng tính không đổi tốn đúng 1 lệnh gọi Sheets',
    );
  },
};

async function syncOnce(stage: Stage, spreadsheetId: string): Promise<{ outcome: string }> {
  const { body } = await stage.people.press('may-chu@guong-sang.invalid', 'sync', { spreadsheetId });
  return { outcome: String(body.outcome ?? '') };
}

export const kh113Scenes: readonly Scene[] = [
  communeLists,
  districtReview,
  provinceLists,
  provinceReview,
  publication,
  traditionDay,
  reminders,
  sheets,
];
