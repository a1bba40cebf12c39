/** The guide of every plan that ships, in every form it asks for: each kind of units told once, nothing left unsaid. */
import { describe, expect, it } from 'vitest';
import { formOf } from '../../functions/domain/forms/index.ts';
import { formOfPeriod, periodOn, periodsWithin } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { guide } from '../../functions/handlers/guide.ts';
import { presets } from '../../functions/plans/index.ts';
import { guideTab } from '../../functions/workbooks/guide-tab.ts';
import { planWorkbooks } from '../../infra/provision/workbook-plan.ts';

const periodsOf = (plan: Plan): string[] => periodsWithin(plan, periodOn(plan, plan.inForceFrom));

const cases = Object.values(presets).flatMap((plan) =>
  periodsOf(plan).map((period) => [plan.id, period, plan] as const),
);

/** What a sentence says when the form has not what it speaks of. */
const holes = /undefined|NaN|\[object|\bnull\b/;

describe.each(cases)('%s, %s', (id, period, plan) => {
  const kinds = plan.obligations
    .filter(({ form }) => form === formOfPeriod(period))
    .map(({ unitKind }) => plan.unitKinds[unitKind]!.name);

  it('has a page that names each kind of units that owes the form, once', async () => {
    const data = plan;
    const store = {
      read: async <T>() => ({ path: '', version: '1', data: data as T }),
      list: async <T>() => [{ path: '', version: '1', data: data as T }],
    };
    const site = { listingUrl: 'https://vidu.vn' } as unknown as Parameters<typeof guide>[1];
    const query = new URLSearchParams({ 'ke-hoach': id, ky: period });
    const { status, body } = await guide(store as never, site, query, new Date('2025-01-02T08:00:00+07:00'));
    expect(status).toBe(200);
    const page = String(body);
    expect(page).not.toMatch(holes);
    // A form whose works are counted says so, with the limit; no other does.
    const { countedWords } = formOf(formOfPeriod(period));
    expect(page.includes('Máy đếm số từ')).toBe(countedWords !== undefined);
    if (countedWords) expect(page).toContain('Tệp dài hơn 2.000 từ thì chưa nộp được');
    const table = /id="bang-han"[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(page)?.[1] ?? '';
    expect(table.match(/<tr>/g)).toHaveLength(kinds.length);
  });

  it('has a tab in each workbook that says what a row is', () => {
    for (const { unit, tabs } of planWorkbooks(plan, period)) {
      const said = guideTab(plan, period, unit, tabs, undefined).flat().join('\n');
      expect(said).not.toMatch(holes);
      const { kindColumn, rowWord } = formOf(formOfPeriod(period));
      expect(said).toContain(`Mỗi dòng là một ${kindColumn ? 'cá nhân, tập thể hoặc mô hình' : rowWord}.`);
    }
  });
});
