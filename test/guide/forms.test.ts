/** The guide of every form that any plan asks for: it names no blank, and no column that the reader's tab does not have. */
import { describe, expect, it } from 'vitest';
import { columnOf } from '../../functions/domain/form.ts';
import { exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { formOf, forms } from '../../functions/domain/forms/index.ts';
import { requestForm } from '../../functions/domain/forms/request.ts';
import { formOfPeriod, formsOf, periodOn } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { compareKey } from '../../functions/domain/text.ts';
import { reviewColumns, systemColumns } from '../../functions/domain/workbook.ts';
import type { GuideInput } from '../../functions/guide/guide.ts';
import { renderGuide } from '../../functions/guide/render.ts';
import { duty } from '../../functions/lists/unit-list.ts';
import { presets } from '../../functions/plans/index.ts';
import { parseMarkup } from '../listing/markup.ts';
import { allPictures } from './inputs.ts';

const cases = Object.values(presets).flatMap((plan) =>
  formsOf(plan).map((form) => [plan.id, form, guideOf(plan, form)] as const),
);

function guideOf(plan: Plan, formId: string): GuideInput {
  const period = periodOn(plan, plan.inForceFrom, formId);
  const [first, ...rest] = plan.obligations.flatMap(({ unitKind, form }) => {
    const unit = plan.units.find(({ kind }) => kind === unitKind);
    return (form === formOfPeriod(period) && unit && duty(plan, unit, period)) || [];
  });
  if (!first) throw new Error(`nobody owes ${formId}`);
  return { plan, period, form: first.form, obligations: [first, ...rest], pictures: allPictures };
}

/** Headers of other tabs and fields of the sidebar that the guide speaks of, whatever the form. */
const everywhere = (plan: Plan): string[] => [
  ...[...systemColumns, ...reviewColumns(exemplarForm), ...requestForm(plan, { tabs: [] }).columns].map(
    ({ header }) => header,
  ),
  'Số, ký hiệu văn bản',
];

const everyColumn = Object.values(forms).flatMap(({ columns }) => columns);

/** What is only told to those who have the column. */
const spokenOf: readonly (readonly [key: string, words: RegExp])[] = [
  ['kind', /cá nhân|tập thể/i],
  ['consent', /đồng ý công khai|người được nêu|dưới 16 tuổi/i],
  ['photoUrl', /mô tả ảnh|ảnh là tệp|ảnh gửi/i],
  ['birthYear', /năm sinh/i],
  ['sector', /cân đối theo lĩnh vực/i],
  ['summary', /hồ sơ khác gần giống|cùng một người/i],
];

const invisible = /^[\s\p{Cf}]*$/u;

it('is looked at for every form there is', () => {
  expect(new Set(cases.map(([, form]) => form))).toEqual(new Set(Object.keys(forms)));
});

describe.each(cases)('%s, %s', (_plan, _form, guide) => {
  const elements = parseMarkup(renderGuide(guide));
  const captions = elements.filter(({ attributes }) => attributes.class === 'nut').map(({ text }) => text);
  const said = elements
    .filter(
      ({ name, inside }) => ['p', 'li', 'h3', 'figcaption'].includes(name) && inside.includes('section'),
    )
    .map(({ text }) => text);

  it('quotes no blank and begins with the first column', () => {
    expect(captions.filter((caption) => invisible.test(caption))).toEqual([]);
    expect(said.join('\n')).toContain(`Bấm vào dòng trống đầu tiên, cột ${guide.form.columns[0]?.header}.`);
    expect(said.join('\n')).not.toMatch(/cột \.|“”/);
  });

  it('names no column that its form does not have', () => {
    const own = new Set(
      [...guide.form.columns.map(({ header }) => header), ...everywhere(guide.plan)].map(compareKey),
    );
    const foreign = everyColumn.map(({ header }) => header).filter((header) => !own.has(compareKey(header)));
    expect(
      captions.filter((caption) => foreign.some((header) => compareKey(header) === compareKey(caption))),
    ).toEqual([]);
    const alts = elements.flatMap(({ attributes }) => attributes.alt ?? []);
    for (const [key, words] of spokenOf)
      if (!columnOf(guide.form, key))
        expect([...said, ...alts].filter((sentence) => words.test(sentence))).toEqual([]);
  });

  it('says what its own rows are called, and speaks of decisions on rows only where they are made', () => {
    const text = said.join('\n');
    const { kindColumn, rowWord, flow } = formOf(guide.form.id);
    expect(text).toContain(
      `Mỗi dòng chỉ ghi một ${kindColumn ? 'cá nhân, một tập thể hoặc một mô hình' : rowWord}.`,
    );
    if (rowWord !== 'gương') expect(text).not.toMatch(/gương nào/);
    expect(captions.includes('Lấy hồ sơ mới')).toBe(flow === 'reviewed');
    expect(text.includes('Dòng bị trả lại')).toBe(flow === 'reviewed');
  });
});
