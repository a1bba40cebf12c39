/**
 * The open data as a schema: every field with its name, its meaning and where it is read, of the list and of a story
 * alike, as people read it at /du-lieu and as programs do (JSON Schema).
 */
import { kindLabels } from '../domain/form.ts';
import { type PublicRow, toSlug } from '../domain/public-row.ts';
import { photoPath, storyPath, unitSlug } from './address.ts';
import { type Lead, lastDayOf } from './lead.ts';
import type { Shelf } from './shelf.ts';
import type { Site } from './site.ts';

/** 2: a story has the fields of the list under the same names, and more of its own; what is only added stays 2. */
export const schemaVersion = 2;

export const schemaPath = '/du-lieu/luoc-do.json';

/** What a story fits; the whole schema is the list's. */
export const storySchemaPath = `${schemaPath}#/$defs/story`;

export interface DataField {
  /** In JSON. */
  key: string;
  /** Head of the column in CSV, and the name people read. */
  label: string;
  meaning: string;
  /** The filter that takes its value, made a slug; `part` where not the whole. */
  filter?: { name: string; part?: string };
  read(lead: Lead, url: string, shelf: Pick<Shelf, 'plans'>): string;
}

export const dataFields: readonly DataField[] = [
  { key: 'id', label: 'Mã trang', meaning: 'Mười ký tự, không đổi', read: ({ key }) => key },
  { key: 'url', label: 'Địa chỉ', meaning: 'Trang của gương', read: (lead, url) => url + storyPath(lead) },
  { key: 'dossier', label: 'Mã hồ sơ', meaning: 'Mã trong kế hoạch', read: ({ id }) => id },
  {
    key: 'kind',
    label: 'Loại',
    meaning: 'Cá nhân, Tập thể hoặc Mô hình',
    filter: { name: 'loai' },
    read: ({ kind }) => kindLabels[kind] ?? '',
  },
  { key: 'honorific', label: 'Danh xưng', meaning: 'Chỉ với cá nhân', read: ({ honorific }) => honorific },
  { key: 'name', label: 'Tên', meaning: 'Họ tên, tên tập thể hoặc tên mô hình', read: ({ name }) => name },
  {
    key: 'title',
    label: 'Tên gương',
    meaning: 'Một câu nói đúng việc làm nổi bật',
    read: ({ title }) => title,
  },
  {
    key: 'result',
    label: 'Kết quả',
    meaning: 'Một dòng rút gọn; toàn văn ở url',
    read: ({ line }) => line,
  },
  {
    key: 'unitCode',
    label: 'Mã đơn vị',
    meaning: 'Mã trong kế hoạch; đơn vị hành chính dùng mã của Tổng cục Thống kê',
    read: ({ unitId }) => unitId,
  },
  {
    key: 'unit',
    label: 'Đơn vị',
    meaning: 'Đơn vị giới thiệu, tên vào thời điểm đó',
    read: ({ unit }) => unit,
  },
  {
    key: 'above',
    label: 'Đơn vị cấp trên',
    meaning: 'Từ gần đến xa, cách nhau bằng dấu phẩy',
    read: ({ above }) => above,
  },
  {
    key: 'sector',
    label: 'Lĩnh vực',
    meaning: 'Theo danh mục của kế hoạch',
    filter: { name: 'linh-vuc' },
    read: ({ sector }) => sector,
  },
  {
    key: 'movement',
    label: 'Phong trào',
    meaning: 'Có thể trống',
    filter: { name: 'phong-trao' },
    read: ({ movement }) => movement,
  },
  {
    key: 'stage',
    label: 'Khâu',
    meaning: 'Phát hiện, Bồi dưỡng, Tổng kết hoặc Nhân rộng',
    filter: { name: 'khau' },
    read: ({ stage }) => stage,
  },
  {
    key: 'level',
    label: 'Cấp công nhận',
    meaning: 'Cấp cao nhất đã công nhận',
    filter: { name: 'cap' },
    read: ({ level }) => level,
  },
  {
    key: 'recognisedBy',
    label: 'Nơi công nhận',
    meaning: 'Đơn vị của cấp đó',
    read: ({ approvedBy }) => approvedBy,
  },
  {
    key: 'recognisedOn',
    label: 'Ngày công nhận',
    meaning: 'Năm-tháng-ngày',
    read: ({ approvedOn }) => approvedOn,
  },
  {
    key: 'plan',
    label: 'Kế hoạch',
    meaning: 'Số của kế hoạch',
    read: ({ planId }, _url, { plans }) => plans.get(planId)?.number ?? planId,
  },
  {
    key: 'period',
    label: 'Kỳ',
    meaning: 'Năm, hoặc năm-tháng',
    filter: { name: 'nam', part: 'bốn chữ số đầu' },
    read: ({ period }) => period,
  },
  {
    key: 'changedOn',
    label: 'Ngày trang đổi',
    meaning: 'Năm-tháng-ngày; ngày trang được đăng hoặc sửa lần cuối, nếu không rõ thì là ngày công nhận',
    read: lastDayOf,
  },
  {
    key: 'planSlug',
    label: 'Tên kế hoạch trong địa chỉ',
    meaning: 'Phần cuối của địa chỉ trang kế hoạch',
    filter: { name: 'ke-hoach' },
    read: ({ planId }) => toSlug(planId),
  },
  {
    key: 'unitSlug',
    label: 'Tên đơn vị trong địa chỉ',
    meaning: 'Phần cuối của địa chỉ trang đơn vị',
    filter: { name: 'don-vi' },
    read: ({ unit, unitId }) => unitSlug({ name: unit, id: unitId }),
  },
];

/** What only the story itself has. */
export interface StoryField {
  key: string;
  label: string;
  meaning: string;
  /** JSON Schema. */
  type: object;
  read(row: PublicRow, url: string): unknown;
}

const text = { type: 'string' };

type TextKey = {
  [Key in keyof PublicRow]-?: PublicRow[Key] extends string ? Key : never;
}[keyof PublicRow];

const textField = (key: TextKey, label: string, meaning = 'Có thể trống'): StoryField => ({
  key,
  label,
  meaning,
  type: text,
  read: (row) => row[key],
});

const objectOf = (properties: Record<string, object>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

export const storyFields: readonly StoryField[] = [
  {
    key: 'birthYear',
    label: 'Năm sinh',
    meaning: 'Số, hoặc null khi kế hoạch không công khai',
    type: { type: ['integer', 'null'] },
    read: ({ birthYear }) => birthYear,
  },
  textField('position', 'Nghề nghiệp, chức vụ', 'Chỉ với cá nhân'),
  textField('affiliation', 'Đơn vị công tác hoặc chủ trì'),
  textField('summary', 'Tóm tắt thành tích', 'Các đoạn cách nhau bằng dấu xuống dòng'),
  textField('keyResults', 'Kết quả nổi bật', 'Đủ nội dung; result là một dòng của nội dung này'),
  textField('need', 'Vấn đề cần giải quyết', 'Chỉ với mô hình'),
  textField('method', 'Cách làm', 'Chỉ với mô hình'),
  textField('preconditions', 'Điều kiện áp dụng', 'Chỉ với mô hình'),
  textField('resources', 'Nguồn lực, kinh phí', 'Chỉ với mô hình'),
  textField('replicatedIn', 'Nơi đã nhân rộng', 'Chỉ với mô hình'),
  textField('impactScope', 'Phạm vi ảnh hưởng'),
  textField('awardTrack', 'Loại thành tích'),
  textField('priorAwards', 'Khen thưởng đã nhận'),
  {
    key: 'steps',
    label: 'Con đường đến công nhận',
    meaning: 'Danh sách step (found: phát hiện, approved: công nhận), unit, on (năm-tháng-ngày)',
    type: {
      type: 'array',
      items: objectOf({ step: { enum: ['found', 'approved'] }, unit: text, on: text }),
    },
    read: ({ steps }) => steps,
  },
  {
    key: 'photo',
    label: 'Ảnh',
    meaning: 'id, url, width, height, alt; null khi không có ảnh',
    type: {
      anyOf: [
        { type: 'null' },
        objectOf({ id: text, url: text, width: { type: 'integer' }, height: { type: 'integer' }, alt: text }),
      ],
    },
    read: ({ photo }, url) => photo && { ...photo, url: url + photoPath(photo) },
  },
  {
    key: 'more',
    label: 'Mục riêng của kế hoạch',
    meaning: 'Danh sách header, text',
    type: { type: 'array', items: objectOf({ header: text, text }) },
    read: ({ more }) => more ?? [],
  },
  {
    key: 'isCut',
    label: 'Đã cắt bớt',
    meaning: 'true khi có nội dung dài quá mức và kết thúc bằng “…”',
    type: { type: 'boolean' },
    read: ({ isCut }) => isCut,
  },
];

/** JSON Schema of both answers: of the list, and of a story as $defs/story. */
export function renderSchema({ url }: Site): string {
  const described = ({ label, meaning }: { label: string; meaning: string }, type: object): object => ({
    title: label,
    description: meaning,
    ...type,
  });
  const shared = Object.fromEntries(dataFields.map((field) => [field.key, described(field, text)]));
  const own = Object.fromEntries(storyFields.map((field) => [field.key, described(field, field.type)]));
  const head = { schema: text, version: { const: schemaVersion } };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: url + schemaPath,
    title: 'Gương Sáng: dữ liệu mở',
    ...objectOf({
      ...head,
      updatedAt: text,
      total: { type: 'integer' },
      isNear: { type: 'boolean' },
      next: { type: ['string', 'null'] },
      rows: { type: 'array', items: { $ref: '#/$defs/row' } },
    }),
    $defs: { row: objectOf(shared), story: objectOf({ ...head, ...shared, ...own }) },
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}
