/**
 * Biên bản họp Hội đồng (NĐ 30/2020, Phụ lục III, mẫu 1.9): the dossiers that lay before the collecting unit and what was
 * recorded of each. Who met, what was said and how they voted is left to those who were there.
 */
import type { BoardLine } from '../domain/board.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Form } from '../domain/form.ts';
import { formOf } from '../domain/forms/index.ts';
import { formatNumber } from '../domain/number.ts';
import { periodLabel } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import type { Unit, UnitTree } from '../domain/unit.ts';
import { decisionWords } from '../domain/workbook.ts';
import { planName } from '../mails/wording.ts';
import { rowAbout, rowName } from './list-layout.ts';
import { numberOf, officeOf, placeAndDate } from './office.ts';
import { type Block, blank, type Paper, toFill } from './paper.ts';
import { count, subjectOf } from './wording.ts';

export interface MinutesInput {
  plan: Plan;
  tree: UnitTree;
  /** Whose council meets. */
  unit: Unit;
  period: string;
  /** Of the unit's desk. */
  lines: readonly BoardLine[];
  /** Of the period, wherever they are now: one that was sent back may be two levels below by now. */
  dossiers: readonly Dossier[];
}

type Decision = keyof typeof decisionWords;

interface Considered {
  dossier: Dossier;
  form: Form;
  /** undefined: waits for one. */
  decision: Decision | undefined;
  reason: string;
}

const isDecision = (action: string): action is Decision => Object.hasOwn(decisionWords, action);

/** Undefined for a dossier that never lay before the unit. Sent anew after a decision, it waits for the next. */
function toConsidered(dossier: Dossier, form: Form, unit: Unit): Considered | undefined {
  if (dossier.at === unit.id && dossier.status === 'submitted')
    return { dossier, form, decision: undefined, reason: '' };
  const last = dossier.history.findLast(({ unitId, action }) => unitId === unit.id && isDecision(action));
  if (!last || !isDecision(last.action)) return undefined;
  return { dossier, form, decision: last.action, reason: last.reason ?? '' };
}

const consideredOf = ({ plan, tree, dossiers, unit }: MinutesInput): Considered[] =>
  dossiers
    .flatMap((dossier) => {
      const kind = tree.get(dossier.unitId)?.kind;
      const owed = plan.obligations.find(({ unitKind }) => unitKind === kind);
      return (owed && toConsidered(dossier, formOf(owed.form), unit)) ?? [];
    })
    .sort((a, b) => (a.dossier.id < b.dossier.id ? -1 : 1));

const dossierTable = (considered: readonly Considered[], { tree }: MinutesInput): Block => ({
  kind: 'table',
  columns: [
    { header: 'TT', width: 11, align: 'center' },
    { header: 'Mã hồ sơ', width: 36 },
    { header: 'Cá nhân, tập thể, mô hình', width: 44 },
    { header: 'Đơn vị', width: 30 },
    { header: 'Nội dung', width: 50 },
    { header: 'Kết quả đã ghi nhận', width: 27 },
    { header: 'Lý do', width: 30 },
    { header: 'Số phiếu đồng ý', width: 24, align: 'center' },
  ],
  rows: considered.map(({ dossier, form, decision, reason }, index) => [
    String(index + 1),
    dossier.id,
    rowName(form, dossier.row),
    tree.get(dossier.unitId)?.name ?? dossier.unitId,
    rowAbout(form, dossier.row),
    decision ? decisionWords[decision] : 'Chưa có kết luận',
    reason,
    `${blank}/${blank}`,
  ]),
});

/** Which lists lay before the council. */
const listTable = (lines: readonly BoardLine[]): Block => ({
  kind: 'table',
  columns: [
    { header: 'TT', width: 11, align: 'center' },
    { header: 'Đơn vị', width: 91 },
    { header: 'Số điển hình trong danh sách', width: 60, align: 'center' },
    { header: 'Mã bản nộp', width: 90 },
  ],
  rows: lines.map(({ standing: { unit }, arrival }, index) => [
    String(index + 1),
    unit.name,
    arrival.kind === 'nil' ? 'Không có trường hợp' : formatNumber(arrival.version?.rows ?? 0),
    (arrival.version?.snapshotId ?? '').slice(0, 16),
  ]),
});

function conclusion(considered: readonly Considered[]): Block[] {
  const decisions = Object.keys(decisionWords) as Decision[];
  const counts = decisions.map(
    (decision) =>
      `${decisionWords[decision].toLocaleLowerCase('vi')}: ${count(considered.filter((one) => one.decision === decision).length)}`,
  );
  const open = considered.filter(({ decision }) => decision === undefined).length;
  return [
    {
      kind: 'text',
      text: `Kết quả đã ghi nhận trên hệ thống đối với ${count(considered.length)} hồ sơ: ${counts.join('; ')}; chưa có kết luận: ${count(open)}.`,
    },
    ...toFill('Ý kiến thảo luận:', 3),
    ...toFill('Kết quả biểu quyết (bỏ phiếu):', 2),
    ...toFill('Kết luận của Chủ trì:', 2),
  ];
}

export function minutesPaper(input: MinutesInput): Paper {
  const { plan, tree, unit, period, lines } = input;
  const office = officeOf(unit, tree.get(unit.parent ?? ''));
  const came = lines.filter(({ arrival }) => arrival.kind === 'list' || arrival.kind === 'nil');
  const considered = consideredOf(input);
  const form = formOf(lines[0]?.standing.obligation.form ?? 'exemplar');
  const heading = (text: string): Block => ({ kind: 'heading', text });
  return {
    orientation: 'landscape',
    issuer: office.issuer,
    number: numberOf('BB', office),
    placeAndDate: placeAndDate(office),
    title: 'BIÊN BẢN',
    subject: `Họp Hội đồng thẩm định danh sách ${subjectOf(form)} ${periodLabel(period)}`,
    grounds: [],
    body: [
      ...toFill('Thời gian bắt đầu:'),
      ...toFill('Địa điểm:'),
      ...toFill('Thành phần tham dự:', 3),
      ...toFill('Số thành viên Hội đồng có mặt, vắng mặt (lý do):'),
      ...toFill('Chủ trì (chủ tọa):'),
      ...toFill('Thư ký (người ghi biên bản):'),
      heading('Nội dung:'),
      heading('1. Danh sách của các đơn vị'),
      {
        kind: 'text',
        text: `Thực hiện ${planName(plan.number)}, ${count(came.length)} trong ${count(lines.length)} đơn vị đã gửi danh sách.`,
      },
      ...(came.length > 0 ? [listTable(came)] : []),
      heading('2. Hồ sơ xem xét'),
      ...(considered.length > 0
        ? [dossierTable(considered, input)]
        : [{ kind: 'text', text: 'Không có hồ sơ nào.' } as const]),
      heading('3. Thảo luận, biểu quyết, kết luận'),
      ...conclusion(considered),
      {
        kind: 'text',
        text: `Cuộc họp kết thúc vào ${blank} giờ ${blank}, ngày ${blank} tháng ${blank} năm ${blank}./.`,
      },
    ],
    recipients: ['Thành viên Hội đồng', blank, 'Lưu: VT'],
    secretary: { authority: ['THƯ KÝ'], name: '' },
    signature: { authority: ['CHỦ TỌA'], name: '' },
  };
}
