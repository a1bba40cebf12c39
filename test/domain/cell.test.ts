/** What a cell's first sign means: a formula, or a sign that only begins like one. */
import { expect, test } from 'vitest';
import { readCell } from '../../functions/domain/cell.ts';
import { columnOf } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';

const title = columnOf(exemplarForm, 'title')!;

test.each(['=1+1', ' =HYPERLINK("x")', '=', '+A1', '-SUM(A1:A2)', '@IF(A1;1;2)'])(
  '%s is a formula',
  (text) => {
    expect(readCell(title, text)).toMatchObject({ ok: false, code: 'text-has-formula' });
  },
);

test.each(['≠ không bằng lòng với cái cũ', '- vượt khó, học giỏi', '+ thêm 18 hộ làm theo'])(
  '%s is text, in NFC and in NFD',
  (text) => {
    for (const form of ['NFC', 'NFD'])
      expect(readCell(title, text.normalize(form))).toEqual({ ok: true, value: text.normalize('NFC') });
  },
);
