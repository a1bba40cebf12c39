/** The page that stops mails: what it says before and after, what its one form posts, and that nobody's words become markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type OptOutPage,
  renderBrokenOptOut,
  renderOptOutPage,
} from '../../functions/listing/opt-out-page.ts';
import { hostileText } from './hostile.ts';
import { findFetched, named, parseMarkup, toOutline } from './markup.ts';

const aPage = (fields: Partial<OptOutPage> = {}): OptOutPage => ({
  email: 'thutruong.31843@vidu.vn',
  topic: 'báo tin gương được thẩm định',
  isStopped: false,
  action: 'https://ham.vidu.vn/optOut',
  token: 'abc.def',
  ...fields,
});
const elementsOf = (fields: Partial<OptOutPage> = {}) => parseMarkup(renderOptOutPage(aPage(fields)));

describe.each([
  [false, 'Thôi nhận thư loại này?', 'stop', 'Thôi nhận'],
  [true, 'Đã thôi nhận thư loại này', 'resume', 'Nhận lại'],
])('when stopped is %s', (isStopped, heading, action, label) => {
  const elements = elementsOf({ isStopped });

  it('has one heading and one form with one button that posts', () => {
    expect(named(elements, 'h1').map(({ text }) => text)).toEqual([heading]);
    const [form, ...others] = named(elements, 'form');
    expect(others).toEqual([]);
    expect(form?.attributes).toEqual({ method: 'post', action: 'https://ham.vidu.vn/optOut' });
    expect(named(elements, 'input').map(({ attributes }) => [attributes.name, attributes.value])).toEqual([
      ['token', 'abc.def'],
    ]);
    expect(named(elements, 'button').map(({ attributes, text }) => [attributes.value, text])).toEqual([
      [action, label],
    ]);
  });

  it('names the address, what stops, and what still comes', () => {
    const main = named(elements, 'main')[0]?.text ?? '';
    expect(named(elements, 'header')[0]?.text).toContain('thutruong.31843@vidu.vn');
    expect(main).toContain('thư báo tin gương được thẩm định');
    expect(main).toContain('vẫn được gửi');
  });

  it('fetches nothing and is not for search engines', () => {
    expect(findFetched(renderOptOutPage(aPage({ isStopped })))).toEqual([]);
    expect(elements.some(({ attributes }) => attributes.content === 'noindex')).toBe(true);
  });
});

it('keeps its outline whatever the texts are', () => {
  const plain = toOutline(renderOptOutPage(aPage()));
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(toOutline(renderOptOutPage(aPage({ email: text, topic: text, token: text })))).toEqual(plain);
    }),
  );
});

it('offers no form behind a broken link', () => {
  const elements = parseMarkup(renderBrokenOptOut());
  expect(named(elements, 'form')).toEqual([]);
  expect(named(elements, 'main')[0]?.text).toContain('chưa có gì thay đổi');
});
