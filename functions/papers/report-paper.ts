/** Báo cáo: what a collecting unit has to say of a period (sơ kết) or of all years of the plan (tổng kết), mẫu 1.4. */
import { periodLabel } from '../domain/period.ts';
import { moment, planName } from '../mails/wording.ts';
import { type Contest, contestBlocks } from './contest-blocks.ts';
import { addresseeOf, headSignature, numberOf, officeOf, placeAndDate } from './office.ts';
import { type Block, blank, type Paper, toFill } from './paper.ts';
import { comparison, periodTable } from './report-comparison.ts';
import {
  type Figures,
  figuresOfYears,
  type PeriodFigures,
  type ReportPlace,
  sumFigures,
} from './report-figures.ts';
import {
  byKind,
  bySector,
  difficulties,
  exemplarMeasures,
  honoured,
  listMeasures,
  sectorColumn,
  shareTable,
  unitTable,
} from './report-tables.ts';
import { count, groundsOf } from './wording.ts';

export interface ReportInput extends ReportPlace {
  /** Oldest first; a report of one period has one. */
  periods: readonly PeriodFigures[];
  /** The period before, where there was one. */
  before: PeriodFigures | undefined;
  scope: 'period' | 'plan';
  /** ISO instant of the last event that is counted; '' when there is none. */
  lastChange: string;
  /** Absent where nobody looked for one. */
  contest?: Contest;
}

function summarySentence({
  asked,
  came,
  onTime,
  nil,
  missing,
  open,
  sent,
  approved,
  chosen,
  published,
}: Figures): string {
  const waiting = open > 0 ? ` (trong đó ${count(open)} danh sách còn trong hạn)` : '';
  return `Phải gửi ${count(asked)} danh sách; đã gửi ${count(came)}, trong đó đúng hạn ${count(onTime)}, báo không có trường hợp ${count(nil)}; chưa gửi ${count(missing)}${waiting}. Tổng số điển hình đã gửi: ${count(sent)}; được duyệt: ${count(approved)}; được chọn: ${count(chosen)}; đã công khai: ${count(published)}.`;
}

export const planYears = ({ plan }: Pick<ReportPlace, 'plan'>): string =>
  [...new Set([plan.inForceFrom.slice(0, 4), plan.inForceTo.slice(0, 4)])].join(' - ');

export function reportPaper(input: ReportInput): Paper {
  const { plan, tree, unit, periods, before, scope, lastChange, contest } = input;
  const parent = tree.get(unit.parent ?? '');
  const office = officeOf(unit, parent);
  const units = figuresOfYears(periods, tree);
  const sent = units.flatMap(({ dossiers }) => dossiers);
  const total = sumFigures(units.map(({ figures }) => figures));
  const sector = sectorColumn(sent);
  const latest = periods.at(-1);
  const when = scope === 'plan' ? `giai đoạn ${planYears(input)}` : periodLabel(latest?.period ?? '');
  const asOf =
    lastChange === ''
      ? 'Hệ thống chưa ghi nhận việc gửi, thẩm định nào trong thời gian báo cáo.'
      : `Số liệu lấy từ hệ thống (${periods.map(({ period }) => periodLabel(period)).join(', ')}), tính đến lần ghi nhận cuối cùng lúc ${moment(lastChange, plan)}.`;
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const text = (words: string): Block => ({ kind: 'text', text: words });
  return {
    orientation: 'portrait',
    issuer: office.issuer,
    number: numberOf('BC', office),
    placeAndDate: placeAndDate(office),
    title: 'BÁO CÁO',
    subject: `${scope === 'plan' ? 'Tổng kết' : 'Sơ kết'} việc thực hiện ${planName(plan.number)} ${when}`,
    ...(parent ? { addressee: addresseeOf(parent, undefined) } : {}),
    grounds: groundsOf(plan),
    body: [
      text(`${office.name} báo cáo kết quả thực hiện ${when} như sau:`),
      heading('I. TÌNH HÌNH TRIỂN KHAI'),
      ...toFill('', 2),
      heading('II. KẾT QUẢ'),
      text(summarySentence(total)),
      { kind: 'note', text: asOf },
      heading('1. Việc gửi danh sách của các đơn vị'),
      unitTable(units, listMeasures),
      heading('2. Kết quả xét chọn, công khai theo đơn vị'),
      unitTable(units, exemplarMeasures),
      heading('3. Theo loại'),
      shareTable('Loại', byKind(sent), unit.id),
      heading('4. Theo lĩnh vực'),
      sector
        ? shareTable(sector.header, bySector(sent, sector), unit.id)
        : text('Không có số liệu theo lĩnh vực.'),
      heading('5. Các điển hình được ghi nhận'),
      ...honoured(units, input, scope),
      ...(scope === 'plan' && periods.length > 0
        ? [heading('6. So sánh giữa các kỳ'), periodTable(periods)]
        : []),
      ...(scope === 'period' && latest
        ? [heading('6. So sánh với kỳ trước'), ...comparison(latest, before)]
        : []),
      ...(contest ? contestBlocks(contest, input) : []),
      heading('III. KHÓ KHĂN, VƯỚNG MẮC VÀ VIỆC GIÚP ĐỠ'),
      ...difficulties(units),
      heading('IV. NHIỆM VỤ THỜI GIAN TỚI'),
      ...toFill('', 2),
      heading('V. KIẾN NGHỊ, ĐỀ XUẤT'),
      ...toFill('', 1),
      text(`Trên đây là báo cáo của ${office.name} về kết quả thực hiện ${planName(plan.number)} ${when}./.`),
    ],
    recipients: [...(parent ? ['Như trên'] : []), blank, 'Lưu: VT'],
    signature: headSignature(office),
  };
}
