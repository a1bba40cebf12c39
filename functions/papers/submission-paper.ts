/** Tờ trình: the unit lays its list before the level above, with the list's figures (NĐ 30/2020, Phụ lục III, mẫu 1.4). */
import { columnOf, kindLabels } from '../domain/form.ts';
import { formatNumber } from '../domain/number.ts';
import { periodLabel } from '../domain/period.ts';
import { quotaLabel } from '../domain/quota.ts';
import type { Row } from '../domain/row.ts';
import { planName } from '../mails/wording.ts';
import { addresseeOf, headSignature, numberOf, placeAndDate } from './office.ts';
import { type Block, type Paper, toFill } from './paper.ts';
import { officeOfList, originOf, type SentList } from './sent-list.ts';
import { count, dayInWords, groundsOf, kindCounts, lowerFirst } from './wording.ts';

/** Kinds down, the choices of the column that sorts the list across; undefined where the form has none. */
function figures({ form, rows }: SentList): Block | undefined {
  const sector = columnOf(form, 'sector');
  if (!sector?.choices || rows.length === 0) return undefined;
  const { choices } = sector;
  const counts = (listed: readonly Row[]): string[] => [
    ...choices.map((choice) => formatNumber(listed.filter(({ values }) => values.sector === choice).length)),
    formatNumber(listed.length),
  ];
  const all = rows.map(({ row }) => row);
  const width = 125 / (choices.length + 1);
  return {
    kind: 'table',
    columns: [
      { header: 'Loại', width: 40 },
      ...[...choices, 'Cộng'].map((header) => ({ header, width, align: 'center' as const })),
    ],
    rows: [
      ...Object.entries(kindLabels).map(([kind, label]) => [
        label,
        ...counts(all.filter((row) => row.kind === kind)),
      ]),
      { total: ['Cộng', ...counts(all)] },
    ],
  };
}

/** Where the rows come from: said only where units below had a part in the list. */
function sourcesOf({ rows, unit }: SentList): string {
  const below = rows.filter((listed) => listed.unit.id !== unit.id).length;
  if (below === 0) return '';
  return below === rows.length
    ? ' Tất cả được chọn từ danh sách của các đơn vị gửi lên.'
    : ` Trong đó ${count(below)} trường hợp chọn từ danh sách của các đơn vị gửi lên, ${count(rows.length - below)} trường hợp do đơn vị trực tiếp đề nghị.`;
}

export function submissionPaper(list: SentList): Paper {
  const { plan, unit, collecting, period, form, rows, snapshot, version } = list;
  const office = officeOfList(list);
  const to = addresseeOf(collecting, undefined);
  const when = periodLabel(period);
  const what = `${lowerFirst(form.title)} ${when}`;
  const owed = plan.obligations.find((one) => one.unitKind === unit.kind && one.form === form.id);
  const asked = owed ? ` (chỉ tiêu của kế hoạch: ${quotaLabel(owed.quota)})` : '';
  const opening =
    rows.length === 0
      ? `Thực hiện ${planName(plan.number)}, ${office.name} đã rà soát và báo cáo ${when} không có trường hợp đề nghị.`
      : `Thực hiện ${planName(plan.number)}, ${office.name} đã xét chọn và lập ${what}, gồm ${count(rows.length)} trường hợp${asked}: ${kindCounts(rows.map(({ row }) => row))}.${sourcesOf(list)}`;
  const table = figures(list);
  const { attachment } = snapshot;
  return {
    orientation: 'portrait',
    issuer: office.issuer,
    number: numberOf('TTr', office),
    placeAndDate: placeAndDate(office),
    title: 'TỜ TRÌNH',
    subject: `Về việc thẩm định ${what}`,
    addressee: to,
    grounds: groundsOf(plan),
    body: [
      { kind: 'text', text: opening },
      ...(table ? [{ kind: 'text', text: 'Số liệu của danh sách:' } as const, table] : []),
      ...toFill('Quá trình phát hiện, xét chọn:', 1),
      ...(attachment
        ? [
            {
              kind: 'text',
              text: `Kèm theo: ${owed?.attachment?.label ?? 'văn bản'} số ${attachment.documentNumber} ${dayInWords(attachment.documentDate)}.`,
            } as const,
          ]
        : []),
      { kind: 'note', text: originOf(list) },
      {
        kind: 'text',
        text: `${office.name} kính trình ${to} xem xét, thẩm định${rows.length === 0 ? '' : ' (có danh sách kèm theo)'}./.`,
      },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
    signature: headSignature(office, version.signedName),
  };
}
