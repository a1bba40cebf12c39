/** Lists, headings and cut ends of cells as sentences that somebody can say. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toOneSentence, toSentence, toSentences, wholeOf } from '../../functions/listing/spoken-lines.ts';
import { words } from '../domain/vietnamese.ts';
import { hostileText } from './hostile.ts';

it.each([
  ['- Giảm 5%;\n- Tăng 10 ha;', 'Giảm 5%; Tăng 10 ha.'],
  ['- Giảm 5%;\n- Tăng 10 ha.', 'Giảm 5%; Tăng 10 ha.'],
  ['+ Giảm 5%.\n+ Tăng 10 ha.', 'Giảm 5%. Tăng 10 ha.'],
  ['- Giảm 5%; - Tăng 10 ha', 'Giảm 5%; Tăng 10 ha.'],
  ['• Giảm 5% • Tăng 10 ha', 'Giảm 5%; Tăng 10 ha.'],
  ['1. Giảm 5%\n2) Tăng 10 ha\na) Thêm 3 hộ', 'Giảm 5%; Tăng 10 ha; Thêm 3 hộ.'],
  ['Năm 2025:\n- 18 hộ;\n- 3 ấp;', 'Năm 2025: 18 hộ; 3 ấp.'],
  ['Gạch đầu dòng hai;', 'Gạch đầu dòng hai.'],
  ['18 hộ; 320 triệu đồng', '18 hộ; 320 triệu đồng.'],
  ['lúa - tôm, 5 - 7 tấn', 'lúa - tôm, 5 - 7 tấn.'],
  ['-5 độ', '-5 độ.'],
  ['1.200 hộ', '1.200 hộ.'],
  ['\n- \n;', ''],
])('says the list "%s" as "%s"', (written, said) => {
  expect(toOneSentence(written)).toBe(said);
});

it.each([
  ['Cách làm:\n- Họp dân;\n- Góp công;\nNay đã xong', 'Cách làm: Họp dân.\nGóp công.\nNay đã xong.'],
  ['Bà nói: “Tôi làm.”\nAi cũng theo!', 'Bà nói: “Tôi làm.”\nAi cũng theo!'],
  ['Gồm có:', 'Gồm có.'],
])('says the lines "%s" as sentences', (written, said) => {
  expect(toSentences(written)).toBe(said);
});

it('leaves of any list neither marks nor two signs in a row, and every word', () => {
  const item = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
  const mark = fc.constantFrom('- ', '– ', '+ ', '* ', '• ', '-', '1. ', '12) ', 'a) ', '');
  const end = fc.constantFrom('', ';', ',', '.', ';;', ' ;', ' ');
  const lines = fc.array(fc.tuple(mark, item, end), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lines, (list) => {
      const said = toOneSentence(
        list.map(([before, text, after]) => before + text.join(' ') + after).join('\n'),
      );
      expect(said.match(/\p{L}+/gu)).toEqual(list.flatMap(([, text]) => text));
      expect(said).not.toMatch(/[;:,.] *[;:,.]|[-–+*•]|\d| [;,.]/);
      expect(said).toMatch(/\p{L}\.$/u);
    }),
  );
});

it('ends with a stop, whatever a cell holds', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const line of toSentences(text).split('\n')) expect(line).toMatch(/^$|[.!?…][”"’')\]»]*$/);
      expect(toSentence(toSentence(text))).toBe(toSentence(text));
    }),
  );
});

it.each([
  ['Câu một. Câu hai! Câu t…', 'Câu một. Câu hai!'],
  ['Câu một dài mà chưa hết nên bị c…', 'Câu một dài mà chưa hết nên bị…'],
  ['Ngắn. Câu hai dài mà chưa hết nên bị c…', 'Ngắn. Câu hai dài mà chưa hết nên bị…'],
  ['Câu một. Câu hai.', 'Câu một. Câu hai.'],
])('keeps of the cut text "%s" what is whole', (cut, whole) => {
  expect(wholeOf(cut)).toBe(whole);
});
