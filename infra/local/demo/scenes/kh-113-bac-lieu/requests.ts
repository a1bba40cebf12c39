/** BL-20: a unit tells Sở Nội vụ of a difficulty and is answered. */
import { toA1 } from '../../../../../functions/domain/a1.ts';
import { type RequestColumn, requestColumn } from '../../../../../functions/domain/forms/request.ts';
import { requestKindWords, type UnitRequest } from '../../../../../functions/domain/request.ts';
import { firstDataLine, tabTitles } from '../../../../../functions/domain/workbook.ts';
import { staffEmail } from '../../../samples/people.ts';
import { tabOf } from '../../../trial.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import type { Stage } from '../../stage.ts';
import { players, province } from './desk.ts';

export const difficulty = 'Chưa có kinh phí in tài liệu nhân rộng cho các đơn vị trực thuộc';
const answer = 'Đã tổng hợp; Sở Nội vụ trình bổ sung từ quỹ thi đua, khen thưởng';

/** Each cell by itself, as people do. */
async function type(
  stage: Stage,
  email: string,
  spreadsheetId: string,
  cells: Partial<Record<RequestColumn, string>>,
): Promise<void> {
  for (const [key, value] of Object.entries(cells)) {
    const cell = toA1(requestColumn(key as RequestColumn), firstDataLine);
    await stage.people.type(email, spreadsheetId, `'${tabTitles.requests}'!${cell}`, [[value]]);
  }
}

export const difficulties: Scene = {
  ids: ['BL-20'],
  title: 'Khó khăn, vướng mắc gửi về Sở Nội vụ và được trả lời',
  async play(stage) {
    await moveTo(stage, at(stage, '03-10'));
    const [unit] = players(stage);
    if (!unit) return stage.expect(false, 'có đơn vị để phản ánh');
    const { spreadsheetId, title } = tabOf(stage.workbooks, unit.id);
    const reviewer = staffEmail('reviewer', province);
    await stage.journal.once('ask for help', async () => {
      await type(stage, staffEmail('clerk', unit.id), spreadsheetId, {
        unit: title,
        kind: requestKindWords.difficulty,
        text: difficulty,
      });
      await stage.local.tickAndSettle();
    });
    await stage.journal.once('answer for help', async () => {
      await type(stage, reviewer, spreadsheetId, { answer });
      const { body } = await stage.people.press(reviewer, 'answer', { spreadsheetId });
      if (!body.ok) throw new Error(`${body.message}\n${JSON.stringify(body.problems)}`);
      await stage.local.tickAndSettle();
    });
    const stored = await stage.local.store.list<UnitRequest>('requests', {
      where: { planId: stage.plan.id, unitId: unit.id },
    });
    const mine = stored.map(({ data }) => data).find(({ text }) => text === difficulty);
    stage.say(`${unit.name}: ${difficulty}.`);
    stage.expect(
      mine?.kind === 'difficulty' && mine.answer?.text === answer && mine.answer.by === reviewer,
      'vướng mắc đến thẳng nơi tổng hợp, câu trả lời được giữ cùng tên người trả lời',
    );
    const told = await stage.people.mailbox(staffEmail('head', unit.id));
    stage.expect(
      told.filter(({ text }) => text.includes(answer)).length === 1,
      'thủ trưởng đơn vị nhận một thư trả lời',
    );
  },
};
