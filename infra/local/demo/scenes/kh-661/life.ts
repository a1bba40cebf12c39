/** All four stages of one exemplar on one line, for staff; and that the public page tells only what is public anyway. */
import ExcelJS from 'exceljs';
import { formatDate } from '../../../../../functions/domain/date.ts';
import { lifeStages, stageDays } from '../../../../../functions/domain/life-line.ts';
import { planPath, storyPath, toKey } from '../../../../../functions/listing/address.ts';
import { writeReport } from '../../../../xlsx/report.ts';
import { readReport } from '../../../../xlsx/report-lines.ts';
import { medianOf, stepLines } from '../../../../xlsx/report-lives.ts';
import type { Scene } from '../../scene.ts';
import { ourExemplar } from './found.ts';

export const lifeOfOne: Scene = {
  ids: ['KH661-1', 'KH661-2', 'KH661-3', 'KH661-4'],
  title: 'Vòng đời của một điển hình: Phát hiện → Bồi dưỡng → Tổng kết → Nhân rộng, có ngày, có người',
  async play(stage) {
    const { store } = stage.local;
    const report = await readReport(store, stage.plan.id, stage.period, await stage.people.now());
    const life = report?.lives.find(({ dossier }) => dossier.id === ourExemplar);
    if (!report || !life) return stage.expect(false, 'báo cáo có vòng đời của điển hình');
    for (const line of stepLines(life, report.loaded)) stage.say(line);
    const days = lifeStages.map((stageName) => stageDays(life.steps).get(stageName) ?? '');
    stage.say(lifeStages.map((name, index) => `${name} ${formatDate(days[index] ?? '')}`).join(' → '));
    stage.expect(
      days.every((day) => day !== '') && days.every((day, index) => index === 0 || days[index - 1]! < day),
      'bốn khâu đều có ngày, khâu sau đến sau khâu trước',
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeReport(report)).buffer as ArrayBuffer);
    const told = book.getWorksheet('Vòng đời')?.getSheetValues() ?? [];
    const line = told.find((cells) => Array.isArray(cells) && cells.includes(ourExemplar));
    stage.expect(
      Array.isArray(line) &&
        stepLines(life, report.loaded).every((step) =>
          JSON.stringify(line).includes(JSON.stringify(step).slice(1, -1)),
        ),
      `lệnh gs report ghi đủ ${life.steps.length} bước vào trang tính “Vòng đời” của tệp Excel`,
    );
    await showPublicPart(
      stage,
      life.steps.filter(({ stage: one }) => one === 'Bồi dưỡng').map(({ on }) => on),
    );
    const median = medianOf(report.lives);
    const { html } = await stage.people.page(planPath(stage.plan.id));
    stage.expect(
      median !== undefined && html.includes(`một nửa số gương không quá ${median} ngày.`),
      `trang kế hoạch nói một nửa số gương được công nhận trong ${median} ngày kể từ khi phát hiện`,
      ['KH661-1'],
    );

    async function showPublicPart({ people, plan }: typeof stage, nurturing: string[]): Promise<void> {
      const name = String(life?.dossier.row.values.name ?? '');
      const page = await people.page(storyPath({ key: toKey(plan.id, ourExemplar), name }));
      stage.expect(
        page.status === 200 &&
          page.html.includes(formatDate(days[0] ?? '')) &&
          nurturing.every((day) => !page.html.includes(formatDate(day))),
        'trang công khai của điển hình có ngày phát hiện, công nhận, không có ngày bồi dưỡng nội bộ',
        ['KH661-1'],
      );
    }
  },
};
