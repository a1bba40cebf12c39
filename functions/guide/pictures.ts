/** The pictures of the guide: what each shows, in words for those who see it and for those who do not. */
import sizes from './picture-sizes.json' with { type: 'json' };

/** Also the file: infra/hosting/huong-dan/{name}.png. */
export type PictureName =
  | 'dien'
  | 'menu'
  | 'thanh-ben'
  | 'nop'
  | 'bien-nhan'
  | 'ky'
  | 'tham-dinh'
  | 'tra-lai'
  | 'cong-khai';

export interface PictureWords {
  name: PictureName;
  alt: string;
  caption: string;
  /** Key of a column that it shows: it stands in guides of forms that have it. */
  column?: string;
}

export interface Picture extends PictureWords {
  /** In pixels, as the file says. */
  width: number;
  height: number;
}

export const pictureWords: readonly PictureWords[] = [
  {
    name: 'dien',
    column: 'birthYear',
    alt: 'Tab của một xã: một dòng đang gõ, ô Năm sinh màu đỏ có ghi chú nói cần gõ bốn chữ số.',
    caption: 'Ô sai đổi màu ngay khi gõ; ghi chú nói nên ghi thế nào.',
  },
  {
    name: 'menu',
    alt: 'Thanh menu của bảng tính, menu Gương sáng đang mở với các mục từ Kiểm tra ngay đến Tự kiểm tra.',
    caption: 'Menu Gương sáng nằm cuối thanh menu của bảng tính.',
  },
  {
    name: 'thanh-ben',
    alt: 'Thanh bên phải của bảng tính liệt kê từng chỗ cần sửa, mỗi chỗ là một nút bấm.',
    caption: 'Thanh bên nêu mọi chỗ cần sửa; bấm vào một chỗ là đến đúng ô.',
  },
  {
    name: 'nop',
    alt: 'Phần Nộp danh sách trong thanh bên: số dòng, các ô điền văn bản kèm theo và nút Nộp danh sách.',
    caption: 'Phần nộp nằm cuối thanh bên.',
  },
  {
    name: 'bien-nhan',
    alt: 'Thư báo đã nhận danh sách: số lượng, giờ nộp, nơi nhận và tên từng hồ sơ.',
    caption: 'Thư báo nhận ghi giờ nộp và từng hồ sơ đã nộp.',
  },
  {
    name: 'ky',
    alt: 'Trang dành cho thủ trưởng: danh sách trình ký, nút Ký xác nhận và phần trả lại kèm lý do.',
    caption: 'Trang ký mở từ thư; xem danh sách trước, ký sau.',
  },
  {
    name: 'tham-dinh',
    alt: 'Tab Thẩm định: mỗi dòng một hồ sơ, cột Quyết định có danh sách thả xuống, cột Lý do bên cạnh.',
    caption: 'Chọn ở cột Quyết định, ghi lý do ở cột bên cạnh.',
  },
  {
    name: 'tra-lai',
    alt: 'Tab của đơn vị: một dòng có trạng thái Trả lại, cần sửa; lý do nằm ở cột Cần sửa.',
    caption: 'Dòng bị trả lại có lý do ở cột Cần sửa.',
  },
  {
    name: 'cong-khai',
    alt: 'Trang công khai: tên, việc làm, kết quả của từng gương và nơi công nhận.',
    caption: 'Trang công khai, ai cũng xem được.',
  },
];

const taken: Record<string, { width: number; height: number }> = sizes;

/** Pictures whose file is there. */
export const pictures: readonly Picture[] = pictureWords.flatMap((words) => {
  const size = taken[words.name];
  return size ? [{ ...words, ...size }] : [];
});
