/**
 * Lưu trữ Cuộc thi viết: the prized works of Hà Nội's contest from 2015 to 2024, a row each (KH 282/KH-UBND: "tổng kết 10
 * năm"). Names of authors stand as they were published with the award; nothing else of a person is asked.
 */
import type { Form } from '../form.ts';
import { genres } from './contest-entry.ts';

/** From the highest on: papers list the works of a year in this order. */
export const prizes = [
  'Giải Đặc biệt',
  'Giải Nhất',
  'Giải Nhì',
  'Giải Ba',
  'Giải Khuyến khích',
  'Giải chuyên đề',
] as const;

export const contestArchiveForm: Form = {
  id: 'contest-archive',
  version: 1,
  title: 'Tác phẩm đoạt giải Cuộc thi viết về gương điển hình tiên tiến, người tốt việc tốt 2015–2024',
  rowWord: 'tác phẩm',
  flow: 'filed',
  naturalKey: ['year', 'name', 'title'],
  columns: [
    {
      key: 'year',
      header: 'Năm',
      help: 'Năm của Cuộc thi, bốn chữ số, từ 2015 đến 2024.',
      example: '2019',
      type: 'integer',
      required: 'all',
      min: 2015,
      max: 2024,
      visibility: 'internal',
      width: 80,
    },
    {
      key: 'name',
      header: 'Tên tác phẩm',
      help: 'Như trong quyết định trao giải.',
      example: 'Người giữ lửa lớp học ven sông',
      type: 'text',
      required: 'all',
      min: 5,
      max: 150,
      visibility: 'internal',
      width: 280,
    },
    {
      key: 'title',
      header: 'Tác giả, nhóm tác giả',
      help: 'Tên hoặc bút danh như đã công bố khi trao giải, cách nhau bằng dấu chấm phẩy; không ghi gì khác về người.',
      example: 'Phạm Thu Hằng; Đỗ Quốc Bình',
      type: 'text',
      required: 'all',
      min: 2,
      max: 200,
      visibility: 'internal',
      width: 220,
    },
    {
      key: 'authorUnit',
      header: 'Đơn vị gửi',
      help: 'Quận, huyện, sở, ngành, đoàn thể, cơ quan báo chí gửi tác phẩm, theo tên lúc đó.',
      example: 'Quận Nam Từ Liêm',
      type: 'text',
      required: 'all',
      min: 3,
      max: 150,
      visibility: 'internal',
      width: 200,
    },
    {
      // Not `genre`: the limits of this year's entries do not judge works of other years.
      key: 'workGenre',
      header: 'Thể loại',
      help: 'Chọn thể loại đã dự thi.',
      example: genres.article,
      type: 'choice',
      required: 'all',
      choices: Object.values(genres),
      visibility: 'internal',
      width: 130,
    },
    {
      key: 'prize',
      header: 'Giải',
      help: 'Chọn giải theo quyết định trao giải.',
      example: 'Giải Nhì',
      type: 'choice',
      required: 'all',
      choices: prizes,
      visibility: 'internal',
      width: 140,
    },
    {
      key: 'outlet',
      header: 'Nơi công bố',
      help: 'Báo, đài hoặc tập sách đã in, phát tác phẩm; để trống nếu chưa công bố.',
      example: 'Báo Hànộimới',
      type: 'text',
      min: 3,
      max: 150,
      visibility: 'internal',
      width: 180,
    },
    {
      key: 'url',
      header: 'Liên kết',
      help: 'Địa chỉ tác phẩm trên mạng hoặc trong kho lưu trữ; để trống nếu không có.',
      example: 'https://hanoimoi.vn/nguoi-giu-lua-lop-hoc',
      type: 'link',
      max: 500,
      visibility: 'internal',
      width: 200,
    },
  ],
};
