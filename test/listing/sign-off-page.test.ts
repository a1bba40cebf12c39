/** The head's page: what each state shows and lets do, the fields it posts, and that nobody's words become markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  renderBrokenLink,
  renderSignOffPage,
  type SignOffPage,
} from '../../functions/listing/sign-off-page.ts';
import { signOffHeaders } from '../../functions/listing/style.ts';
import { aMegabyte, hostileText, hostileTexts } from './hostile.ts';
import { type Element, findFetched, named, parseMarkup, toOutline } from './markup.ts';
import { aSignOffPage } from './sign-off.ts';

type State = SignOffPage['state'];
const states: State[] = ['open', 'signed', 'sentBack', 'expired', 'superseded'];

const htmlOf = (fields: Partial<SignOffPage> = {}): string => renderSignOffPage(aSignOffPage(fields));
const elementsOf = (fields: Partial<SignOffPage> = {}): Element[] => parseMarkup(htmlOf(fields));
const mainOf = (fields: Partial<SignOffPage> = {}): string =>
  named(elementsOf(fields), 'main')[0]?.text ?? '';

describe.each(states)('the page of a list that is %s', (state) => {
  const elements = elementsOf({ state });

  it('has one h1, main, header, footer, and a link past the masthead', () => {
    const frame = elements.filter(({ name }) => ['header', 'h1', 'main', 'footer'].includes(name));
    expect(frame.map(({ name }) => name)).toEqual(['header', 'h1', 'main', 'footer']);
    expect(named(elements, 'a')[0]?.attributes.href).toBe(`#${named(elements, 'main')[0]?.attributes.id}`);
  });

  it('names the unit and the plan, is not for search engines, and asks not to be passed on', () => {
    expect(named(elements, 'title')[0]?.text).toContain('Xã Ninh Hòa');
    expect(named(elements, 'header')[0]?.text).toContain('113/KH-UBND');
    expect(elements.some(({ attributes }) => attributes.content === 'noindex')).toBe(true);
    expect(named(elements, 'footer')[0]?.text).toContain('dành riêng cho Lê Thị Ánh Tuyết');
  });

  it('can be answered only while it is open', () => {
    expect(named(elements, 'form')).toHaveLength(state === 'open' ? 2 : 0);
    expect(named(elements, 'button')).toHaveLength(state === 'open' ? 2 : 0);
    if (state !== 'open') expect(htmlOf({ state })).not.toContain('abc.def');
  });

  it('shows the list unless the link no longer speaks for it', () => {
    expect(mainOf({ state }).includes('Nuôi tôm')).toBe(!['expired', 'superseded'].includes(state));
  });

  it('fetches nothing and uses every id once', () => {
    expect(findFetched(htmlOf({ state }))).toEqual([]);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the words', () => {
  it.each<[State, string[]]>([
    [
      'open',
      ['Kính gửi Ông/Bà Lê Thị Ánh Tuyết:', 'Chỉ mở trang thì chưa phải là ký', '17:00 ngày 14/01/2025'],
    ],
    ['signed', ['đã được ký xác nhận', 'Không cần làm gì thêm']],
    ['sentBack', ['đã được trả lại', 'Trần Văn Bình nhận được thư']],
    [
      'expired',
      ['đến 17:00 ngày 14/01/2025', 'chưa được ký', 'liên kết mới trong thư nhắc', 'Trần Văn Bình nộp lại'],
    ],
    ['superseded', ['Trần Văn Bình đã nộp một danh sách mới hơn', 'thư mới nhất']],
  ])('of a page that is %s say what happened and what to do', (state, words) => {
    for (const part of words) expect(mainOf({ state })).toContain(part);
  });

  it('tell when it was signed, if that is known', () => {
    expect(
      mainOf({ state: 'signed', signed: { at: '2025-01-10T02:30:00.000Z', by: 'Lê Văn Tám' } }),
    ).toContain('ký xác nhận lúc 09:30 ngày 10/01/2025 và');
    expect(mainOf({ state: 'signed' })).toContain('ký xác nhận và đã chuyển');
  });

  it('count the list, and say who sent it when', () => {
    const text = mainOf();
    for (const part of ['gồm 2 gương', '1 cá nhân, 1 tập thể', 'Trần Văn Bình', '08:00 ngày 10/01/2025'])
      expect(text).toContain(part);
    expect(text).not.toContain('0 mô hình');
  });

  it('of an empty list say that there is no case', () => {
    const elements = elementsOf({ rows: [] });
    expect(named(elements, 'main')[0]?.text).toContain('không có trường hợp nào');
    expect(named(elements, 'ol')).toEqual([]);
    expect(named(elements, 'form')).toHaveLength(2);
  });

  it('of a broken link say how to go on, and offer no form', () => {
    const elements = parseMarkup(renderBrokenLink());
    expect(named(elements, 'h1')[0]?.text).toBe('Liên kết không dùng được');
    expect(named(elements, 'main')[0]?.text).toContain('mở lại thư');
    expect(named(elements, 'form')).toEqual([]);
  });
});

describe('the forms', () => {
  const elements = elementsOf();
  const [sign, sendBack] = named(elements, 'form');

  it('post to the function, on the same origin, which the policy allows', () => {
    for (const form of [sign, sendBack])
      expect(form?.attributes).toEqual({ method: 'post', action: 'https://guongsang.vidu.vn/confirm' });
    expect(signOffHeaders['Content-Security-Policy']).toContain("form-action 'self'");
  });

  /** What the browser would send, form by form, once each button is pressed. */
  const fields = (): Record<string, string>[] => {
    const inForms = elements.filter(({ inside }) => inside.includes('form'));
    const start = inForms.findIndex(({ attributes }) => attributes.type === 'hidden');
    const second = inForms.findLastIndex(({ attributes }) => attributes.type === 'hidden');
    return [inForms.slice(start, second), inForms.slice(second)].map((controls) =>
      Object.fromEntries(
        controls
          .filter(({ attributes }) => attributes.name !== undefined)
          .map(({ attributes, text, name }) => [
            attributes.name,
            name === 'textarea' ? text : attributes.value,
          ]),
      ),
    );
  };

  it('send token and action; the reason goes only with sending back', () => {
    expect(fields()).toEqual([
      { token: 'abc.def', action: 'sign' },
      { token: 'abc.def', reason: '', action: 'sendBack' },
    ]);
  });

  it('ask for a reason of ten characters, with a label and a hint that are its own', () => {
    const [reason] = named(elements, 'textarea');
    expect(reason?.attributes).toMatchObject({ required: '', minlength: '10', maxlength: '2000' });
    expect(named(elements, 'label')[0]?.attributes.for).toBe(reason?.attributes.id);
    const hint = elements.find(({ attributes }) => attributes.id === reason?.attributes['aria-describedby']);
    expect(hint?.text).toContain('Từ 10 đến 2.000 ký tự, ví dụ');
  });
});

describe('an error', () => {
  const error = 'Hãy ghi lý do trả lại, ít nhất 10 ký tự.';
  const elements = elementsOf({ error });
  const alerts = elements.filter(({ attributes }) => attributes.role === 'alert');

  it('is announced once, first in main and in the title, and the forms stay', () => {
    expect(alerts.map(({ text }) => text)).toEqual([`Chưa thực hiện được. ${error}`]);
    expect(elements[elements.findIndex(({ name }) => name === 'main') + 1]).toBe(alerts[0]);
    expect(named(elements, 'title')[0]?.text).toMatch(/^Chưa thực hiện được – /);
    expect(named(elements, 'form')).toHaveLength(2);
  });

  it('is not announced when there is none', () => {
    expect(htmlOf()).not.toContain('role="alert"');
  });
});

describe('hostile values', () => {
  const filledWith = (text: string, state: State = 'open'): Partial<SignOffPage> => ({
    unitName: text,
    planTitle: text,
    planNumber: text,
    clerk: text,
    headName: text,
    token: text,
    action: text,
    error: text,
    rows: [{ kind: 'model', name: text, title: text }],
    state,
  });

  it.each(states)('add no element and no attribute to a page that is %s', (state) => {
    const tame = toOutline(htmlOf(filledWith('một', state)));
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constantFrom(...hostileTexts)), (text) => {
        expect(toOutline(htmlOf(filledWith(text, state)))).toEqual(tame);
      }),
      { numRuns: 40 },
    );
  });

  it('reach the token unchanged, whatever is in it', () => {
    fc.assert(
      fc.property(hostileText, (token) => {
        const hidden = elementsOf({ token }).filter(({ attributes }) => attributes.name === 'token');
        expect(hidden.map(({ attributes }) => attributes.value)).toEqual([token, token]);
      }),
    );
  });

  it('are cleaned in the rows as on the public page: no text turned around, no megabyte', () => {
    const rows: SignOffPage['rows'] = [
      { kind: 'individual', name: `Hoa\u202e${aMegabyte}`, title: aMegabyte },
    ];
    const html = htmlOf({ rows });
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(html.length).toBeLessThan(20_000);
  });
});

describe('a list that is not of exemplars', () => {
  const rows = [{ kind: 'entry' as const, name: 'Kế hoạch 12/KH-UBND', title: 'Kế hoạch tuyên truyền' }];
  const words = mainOf({ listTitle: 'Văn bản của đơn vị', rowWord: 'văn bản', rows });

  it('is counted and signed for in its own words', () => {
    expect(words).toContain('Danh sách gồm 1 văn bản');
    expect(words).toContain('chịu trách nhiệm về những văn bản ghi trong danh sách');
    expect(words).toContain('“Bổ sung số liệu cho văn bản thứ hai”');
    expect(words).not.toContain('gương');
    expect(words).not.toContain('Gồm có');
  });

  it('is named above', () => {
    expect(named(elementsOf({ listTitle: 'Văn bản của đơn vị' }), 'header')[0]?.text).toContain(
      'Xã Ninh Hòa · Văn bản của đơn vị',
    );
  });
});
