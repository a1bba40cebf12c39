/** Invented works of the writing contest, of as many words as are wanted: what they tell begins anew when it is over. */

const sentences = [
  'Trời chưa sáng hẳn, bà đã mở cánh cửa gỗ của lớp học nhỏ bên bờ sông.',
  'Hai mươi mấy đứa trẻ, đứa lớn dắt đứa bé, lội qua con ngõ còn đọng nước mưa đêm.',
  'Không ai nhớ lớp có từ bao giờ; chỉ nhớ hôm đầu tiên có ba chiếc ghế và một tấm bảng mượn.',
  'Bà kể chuyện mình rất ít, kể chuyện học trò thì nhiều, mà chuyện nào cũng có tên người.',
  'Có em nghỉ học theo cha mẹ đi làm, bà tìm đến tận bến, ngồi chờ cho tới khi thuyền về.',
  'Người trong xóm góp nhau từng bóng đèn, từng viên ngói, rồi góp cả buổi chiều để trông lớp.',
  'Năm ngoái, bốn em vào trường trung học; ngày khai giảng, cả xóm ra đứng ở đầu ngõ.',
  'Hỏi bà mong gì, bà cười: mong đến một ngày lớp học này không còn ai phải tới nữa.',
];

/** A paragraph a round; the last sentence ends where the words are used up. */
export function workText(words: number): string {
  const round = sentences.map((sentence) => sentence.split(' '));
  const length = round.flat().length;
  const rounds = Array.from({ length: Math.ceil(words / length) }, () => round.flat());
  return rounds.map((paragraph, index) => paragraph.slice(0, words - index * length).join(' ')).join('\n\n');
}
