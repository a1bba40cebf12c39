/** Danh sách: the rows of a sent list as a table across the page, to go with the tờ trình. */
import { kindLabels } from '../domain/form.ts';
import { periodLabel } from '../domain/period.ts';
import { planName } from '../mails/wording.ts';
import { cellOf, layoutOf, ordinalWidth } from './list-layout.ts';
import { headSignature } from './office.ts';
import { type Block, blank, type Paper, type TableRow } from './paper.ts';
import { type ListedRow, officeOfList, originOf, type SentList } from './sent-list.ts';
import { count, kindCounts, subjectOf } from './wording.ts';

const roman = ['I', 'II', 'III', 'IV', 'V'];

/** Kind by kind, each under its heading, in the order of the list; numbered from 1 to the end. */
function tableRows({ form, rows, unit }: SentList): TableRow[] {
  const layout = layoutOf(form);
  const present = Object.entries(kindLabels)
    .map(([kind, label]) => ({ label, listed: rows.filter(({ row }) => row.kind === kind) }))
    .filter(({ listed }) => listed.length > 0);
  let ordinal = 0;
  const toRow = ({ row, unit: from }: ListedRow): TableRow => {
    ordinal += 1;
    const [first = '', ...rest] = layout.columns.map((column) => cellOf(form, row, column));
    // Of whom a unit below proposed, the reader wants to know which.
    const whose = from.id === unit.id ? first : `${first}\n(${from.name})`;
    return [String(ordinal), whose, ...rest];
  };
  return present.flatMap(({ label, listed }, index) => [
    { across: `${roman[index]}. ${label} (${count(listed.length)})` },
    ...listed.map(toRow),
  ]);
}

export function listPaper(list: SentList): Paper {
  const { form, period, rows, snapshot, version, plan } = list;
  const office = officeOfList(list);
  const table: Block = {
    kind: 'table',
    columns: [
      { header: 'TT', width: ordinalWidth, align: 'center' },
      ...layoutOf(form).columns.map(({ header, width }) => ({ header, width })),
    ],
    rows: tableRows(list),
  };
  const said = snapshot.nil
    ? 'Không có trường hợp.'
    : rows.length === 0
      ? 'Danh sách không có trường hợp nào.'
      : `Danh sách có ${count(rows.length)} trường hợp: ${kindCounts(rows.map(({ row }) => row))}.`;
  return {
    orientation: 'landscape',
    issuer: office.issuer,
    number: '',
    placeAndDate: '',
    title: 'DANH SÁCH',
    subject: `${subjectOf(form)} ${periodLabel(period)}`,
    goesWith: `(Kèm theo Tờ trình số ${blank}/TTr-${office.code} ngày ${blank} tháng ${blank} năm ${blank} của ${office.name}, thực hiện ${planName(plan.number)})`,
    grounds: [],
    body: [
      ...(rows.length > 0 ? [table] : []),
      { kind: 'text', text: said },
      { kind: 'note', text: originOf(list) },
    ],
    recipients: [],
    signature: headSignature(office, version.signedName),
  };
}
