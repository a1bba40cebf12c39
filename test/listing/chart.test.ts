/** Figures: every number stands in the table, and its bar is as long as the number says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderFigures } from '../../functions/listing/chart.ts';
import { formatCount } from '../../functions/listing/html.ts';
import { hostileText } from './hostile.ts';
import { named, parseMarkup } from './markup.ts';

it('has every label and number, and bars in proportion that only repeat them', () => {
  const figures = fc.array(fc.record({ label: hostileText, count: fc.nat(200_000) }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(figures, (all) => {
      const elements = parseMarkup(renderFigures('nam', 'Theo năm', all).html);
      const cells = named(elements, 'td');
      expect(cells.filter(({ attributes }) => !attributes.class).map(({ text }) => text)).toEqual(
        all.map(({ label }) => label),
      );
      expect(cells.filter(({ attributes }) => attributes.class === 'n').map(({ text }) => text)).toEqual(
        all.map(({ count }) => formatCount(count)),
      );
      const bars = named(elements, 'rect').map(({ attributes }) => Number(attributes.width));
      const most = Math.max(...all.map(({ count }) => count));
      all.forEach(({ count }, index) => {
        expect(bars[index]! > 0).toBe(count > 0);
        if (count > 0) expect(Math.abs(bars[index]! - (count / most) * 100)).toBeLessThanOrEqual(1);
      });
      expect(named(elements, 'svg').every(({ attributes }) => attributes['aria-hidden'] === 'true')).toBe(
        true,
      );
    }),
  );
});

it('is headed once, and explains what not everybody knows', () => {
  const { html } = renderFigures('khau', 'Theo khâu', [{ label: 'Nhân rộng', count: 1 }], 'Khâu là …');
  expect(named(parseMarkup(html), 'th').map(({ text }) => text)).toEqual(['Theo khâu', 'Số gương']);
  expect(named(parseMarkup(html), 'figcaption').map(({ text }) => text)).toEqual(['Khâu là …']);
  expect(renderFigures('nam', 'Theo năm', []).html).not.toContain('figcaption');
});
