/**
 * Văn bản của đơn vị: the papers a plan has a unit issue and send, by number and date. KH 99/KH-UBND of Hà Nội (publicity
 * plan), KH 113/KH-UBND (launching a movement, II.3; reports, II.1 e).
 */
import type { Form } from '../form.ts';
import { paperColumns } from './paper-columns.ts';

/** A paper that launches a movement, and which of the three kinds of KH 282 the movement is. */
export const launchPaper = 'Phát động thi đua';

export const unitDocumentForm: Form = {
  id: 'unit-document',
  version: 1,
  title: 'Văn bản của đơn vị về điển hình tiên tiến',
  rowWord: 'văn bản',
  flow: 'filed',
  naturalKey: ['documentNumber', 'documentDate'],
  columns: [
    {
      key: 'documentKind',
      header: 'Loại văn bản',
      help: 'Chọn loại văn bản.',
      example: 'Kế hoạch tuyên truyền',
      type: 'choice',
      required: 'all',
      choices: [
        'Kế hoạch tuyên truyền',
        'Kế hoạch bồi dưỡng, nhân rộng',
        'Quy định tiêu chuẩn điển hình',
        launchPaper,
        'Báo cáo sơ kết',
        'Báo cáo tổng kết',
        'Biên bản thẩm định',
        'Khác',
      ],
      visibility: 'internal',
      width: 190,
    },
    {
      key: 'name',
      header: 'Trích yếu',
      help: 'Nội dung chính của văn bản, như ghi ở đầu văn bản.',
      example: 'Tuyên truyền gương điển hình tiên tiến, người tốt, việc tốt năm 2025',
      type: 'text',
      required: 'all',
      min: 10,
      max: 300,
      visibility: 'internal',
      width: 340,
    },
    ...paperColumns,
    {
      key: 'movementType',
      header: 'Hình thức thi đua',
      help: 'Với văn bản phát động: thi đua thường xuyên, theo đợt hay theo chuyên đề; văn bản khác để trống.',
      example: 'Theo đợt',
      type: 'choice',
      choices: ['Thường xuyên', 'Theo đợt', 'Theo chuyên đề'],
      visibility: 'internal',
      width: 130,
    },
    {
      key: 'note',
      header: 'Ghi chú',
      help: 'Kết quả chính hoặc điều cần nói thêm; để trống nếu không có.',
      example: 'Đã gửi các đơn vị trực thuộc, giao Văn phòng theo dõi',
      type: 'longText',
      max: 500,
      visibility: 'internal',
      width: 260,
    },
  ],
};
