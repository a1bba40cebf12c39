/** The form for correction and removal, its faults and its receipt: what people may write and what they are told. */
import { describe, expect, it } from 'vitest';
import { renderNotFound } from '../../functions/listing/fault-pages.ts';
import { renderTakedownForm, renderTaken, tooMany } from '../../functions/listing/takedown-page.ts';
import { named, parseMarkup } from './markup.ts';
import { site } from './rows.ts';

const typed = { page: '<b>', wish: '', asker: '', contact: '"x', text: '', blank: 'x' };
const faulty = {
  about: null,
  typed,
  problems: (Object.keys(typed) as (keyof typeof typed)[]).map((field) => ({
    field,
    message: `Chưa được: ${field}.`,
  })),
};
const about = { key: 'abcdefghjk', name: 'Hoa', title: 'x', hasPhoto: false };
const answering = { unit: 'Xã Ninh Hòa', office: 'Huyện Hồng Dân' };

describe('the request to take down', () => {
  const wishesOf = (of: typeof about | null): unknown[] =>
    named(parseMarkup(renderTakedownForm(site, { about: of })), 'input').flatMap(({ attributes }) =>
      attributes.name === 'wish' ? [attributes.value] : [],
    );
  const dates = { code: 'DN-1', answerBy: '2025-03-07', settleBy: '2025-03-15' };

  it('offers to take a photo away only where there is one, or where the story is not known', () => {
    expect(wishesOf(about)).toEqual(['correct', 'remove']);
    expect(wishesOf({ ...about, hasPhoto: true })).toEqual(['correct', 'photo', 'remove']);
    expect(wishesOf(null)).toEqual(['correct', 'photo', 'remove']);
  });

  it('says at each wish how many days it takes, as the receipt does of the one that was chosen', () => {
    const { text } = parseMarkup(renderTakedownForm(site, { about: { ...about, hasPhoto: true } }))[0]!;
    expect(text).toContain('Sửa nội dung chưa đúng (xong trong 10 ngày)');
    expect(text).toContain('Gỡ ảnh, giữ bài (xong trong 15 ngày)');
    expect(text).toContain('Gỡ cả trang (xong trong 15 ngày)');
    expect(text).toContain('trả lời trong 2 ngày làm việc');
    const taken = parseMarkup(renderTaken(site, { ...dates, wish: 'correct' }, answering))[0]?.text;
    expect(taken).toContain('chậm nhất ngày 07/03/2025 (trong 2 ngày làm việc)');
    expect(taken).toContain('chậm nhất ngày 15/03/2025 (trong 10 ngày)');
    expect(taken).not.toContain('trước hết');
  });

  it('names on the receipt, and once too often, whom to ask instead', () => {
    for (const html of [
      renderTaken(site, { ...dates, wish: 'correct' }, answering),
      renderTakedownForm(site, { about, typed, notice: tooMany('address', answering) }),
      renderTakedownForm(site, { about, typed, notice: tooMany('all', answering) }),
    ])
      expect(parseMarkup(html)[0]?.text).toContain(
        'Xã Ninh Hòa, đơn vị đã giới thiệu gương, hoặc Huyện Hồng Dân, nơi thẩm định',
      );
    const alone = renderTaken(site, { ...dates, wish: 'correct' }, { unit: 'Tỉnh', office: '' });
    expect(parseMarkup(alone)[0]?.text).not.toContain('nơi thẩm định');
  });

  it('says every fault at its field, tells the field so, and leads there from the top', () => {
    const elements = parseMarkup(renderTakedownForm(site, faulty));
    const links = elements.filter(({ name, inside }) => name === 'a' && inside.at(-1) === 'li');
    for (const { field, message } of faulty.problems) {
      expect(elements.some(({ attributes }) => attributes.id === field)).toBe(true);
      expect(links.map(({ attributes }) => attributes.href)).toContain(`#${field}`);
      const fault = elements.find(({ attributes }) => attributes.id === `${field}-loi`);
      expect(fault?.text).toBe(message);
      const owner = elements.find(({ attributes }) =>
        attributes['aria-describedby']?.split(' ').includes(`${field}-loi`),
      );
      expect(owner?.attributes['aria-invalid']).toBe('true');
    }
    const clean = parseMarkup(renderTakedownForm(site, { about: null, typed: { ...typed, blank: '' } }));
    expect(clean.some(({ attributes }) => 'aria-invalid' in attributes)).toBe(false);
  });

  it('shows the field that stays empty only to whoever has filled it', () => {
    const holderOf = (html: string) => {
      const elements = parseMarkup(html);
      const holder = elements.find(({ attributes }) => attributes.name === 'blank');
      const hidden = elements.find(({ attributes }) => attributes.class === 'hide');
      return { ...holder?.attributes, isHidden: hidden !== undefined };
    };
    const clean = { autocomplete: 'off', tabindex: '-1', isHidden: true };
    expect(holderOf(renderTakedownForm(site, { about }))).toMatchObject(clean);
    const filled = { autocomplete: 'off', value: 'x', isHidden: false };
    expect(holderOf(renderTakedownForm(site, faulty))).toMatchObject(filled);
  });

  it('does not lead from its foot to itself', () => {
    const footOf = (html: string) =>
      parseMarkup(html).filter(({ name, inside }) => name === 'a' && inside.includes('footer'));
    expect(footOf(renderTakedownForm(site, { about }))).toEqual([]);
    expect(footOf(renderNotFound(site))).toHaveLength(1);
  });
});
