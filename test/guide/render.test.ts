/** The guide as a document: complete without scripts, for ears and eyes and paper, its facts from plan and form. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exemplarForm as form } from '../../functions/domain/forms/exemplar.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { sectionIds } from '../../functions/guide/guide.ts';
import { guideHref, renderGuide, renderNoGuide } from '../../functions/guide/render.ts';
import { guideCss, guideHeaders } from '../../functions/guide/style.ts';
import { withOwnForm } from '../domain/plan-columns.ts';
import { hostileTexts } from '../listing/hostile.ts';
import { type Element, findFetched, named, parseMarkup, toOutline } from '../listing/markup.ts';
import { smallPlan } from '../support/office.ts';
import { aGuide, allPictures, withDuties } from './inputs.ts';

const html = renderGuide(aGuide());
const elements = parseMarkup(html);

const textOf = (plan: Plan): string => named(parseMarkup(renderGuide(aGuide(plan))), 'main')[0]?.text ?? '';

/** Everything within the element of this id. */
const sectionText = (id: string, page: readonly Element[] = elements): string =>
  page.find(({ name, attributes }) => name === 'section' && attributes.id === id)?.text ?? '';

describe('the document', () => {
  it('has one h1, one main, one header, one footer, and skips no level of heading', () => {
    for (const name of ['h1', 'main', 'header', 'footer']) expect(named(elements, name)).toHaveLength(1);
    const levels = elements.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => Number(name[1]));
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('is Vietnamese, in NFC, and uses every id once', () => {
    expect(elements[0]).toMatchObject({ name: 'html', attributes: { lang: 'vi' } });
    expect(html).toBe(html.normalize('NFC'));
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('fetches nothing but its own pictures and runs nothing', () => {
    const pictures = named(elements, 'img');
    expect(pictures.length).toBeGreaterThan(0);
    for (const { attributes } of pictures) expect(attributes.src).toMatch(/^\/huong-dan\/[a-z-]+\.png$/);
    expect(findFetched(html)).toEqual(pictures.flatMap(() => ['img', 'img src']));
  });

  it('leads nowhere that is not there', () => {
    const ids = new Set(elements.flatMap(({ attributes }) => attributes.id ?? []));
    const hrefs = named(elements, 'a').map(({ attributes }) => attributes.href ?? '');
    expect(hrefs.filter((href) => href !== '/' && !ids.has(href.slice(1)))).toEqual([]);
    expect(hrefs.length).toBeGreaterThan(30);
  });

  it('lists every section before the first, and each is named by its heading', () => {
    const [contents] = named(elements, 'nav');
    const linked = named(elements, 'a').filter(({ inside }) => inside.includes('nav'));
    expect(linked.map(({ attributes }) => attributes.href)).toEqual(sectionIds.map((id) => `#${id}`));
    expect(contents?.attributes['aria-labelledby']).toBe('muc-luc');
    for (const section of named(elements, 'section')) {
      const title = elements.find(
        ({ attributes }) => attributes.id === section.attributes['aria-labelledby'],
      );
      expect(title?.name).toBe('h2');
      expect(linked.map(({ text }) => text)).toContain(title?.text);
    }
  });

  it('lets a wide table scroll in a region of its own, reached by keyboard and named by the caption', () => {
    const regions = elements.filter(({ attributes }) => attributes.role === 'region');
    expect(regions).toHaveLength(named(elements, 'table').length);
    for (const { attributes } of regions) {
      const label = elements.find(({ attributes: { id } }) => id === attributes['aria-labelledby']);
      expect([attributes.tabindex, label?.name]).toEqual(['0', 'caption']);
    }
    for (const heading of named(elements, 'th')) expect(heading.attributes.scope).toMatch(/^(row|col)$/);
  });

  it('is small: the words come in one request of at most 16 kB', async () => {
    const { gzipSync } = await import('node:zlib');
    expect(gzipSync(html).length).toBeLessThanOrEqual(16_000);
  });
});

describe('the wording', () => {
  const blocks = elements.filter(
    ({ name, inside }) => ['p', 'li', 'figcaption', 'h3'].includes(name) && inside.includes('section'),
  );
  const sentences = blocks.flatMap(({ text }) => text.split(/(?<=[.?!])\s+/)).filter((one) => one !== '');
  const words = (sentence: string): number => sentence.split(/\s+/).length;

  it('keeps sentences short: at most twenty syllables, eleven on average', () => {
    expect(sentences.length).toBeGreaterThan(150);
    expect(sentences.filter((one) => words(one) > 20)).toEqual([]);
    expect(sentences.reduce((sum, one) => sum + words(one), 0) / sentences.length).toBeLessThan(11);
  });

  it('ends every paragraph and every step like a sentence', () => {
    const open = blocks.filter(({ name, text }) => ['p', 'li'].includes(name) && !/[.?:]$/.test(text.trim()));
    expect(open.map(({ text }) => text).filter((text) => text !== 'Về mục lục')).toEqual([]);
  });
});

describe('what comes from the plan', () => {
  it('names days, quotas, papers, receivers and reminders as the plan has them', () => {
    const text = sectionText('ai-lam-gi');
    for (const fact of [
      '05–06 cá nhân, tập thể, mô hình',
      'trước ngày 15/01/2025 (muộn nhất hết ngày 14/01/2025)',
      '01–03 mô hình, tập thể; kèm Kế hoạch bồi dưỡng',
      'Huyện Hồng Dân',
      'Trước hạn 14, 7, 3 và 1 ngày làm việc',
    ])
      expect(text).toContain(fact);
  });

  it('changes with it', () => {
    const deadline = { kind: 'yearly', month: 9, day: 20, strict: false } as const;
    const text = textOf({ ...withDuties({ quota: { min: 2, max: 9 }, deadline }), reminderLeads: [5] });
    expect(text).toContain('02–09');
    expect(text).toContain('hết ngày 20/09/2025');
    expect(text).toContain('Trước hạn 5 ngày');
    expect(text).not.toMatch(/15\/01\/2025|14\/01\/2025|“trước ngày”/);
  });

  it('says nothing of papers, signatures or public pages where the plan has none', () => {
    const [first] = smallPlan.obligations;
    const plan = { ...smallPlan, obligations: [{ ...first!, headSignOff: false }] };
    const page = parseMarkup(renderGuide(aGuide(plan)));
    expect(sectionText('nop', page)).not.toContain('Văn bản kèm theo');
    expect(sectionText('nop', page)).not.toContain('Thủ trưởng');
    expect(sectionText('ky', page)).toContain('không yêu cầu thủ trưởng ký');
    const quiet = { ...smallPlan, publication: { ...smallPlan.publication, levels: [] } };
    expect(sectionText('go-cong-khai', parseMarkup(renderGuide(aGuide(quiet))))).toContain(
      'không đưa gương nào',
    );
  });

  it('tells how to report no case only where that is an answer', () => {
    expect(textOf(smallPlan)).not.toContain('Báo cáo không có trường hợp nào');
    expect(textOf(withDuties({ nilReport: true }))).toContain('Báo cáo không có trường hợp nào');
  });

  it('names where approval makes a row public', () => {
    expect(sectionText('go-cong-khai')).toContain('cấp huyện hoặc cấp tỉnh');
  });
});

describe('the table of columns', () => {
  const rows = named(elements, 'table').length;
  const table = sectionText('cot');

  it('has every column of the form with its help, its choices and its example', () => {
    expect(rows).toBe(5);
    for (const { header, help, example, choices = [] } of form.columns)
      for (const words of [header, help, example, ...choices]) expect(table).toContain(words);
    const heads = elements.filter(
      ({ name, attributes, inside }) =>
        name === 'th' && attributes.scope === 'row' && inside.includes('section'),
    );
    expect(heads.map(({ text }) => text).slice(-form.columns.length)).toEqual(
      form.columns.map(({ header }) => header),
    );
  });
});

describe('pictures', () => {
  const figuresOf = (page: string): number => named(parseMarkup(page), 'figure').length;

  it('are each in the page once, lazy, with size, alternative text and caption', () => {
    const found = named(elements, 'img').map(({ attributes }) => attributes);
    expect(found.map(({ src }) => src).sort()).toEqual(
      allPictures.map(({ name }) => `/huong-dan/${name}.png`).sort(),
    );
    for (const attributes of found) {
      const words = allPictures.find(({ name }) => attributes.src?.endsWith(`/${name}.png`));
      expect(attributes).toMatchObject({ alt: words?.alt, loading: 'lazy', width: '1400', height: '800' });
      expect(html).toContain(`<figcaption>${words?.caption}</figcaption>`);
    }
  });

  it('that have not been taken leave no gap', () => {
    expect(figuresOf(renderGuide(aGuide(smallPlan, [])))).toBe(0);
    expect(figuresOf(renderGuide(aGuide(smallPlan, allPictures.slice(0, 3))))).toBe(3);
  });
});

describe('hostile plans', () => {
  const outlineWith = (text: string): string[] =>
    toOutline(
      renderGuide(
        aGuide({
          ...smallPlan,
          title: text,
          number: text,
          levels: smallPlan.levels.map((level) => ({ ...level, name: text })),
          unitKinds: Object.fromEntries(
            Object.entries(smallPlan.unitKinds).map(([id, kind]) => [id, { ...kind, name: text }]),
          ),
        }),
      ),
    );
  const tame = outlineWith('một');

  it('change nothing of the page around their names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hostileTexts), (text) => {
        expect(outlineWith(text.slice(0, 300))).toEqual(tame);
      }),
    );
  });

  it('cannot break out of the link to their guide', () => {
    expect(guideHref('a"><script>', '2025&x')).toBe('/huong-dan?ke-hoach=a%22%3E%3Cscript%3E&ky=2025%26x');
  });
});

describe('the policy and the style', () => {
  it.each([
    ['the guide', html],
    ['the page before the first plan', renderNoGuide()],
  ])('allow exactly the style of %s, and pictures of this place only', (_, page) => {
    const style = named(parseMarkup(page), 'style')[0]?.text ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(guideHeaders['Content-Security-Policy']?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "img-src 'self' data:",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('use no variable that is not set, fetch nothing, and fix no width that a phone lacks', () => {
    const set = new Set([...guideCss.matchAll(/(--[a-z]+):/g)].map(([, name]) => name));
    const used = [...guideCss.matchAll(/var\((--[a-z]+)\)/g)].map(([, name]) => name);
    expect(used.filter((name) => !set.has(name))).toEqual([]);
    expect(guideCss).not.toMatch(/url\(|@import|<|\n/);
    const own = guideCss.slice(guideCss.indexOf('section,.muc-luc'));
    expect(own).toContain('.cuon{overflow-x:auto');
    expect(own).toContain('img{display:block;max-width:100%;height:auto');
    expect(own).not.toMatch(/[^-]width:\d{3,}px|font-size:\d+px/);
  });
});

it('explains the words and columns of the plan’s own as it explains those of the form', () => {
  const page = renderGuide(aGuide(withOwnForm(smallPlan)));
  for (const words of ['Chọn một: Kinh tế số; Kinh tế xanh; Quốc phòng – an ninh', 'Văn bản phát động'])
    expect(page).toContain(words);
  expect(page).not.toContain('Chọn một: Kinh tế; Văn hóa');
});
