/** What Google's Sheets says in English when it refuses a person, in the words of its Vietnamese pages. */
import { ApiError } from '../workspace/api.ts';

const known: readonly [RegExp, string][] = [
  [
    /protected cell/i,
    'Bạn đang sửa một ô hoặc một trang được bảo vệ. Hãy mở trang của đơn vị mình, hoặc nhờ người phụ trách bảng tính.',
  ],
  [/does not have permission/i, 'Bạn không có quyền sửa bảng tính này.'],
  [/vertical merges/i, 'Không sắp xếp được vì có ô gộp. Hãy bỏ gộp ô rồi sắp xếp lại.'],
  [/delete all non-frozen/i, 'Không xóa được hết các dòng dưới dòng tiêu đề.'],
  [
    /tried writing to row/i,
    'Khối dán dài hơn số dòng còn lại của bảng nên chưa ghi gì. Hãy chèn thêm dòng ở cuối bảng rồi dán lại.',
  ],
  [
    /tried writing to column/i,
    'Khối dán rộng hơn số cột còn lại của bảng nên chưa ghi gì. Hãy chọn ô đầu ở bên trái hơn rồi dán lại.',
  ],
  [/out of the grid|after last|exceeds grid/i, 'Dòng này không còn trong bảng tính. Hãy chọn lại.'],
];

export function toRefusal(error: unknown): ApiError {
  const message = error instanceof Error ? error.message : String(error);
  const words = known.find(([pattern]) => pattern.test(message))?.[1];
  return new ApiError(422, words ?? `Bảng tính chưa nhận thay đổi: ${message}`);
}
