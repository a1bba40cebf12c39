/** The page of one exemplar: the whole story, its way to recognition, whom to ask. */
import { describe, expect, it } from 'vitest';
import { renderNotFound } from '../../functions/listing/fault-pages.ts';
import { renderStory } from '../../functions/listing/story-page.ts';
import { named, parseMarkup } from './markup.ts';
import { aPhoto, storyOf } from './rendered.ts';
import { aPublicRow, site } from './rows.ts';

describe('a story', () => {
  const dataOf = (html: string) =>
    JSON.parse(named(parseMarkup(html), 'script')[0]?.text ?? '') as Record<string, unknown>;

  it('tells the whole way: who found, who recognised, when', () => {
    const way = parseMarkup(storyOf()).find(({ attributes }) => attributes.class === 'way')?.text;
    expect(way).toContain('Phường 2 phát hiện, giới thiệu ngày 10/01/2025');
    expect(way).toContain('Thành phố Bạc Liêu công nhận ngày 05/02/2025');
    expect(way).toContain('Tỉnh Bạc Liêu công nhận ngày 05/03/2025');
  });

  it('has the recipe of a model, with its parts, and of nobody else', () => {
    const parts = {
      need: 'Thiếu vốn',
      method: 'Bước 1',
      preconditions: 'Có đất',
      resources: '20 triệu',
      replicatedIn: 'Xã A',
    };
    const headings = named(parseMarkup(storyOf({ kind: 'model', ...parts })), 'h3').map(({ text }) => text);
    expect(headings).toEqual([
      'Vấn đề cần giải quyết',
      'Cách làm',
      'Điều kiện áp dụng',
      'Nguồn lực, kinh phí',
      'Nơi đã nhân rộng',
    ]);
    expect(storyOf()).not.toContain('Công thức của mô hình');
  });

  it('sends whoever wants to learn to the unit, and gives no telephone', () => {
    const text = parseMarkup(storyOf())[0]?.text ?? '';
    expect(text).toMatch(/Xin học tập\s+Đơn vị muốn đến.+ Phường 2 \(Thành phố Bạc Liêu, Tỉnh Bạc Liêu\)/);
    expect(text).not.toMatch(/\d{9,}/);
  });

  it('is told to other sites and to search engines', () => {
    const html = storyOf();
    expect(html).toContain('<meta property="og:type" content="article">');
    expect(html).toMatch(
      /<link rel="canonical" href="https:\/\/guong-sang\.example\/guong\/nguyen-thi-hoa-[a-z0-9]{10}">/,
    );
    expect(dataOf(html)).toMatchObject({
      '@type': 'Article',
      about: { '@type': 'Person', name: 'Nguyễn Thị Hoa' },
    });
  });

  it('says whom to ask who wants to learn from it: the unit, or who took over from it, and how where the plan says', () => {
    const words = (offices: { name: string; contact: string }[]): string => {
      const html = renderStory(site, { row: aPublicRow(), planTitle: '', offices, others: [] });
      return /<h2>Xin học tập<\/h2>(.*?)<p class="no-print">/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
    };
    expect(words([])).toContain(
      'trực tiếp Phường 2 (Thành phố Bạc Liêu, Tỉnh Bạc Liêu), nơi giới thiệu gương này, tại trụ sở đơn vị.',
    );
    const contact = 'Khóm 3, phường 2; điện thoại 0291 3 000 000 <b>';
    expect(words([{ name: 'Phường 2', contact }])).toMatch(
      /nơi giới thiệu gương này\.Phường 2: Khóm 3, phường 2; điện thoại 0291 3 000 000 &lt;b&gt;/,
    );
    const heirs = [
      { name: 'Phường Bạc Liêu', contact },
      { name: 'Phường Vĩnh Trạch', contact: '' },
    ];
    expect(words(heirs)).toContain(
      'trực tiếp Phường Bạc Liêu hoặc Phường Vĩnh Trạch, đơn vị kế thừa Phường 2 (Thành phố Bạc Liêu, Tỉnh Bạc Liêu)',
    );
    expect(words(heirs)).toContain('Phường Bạc Liêu: Khóm 3');
    expect(words(heirs)).not.toContain('Phường Vĩnh Trạch: ');
  });

  it('has its address on paper', () => {
    expect(storyOf()).toMatch(
      /<p class="paper">Địa chỉ trang: https:\/\/guong-sang\.example\/guong\/nguyen-thi-hoa-[a-z0-9]{10} · Gửi đề nghị sửa, gỡ: https:\/\/guong-sang\.example\/de-nghi<\/p>/,
    );
    expect(renderNotFound(site)).not.toContain('class="paper"');
  });

  it('names the place of work once where it is the unit', () => {
    const once = storyOf({ affiliation: 'Phường 2' });
    expect(once).toContain('Tổ trưởng Tổ hợp tác nuôi tôm · Phường 2, Thành phố Bạc Liêu');
    expect(storyOf()).toContain('Hội Nông dân phường 2 · Phường 2, Thành phố');
  });

  it('tells the birth year only when the row has one, and says when a text was cut', () => {
    expect(storyOf({ birthYear: 1985 })).toContain('Sinh năm 1985');
    expect(storyOf({ birthYear: null })).not.toContain('Sinh năm');
    expect(storyOf({ isCut: true })).toContain('đã được rút gọn');
    expect(storyOf()).not.toContain('đã được rút gọn');
  });

  it('shows a photo at the size it has, with its words, and tells other sites of it', () => {
    const elements = parseMarkup(storyOf({ photo: aPhoto }));
    const address = `/anh/${aPhoto.id}.jpg`;
    expect(named(elements, 'img').map(({ attributes, inside }) => [attributes, inside.at(-1)])).toEqual([
      [
        {
          src: address,
          width: '960',
          height: '720',
          alt: aPhoto.alt,
          loading: 'lazy',
          decoding: 'async',
        },
        'figure',
      ],
    ]);
    const shared = named(elements, 'meta').flatMap(({ attributes }) =>
      attributes.property?.startsWith('og:image') ? [[attributes.property, attributes.content]] : [],
    );
    expect(Object.fromEntries(shared)).toEqual({
      'og:image': `${site.url}${address}`,
      'og:image:type': 'image/jpeg',
      'og:image:width': '960',
      'og:image:height': '720',
      'og:image:alt': aPhoto.alt,
    });
    const data = JSON.parse(named(elements, 'script')[0]?.text ?? '');
    expect(data.image).toMatchObject({ url: `${site.url}${address}`, caption: aPhoto.alt });
  });

  it('has no trace of a photo when there is none', () => {
    expect(storyOf()).not.toMatch(/<img|<figure|og:image|ImageObject/);
  });
});
