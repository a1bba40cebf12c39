/** Generators of Vietnamese text, and of text that is anything but. */
import fc from 'fast-check';

const syllables =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý thị văn hữu đức minh thúy quỳnh khuê nghĩa ' +
  'phường xã ấp khóm thôn tổ dân phố người tốt việc điển hình tiên tiến nuôi tôm giỏi giúp đỡ hộ nghèo thoát được ' +
  'năm quyết tâm học sinh trường trạm y tế khoẻ mạnh thuở bướu quờ uỷ ban nhân dân mặt trận tổ quốc sự nghiệp ' +
  'ẵm bẵng kẽm chễ nghễnh rỉ nghĩ tịt xỉa mõm cỗ lỡ mũ sữa mỹ kỵ kỷ ý giữ gìn giếng xoăn hoạch huệ tuyết khuya ' +
  'rượu hươu quầy nguầy thuế xuống buồm lũy đầm lầy hẳn bằng lặng chẵn ngắn ẩn dẫn cậu';

export const words = syllables.split(' ');

export const sentenceOf = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength: min, maxLength: max }).map((list) => list.join(' '));

/** Unicode with many of the traps of this project in it. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...words,
        '\u00a0',
        '\u200b',
        '\u00ad',
        '\r\n',
        '\n',
        '=',
        '+',
        '-',
        '@',
        '\u202e',
        '\ufeff',
        '\u0303',
        '\t',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** As Windows-1258 files read: letters with their shape composed, tones as marks behind. Letters of other scripts stay. */
export const toWindows1258 = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      const marks = letter.normalize('NFD');
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? '';
      const apart = marks.replace(tone, '').normalize('NFC') + tone;
      return apart.normalize('NFC') === letter ? apart : letter;
    })
    .join('');
