/** The tab Đơn vị: the tree as lines, and every fault of the tree told at the cell that causes it. */
import { formatDate } from '../../domain/date.ts';
import type { UnitKind } from '../../domain/plan.ts';
import { checkTree, type TreeFault, toUnitTree, type Unit, type UnitTree } from '../../domain/unit.ts';
import { addDays } from '../../domain/working-days.ts';
import { checkDates, findNamed } from './catalogues-tab.ts';
import { clean, faultTwins, type ReadLine, type ReadLines } from './cells.ts';
import { type ControlTab, said } from './tab.ts';

const code = { type: 'text', reading: 'code', width: 110 } as const;

export const unitsTab: ControlTab = {
  id: 'units',
  sheetId: 2,
  title: 'Đơn vị',
  help: 'Mỗi dòng một đơn vị. Đơn vị kết thúc, sáp nhập thì ghi “Đến ngày” và “Mã kế thừa”, đừng xóa dòng và đừng đổi mã.',
  identity: ['id'],
  counted: 'đơn vị',
  label: ({ name, id }) => `${name} (${id})`,
  columns: [
    {
      ...code,
      key: 'id',
      header: 'Mã đơn vị',
      help: 'Mã chính thức nếu có; mỗi đơn vị một mã.',
      example: '31813',
      required: 'all',
    },
    {
      key: 'name',
      header: 'Tên đơn vị',
      help: 'Tên đầy đủ, kèm loại.',
      example: 'Phường 2',
      type: 'text',
      min: 2,
      max: 200,
      required: 'all',
      width: 280,
    },
    {
      key: 'kind',
      header: 'Loại đơn vị',
      help: 'Tên loại có ở tab Danh mục.',
      example: 'Xã, phường, thị trấn',
      type: 'text',
      required: 'all',
      proposes: 'unitKinds',
      width: 240,
    },
    {
      ...code,
      key: 'parent',
      header: 'Mã cấp trên',
      help: 'Mã của đơn vị nhận danh sách; chỉ đơn vị cao nhất để trống.',
      example: '954',
    },
    {
      key: 'validFrom',
      header: 'Từ ngày',
      help: 'Ngày đầu tiên; để trống nếu từ trước đến nay.',
      example: '01/07/2025',
      type: 'date',
      width: 110,
    },
    {
      key: 'validTo',
      header: 'Đến ngày',
      help: 'Ngày cuối cùng; để trống nếu còn hoạt động.',
      example: '30/06/2025',
      type: 'date',
      width: 110,
    },
    {
      ...code,
      key: 'successor',
      header: 'Mã kế thừa',
      help: 'Mã của đơn vị tiếp nhận khi sáp nhập hay kết thúc.',
      example: '31814',
    },
    {
      ...code,
      key: 'splitFrom',
      header: 'Tách từ mã',
      help: 'Mã của đơn vị cũ, nếu đơn vị này được tách ra.',
      example: '31813',
    },
    {
      key: 'reviewBody',
      header: 'Bộ phận thẩm định',
      help: 'Nếu không phải chính đơn vị.',
      example: 'Sở Nội vụ',
      type: 'text',
      max: 200,
      width: 240,
    },
    {
      key: 'anniversary',
      header: 'Ngày truyền thống',
      help: 'Ngày/tháng; cần khi hạn nộp tính theo ngày này.',
      example: '19/08',
      type: 'text',
      reading: 'dayMonth',
      width: 110,
    },
    {
      key: 'contact',
      header: 'Liên hệ công khai',
      help: 'Địa chỉ trụ sở, điện thoại, thư điện tử của cơ quan; ghi trên trang công khai để nơi khác xin học tập. Không ghi số riêng của ai.',
      example: 'Ấp Tà Suôl, xã Ninh Hòa; điện thoại 0291 3 000 000',
      type: 'text',
      max: 200,
      width: 300,
      isLater: true,
    },
  ],
  linesOf: ({ plan }) =>
    plan.units.map(
      ({
        id,
        name,
        kind,
        parent,
        validFrom,
        validTo,
        successor,
        splitFrom,
        reviewBody,
        anniversary,
        contact,
      }) =>
        said({
          id,
          name,
          kind: plan.unitKinds[kind]?.name ?? kind,
          parent: parent ?? undefined,
          validFrom,
          validTo,
          successor,
          splitFrom,
          reviewBody,
          anniversary: anniversary?.split('-').reverse().join('/'),
          contact,
        }),
    ),
};

/** What of a unit the tab says; the rest stays as it was. */
export const unitKeys = [
  'name',
  'kind',
  'parent',
  'validFrom',
  'validTo',
  'successor',
  'splitFrom',
  'reviewBody',
  'anniversary',
  'contact',
] as const;

const unknownCode = (line: ReadLine, column: string): void =>
  line.fault(column, 'unit-unknown', { value: clean(line.values[column]) });

export function readUnits(
  { lines, fault, isReadable }: ReadLines,
  unitKinds: Readonly<Record<string, UnitKind>>,
): { units: Unit[]; lineOf: ReadonlyMap<string, ReadLine> } {
  faultTwins(lines, ({ values }) => clean(values.id), 'id', 'unit-id-twice');
  const kinds = Object.entries(unitKinds);
  for (const line of lines) {
    checkDates(line);
    const { kind, successor, validTo } = line.values;
    if (kind !== undefined && findNamed(kinds, clean(kind)) === undefined)
      line.fault('kind', 'word-unknown', {
        what: 'loại đơn vị',
        value: kind,
        choices: kinds.map(([, { name }]) => name).join('; '),
      });
    if (successor !== undefined && validTo === undefined)
      line.fault('validTo', 'unit-successor-without-end', { value: successor });
  }
  const whole = lines.filter(({ values }) => values.id !== undefined);
  const units = whole.map(({ values }) => toUnit(values, kinds));
  const lineOf = new Map(whole.map((line) => [clean(line.values.id), line]));
  const treeFaults = inOrderOfCause(checkTree(units));
  const goesRound = treeFaults.some(({ kind }) => kind === 'own-ancestor' || kind === 'own-successor');
  const tree = goesRound ? undefined : toUnitTree(units);
  for (const treeFault of treeFaults) tellTree(treeFault, lineOf, tree);
  for (const line of whole)
    if (line.values.splitFrom !== undefined && line.values.splitFrom === line.values.id)
      line.fault('splitFrom', 'unit-own-origin', { value: line.values.id ?? '' });
  const isTop = (line: ReadLine): boolean => line.values.parent === undefined && line.isRight('parent');
  if (isReadable && lines.length > 0 && !lines.some(isTop)) fault('unit-top-missing');
  return { units, lineOf };
}

function toUnit(values: ReadLine['values'], kinds: (readonly [string, UnitKind])[]): Unit {
  const { parent, validFrom, validTo, successor, splitFrom, reviewBody, anniversary, contact } = values;
  return {
    id: clean(values.id),
    name: clean(values.name),
    kind: findNamed(kinds, clean(values.kind)) ?? '',
    parent: parent === undefined ? null : String(parent),
    ...(validFrom === undefined ? {} : { validFrom: String(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: String(validTo) }),
    ...(successor === undefined ? {} : { successor: String(successor) }),
    ...(splitFrom === undefined ? {} : { splitFrom: String(splitFrom) }),
    ...(reviewBody === undefined ? {} : { reviewBody: String(reviewBody) }),
    ...(contact === undefined ? {} : { contact: String(contact) }),
    ...(anniversary === undefined ? {} : { anniversary: String(anniversary).split('/').reverse().join('-') }),
  };
}

/** A unit's own mistake before what follows from it for the units below. */
const inOrderOfCause = (faults: readonly TreeFault[]): TreeFault[] => [
  ...faults.filter(({ kind }) => kind !== 'parent-ended'),
  ...faults.filter(({ kind }) => kind === 'parent-ended'),
];

/** A parent whose own end is written wrong is told of that alone: its units may be all right once it is mended. */
const endsWrongly = (line: ReadLine | undefined): boolean =>
  line !== undefined && !(line.isRight('successor') && line.isRight('validTo'));

/** Whoever may stand in for a parent that has ended; '' where nobody is named, or the unit itself or one under it is. */
function heirOf(parent: string, ended: string, child: string, tree: UnitTree): string {
  const heir = tree.inForce(parent, addDays(ended, 1));
  const below =
    heir === undefined || heir.id === child || tree.ancestors(heir.id).some(({ id }) => id === child);
  return below ? '' : heir.id;
}

/** `tree` is undefined while units go round in a circle: then nobody can be named. */
function tellTree(
  treeFault: TreeFault,
  lineOf: ReadonlyMap<string, ReadLine>,
  tree: UnitTree | undefined,
): void {
  const line = lineOf.get(treeFault.id) as ReadLine;
  const { parent = '', successor = '' } = line.values;
  switch (treeFault.kind) {
    case 'duplicate-id':
    case 'validity-backwards':
      break;
    case 'unknown-parent':
      unknownCode(line, 'parent');
      break;
    case 'unknown-successor':
      unknownCode(line, 'successor');
      break;
    case 'unknown-split':
      unknownCode(line, 'splitFrom');
      break;
    case 'own-ancestor':
      line.fault('parent', 'unit-own-ancestor', { value: parent });
      break;
    case 'own-successor':
      line.fault('successor', 'unit-own-successor', { value: successor });
      break;
    case 'parent-ended': {
      const { id, parent: ended } = treeFault;
      if (endsWrongly(lineOf.get(ended))) break;
      line.fault('parent', 'unit-parent-ended', {
        value: parent,
        name: clean(lineOf.get(ended)?.values.name),
        ended: formatDate(treeFault.ended),
        successor: tree === undefined ? '' : heirOf(ended, treeFault.ended, id, tree),
      });
    }
  }
}
