/** The tab Chỉ tiêu: what each kind of unit owes, how many, with which paper; its day is on the tab Hạn nộp. */
import { kindLabels, toKind } from '../../domain/form.ts';
import { forms } from '../../domain/forms/index.ts';
import type { AttachmentRule, Obligation, UnitKind } from '../../domain/plan.ts';
import { compareKey, searchKey } from '../../domain/text.ts';
import { findNamed } from './catalogues-tab.ts';
import { clean, faultTwins, type ReadLine, type ReadLines } from './cells.ts';
import { type ControlTab, fromList, said, toList, toYesNo, yesNo } from './tab.ts';

const count = { type: 'integer', min: 0, max: 10_000, width: 90 } as const;
const yesOrNo = { type: 'choice', choices: Object.values(yesNo), required: 'all', width: 110 } as const;

export const formTitle = (id: string): string => forms[id]?.title ?? id;

export const formWord = (word: string): string | undefined =>
  Object.values(forms).find(({ id, title }) => id === word || compareKey(title) === compareKey(word))?.id;

export const quotasTab: ControlTab = {
  id: 'quotas',
  sheetId: 3,
  title: 'Chỉ tiêu',
  help: 'Mỗi dòng một việc mà một loại đơn vị phải nộp. Hạn của việc đó ở tab Hạn nộp.',
  identity: ['unitKind', 'form'],
  label: ({ unitKind }) => String(unitKind),
  columns: [
    {
      key: 'unitKind',
      header: 'Loại đơn vị',
      help: 'Tên loại có ở tab Danh mục.',
      example: 'Xã, phường, thị trấn',
      type: 'text',
      required: 'all',
      proposes: 'unitKinds',
      width: 260,
    },
    {
      key: 'form',
      header: 'Biểu mẫu',
      help: 'Chọn biểu mẫu.',
      example: formTitle('exemplar'),
      type: 'choice',
      choices: Object.values(forms).map(({ title }) => title),
      required: 'all',
      width: 240,
    },
    {
      ...count,
      key: 'min',
      header: 'Tối thiểu',
      help: 'Ít nhất bao nhiêu gương.',
      example: '5',
      required: 'all',
    },
    {
      ...count,
      key: 'max',
      header: 'Tối đa',
      help: 'Nhiều nhất bao nhiêu; để trống nếu không giới hạn.',
      example: '6',
    },
    {
      ...count,
      key: 'target',
      header: 'Phấn đấu',
      help: 'Mức mong muốn; quá mức chỉ nhắc, không chặn.',
      example: '15',
    },
    {
      key: 'allowedKinds',
      header: 'Loại gương được gửi',
      help: 'Cách nhau bằng dấu chấm phẩy; chỉ với biểu mẫu điển hình, biểu mẫu khác để trống.',
      example: toList(Object.values(kindLabels)),
      type: 'text',
      proposes: 'kindSets',
      width: 200,
    },
    {
      key: 'attachment',
      header: 'Giấy tờ kèm theo',
      help: 'Tên giấy tờ phải có; để trống nếu không cần.',
      example: 'Kế hoạch bồi dưỡng, nhân rộng',
      type: 'text',
      max: 200,
      width: 260,
    },
    {
      key: 'attachmentId',
      header: 'Mã giấy tờ',
      help: 'Để trống thì hệ thống tự đặt.',
      example: 'nurturing-plan',
      type: 'text',
      reading: 'code',
      width: 130,
    },
    {
      ...yesOrNo,
      key: 'headSignOff',
      header: 'Thủ trưởng ký',
      help: 'Danh sách có phải do thủ trưởng ký hay không.',
      example: yesNo.yes,
    },
    {
      ...yesOrNo,
      key: 'nilReport',
      header: 'Cho “Không có trường hợp”',
      help: 'Đơn vị có được báo không có trường hợp nào hay không.',
      example: yesNo.no,
    },
    {
      key: 'ids',
      header: 'Mục trong kế hoạch',
      help: 'Mã các mục, cách nhau bằng dấu chấm phẩy.',
      example: 'BL-02; BL-06',
      type: 'text',
      width: 140,
    },
  ],
  linesOf: ({ plan }) =>
    plan.obligations.map(({ unitKind, form, quota, allowedKinds, attachment, headSignOff, nilReport, ids }) =>
      said({
        unitKind: plan.unitKinds[unitKind]?.name ?? unitKind,
        form: formTitle(form),
        min: quota.min,
        max: quota.max,
        target: quota.target,
        allowedKinds: allowedKinds && toList(allowedKinds.map((kind) => kindLabels[kind])),
        attachment: attachment?.label,
        attachmentId: attachment?.id,
        headSignOff: toYesNo(headSignOff),
        nilReport: toYesNo(nilReport),
        ids: toList(ids),
      }),
    ),
};

/** An obligation whose day is still to come from the other tab. */
export type Quotas = { line: ReadLine; owed: Omit<Obligation, 'deadline'> };

export const obligationKeys = [
  'ids',
  'unitKind',
  'form',
  'quota',
  'allowedKinds',
  'deadline',
  'attachment',
  'headSignOff',
  'nilReport',
] as const;

export function readQuotas({ lines }: ReadLines, unitKinds: Readonly<Record<string, UnitKind>>): Quotas[] {
  const kinds = Object.entries(unitKinds);
  const read = lines.map((line) => ({ line, owed: readQuota(line, kinds) }));
  faultTwins(
    lines.filter(({ values }) => values.unitKind !== undefined && values.form !== undefined),
    ({ values }) => compareKey(`${values.unitKind}\n${values.form}`),
    'unitKind',
    'control-line-twice',
    ({ values }) => clean(values.unitKind),
  );
  return read;
}

/** The kind that a cell names; a word that no kind has is told there. */
export function kindIn(
  line: ReadLine,
  column: string,
  word: string,
  kinds: (readonly [string, UnitKind])[],
): string {
  const found = findNamed(kinds, word);
  if (found === undefined && word !== '')
    line.fault(column, 'word-unknown', {
      what: 'loại đơn vị',
      value: word,
      choices: kinds.map(([, { name }]) => name).join('; '),
    });
  return found ?? '';
}

function readQuota(line: ReadLine, kinds: (readonly [string, UnitKind])[]): Omit<Obligation, 'deadline'> {
  const { values, fault } = line;
  const { min, max, target } = values;
  for (const [column, value] of [
    ['max', max],
    ['target', target],
  ] as const)
    if (typeof min === 'number' && typeof value === 'number' && value < min)
      fault(column, 'quota-backwards', { value, min });
  const attachment = readAttachment(line);
  return {
    ids: fromList(values.ids),
    unitKind: kindIn(line, 'unitKind', clean(values.unitKind), kinds),
    form: formWord(clean(values.form)) ?? '',
    quota: {
      min: Number(min ?? 0),
      ...(max === undefined ? {} : { max: Number(max) }),
      ...(target === undefined ? {} : { target: Number(target) }),
    },
    ...readKinds(line),
    ...(attachment === undefined ? {} : { attachment }),
    headSignOff: values.headSignOff === yesNo.yes,
    nilReport: values.nilReport === yesNo.yes,
  };
}

/** Only lists of exemplars say which kinds may be sent. */
function readKinds({ values, fault }: ReadLine): Pick<Obligation, 'allowedKinds'> {
  const form = forms[formWord(clean(values.form)) ?? ''];
  if (form && form.kindColumn === undefined) {
    if (values.allowedKinds !== undefined)
      fault('allowedKinds', 'kinds-not-for-form', { value: values.allowedKinds, form: form.title });
    return {};
  }
  const words = fromList(values.allowedKinds);
  const kinds = words.map((word) => toKind(word));
  if (words.length === 0)
    fault('allowedKinds', 'kinds-missing', { choices: toList(Object.values(kindLabels)) });
  const unknown = words.find((_, index) => kinds[index] === undefined);
  const twice = words.find((_, index) => kinds.indexOf(kinds[index]) < index);
  if (unknown !== undefined)
    fault('allowedKinds', 'word-unknown', {
      what: 'loại gương',
      value: unknown,
      choices: toList(Object.values(kindLabels)),
    });
  else if (twice !== undefined) fault('allowedKinds', 'word-twice', { value: twice });
  return { allowedKinds: kinds.filter((kind) => kind !== undefined) };
}

function readAttachment({ values, fault }: ReadLine): AttachmentRule | undefined {
  const { attachment, attachmentId } = values;
  if (attachment === undefined) {
    if (attachmentId !== undefined) fault('attachmentId', 'attachment-code-alone', { value: attachmentId });
    return undefined;
  }
  const label = clean(attachment);
  const slug = searchKey(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return { id: attachmentId === undefined ? slug || 'giay-to' : String(attachmentId), label };
}
