/** KH661-2 to KH661-4: each quarter the unit says how an exemplar does, what it needs, and what comes next. */
import { conclusions } from '../../../../../functions/domain/forms/follow-up.ts';
import { publicIds } from '../../publication.ts';
import { at, moveTo, type Scene } from '../../scene.ts';
import { beRefused, exampleOf, sendRows, storedOf, storedOfAll, type Typed } from '../../sent-rows.ts';
import { dossiers, type Stage } from '../../stage.ts';
import { ourExemplar } from './found.ts';

const district = 'H01';
const assessor = 'Lê Thị Thu, chuyên viên Phòng Nội vụ';

const followUp = (stage: Stage, quarter: string, told: Typed): Typed =>
  exampleOf(stage, quarter, { assessor, needs: '', help: '', ...told });

/** The row of our exemplar on a signed list, and whom the product understood it to name. */
async function followed(stage: Stage, quarter: string) {
  const stored = await storedOf(stage, district, quarter);
  const row = stored?.snapshot.rows.find(({ values }) => values.name === 'Trần Thị Lụa');
  const cite = stored?.snapshot.cites?.find((one) => one.row === row?.id);
  return {
    values: row?.values ?? {},
    names: cite?.ids ?? [],
    isSigned: stored?.version.signedAt !== undefined,
  };
}

export const nurtured: Scene = {
  ids: ['KH661-2'],
  title: 'Bồi dưỡng: huyện theo dõi điển hình đã chọn, ghi khó khăn và ai giúp gì',
  async play(stage) {
    const quarter = '2023-Q2.TD';
    await moveTo(stage, at(stage, '06-12'));
    const helped = {
      spreadEvidence: '2 tổ dân phố bên cạnh làm theo',
      effectEvidence: '64 hộ phân loại rác, đầu năm 51 hộ',
      needs: 'Thiếu xe đẩy chở phế liệu',
      help: 'Hội Phụ nữ huyện tặng 3 xe đẩy trước 30/6',
      conclusion: conclusions.nurture,
      assessedOn: '09/06/2023',
    };
    const rows = [
      followUp(stage, quarter, { ...helped, name: 'Trần Thị Lụa' }),
      followUp(stage, quarter, { name: 'Mô hình “Tủ sách trước cổng trường”', assessedOn: '08/06/2023' }),
    ];
    const said = await beRefused(
      stage,
      {
        unitId: district,
        period: quarter,
        rows: [followUp(stage, quarter, { ...helped, name: 'Trần Thị Lụa Đào' })],
      },
      'tên lạ',
    );
    if (said.length > 0)
      stage.expect(
        said.some((line) => line.includes('Trần Thị Lụa Đào') && line.includes('Trần Thị Lụa')),
        'theo dõi một người không có trong danh sách bị từ chối, kèm tên gần giống',
      );
    await sendRows(stage, { unitId: district, period: quarter, rows });
    const { values, names, isSigned } = await followed(stage, quarter);
    stage.say(`Khó khăn: ${values.needs}. Biện pháp: ${values.help}.`);
    stage.expect(
      isSigned && names.includes(ourExemplar) && values.conclusion === conclusions.nurture,
      'phiếu theo dõi quý II đã ký gắn đúng hồ sơ của điển hình do xã phát hiện, kết luận “Tiếp tục bồi dưỡng”',
    );
    stage.expect(
      String(values.needs).length > 0 && String(values.help).includes('30/6'),
      'khó khăn của điển hình có người giúp và thời hạn',
    );
  },
};

export const summedUp: Scene = {
  ids: ['KH661-3'],
  title: 'Tổng kết: chấm sức lan tỏa, hiệu quả bằng số liệu so với kỳ trước',
  async play(stage) {
    const quarter = '2023-Q3.TD';
    await moveTo(stage, at(stage, '09-14'));
    await sendRows(stage, {
      unitId: district,
      period: quarter,
      rows: [
        followUp(stage, quarter, {
          name: 'Trần Thị Lụa',
          spread: '5',
          spreadEvidence: '6 tổ dân phố làm theo, 9 đoàn đến xem',
          effect: '4',
          effectEvidence: '70/70 hộ phân loại rác, quý trước 64 hộ',
          conclusion: conclusions.review,
          assessedOn: '12/09/2023',
        }),
      ],
    });
    const before = (await followed(stage, '2023-Q2.TD')).values;
    const { values, names, isSigned } = await followed(stage, quarter);
    stage.say(`Lan tỏa ${before.spread} → ${values.spread}; ${values.effectEvidence}.`);
    stage.expect(
      isSigned && names.includes(ourExemplar) && values.conclusion === conclusions.review,
      'kết luận “Tổng kết” quý III đã ký, gắn đúng hồ sơ của điển hình',
    );
    stage.expect(
      Number(values.spread) > Number(before.spread) && /\d/.test(String(values.effectEvidence)),
      'điểm lan tỏa và số liệu so được với quý trước',
    );
  },
};

export const multiplied: Scene = {
  ids: ['KH661-4'],
  title: 'Nhân rộng: kế hoạch tuyên truyền của từng đơn vị; gương đã duyệt và đồng ý lên trang công khai',
  async play(stage) {
    await moveTo(stage, at(stage, '12-08'));
    const quarter = '2023-Q4.TD';
    await sendRows(stage, {
      unitId: district,
      period: quarter,
      rows: [
        followUp(stage, quarter, {
          name: 'Trần Thị Lụa',
          spread: '5',
          spreadEvidence: '11 tổ dân phố, 2 xã bên làm theo',
          conclusion: conclusions.multiply,
          assessedOn: '05/12/2023',
        }),
      ],
    });
    const { values, names } = await followed(stage, quarter);
    stage.expect(
      names.includes(ourExemplar) && values.conclusion === conclusions.multiply,
      'quý IV huyện kết luận “Nhân rộng” cho điển hình đó',
    );
    const all = await dossiers(stage);
    const shown = await publicIds(stage);
    const silent = all.filter(({ row }) => row.values.consent === 'Chưa hỏi');
    stage.expect(
      shown.has(ourExemplar) && all.every(({ id, public: isPublic }) => isPublic === shown.has(id)),
      `${shown.size} gương đã duyệt và đồng ý ở trên trang công khai để nơi khác học`,
    );
    stage.expect(
      silent.length > 0 && silent.every(({ id }) => !shown.has(id)),
      'gương đã duyệt mà chưa hỏi ý kiến thì không hiện',
    );
  },
};

export const publicityPlans: Scene = {
  ids: ['KH661-4'],
  title: 'Huyện, sở, ngành gửi kế hoạch tuyên truyền của mình trước 31/5',
  async play(stage) {
    await moveTo(stage, at(stage, '05-22'));
    const units = stage.plan.units.filter(({ kind }) => kind === 'district' || kind === 'agency');
    await stage.each('Gửi kế hoạch tuyên truyền', units, ({ id }) =>
      sendRows(stage, {
        unitId: id,
        period: '2023.VB',
        rows: [
          exampleOf(stage, '2023.VB', {
            name: 'Tuyên truyền các phong trào thi đua, nhân rộng điển hình năm 2023',
            documentNumber: `${12 + units.findIndex((one) => one.id === id)}/KH-UBND`,
            documentDate: '12/05/2023',
            movementType: '',
          }),
        ],
      }),
    );
    const stored = await storedOfAll(
      stage,
      units.map(({ id }) => id),
      '2023.VB',
    );
    stage.expect(
      stored.length === units.length &&
        stored.every(
          ({ version, snapshot }) =>
            version.signedAt !== undefined &&
            !version.late &&
            snapshot.rows.some(({ values }) => values.documentKind === 'Kế hoạch tuyên truyền'),
        ),
      `cả ${stored.length} huyện, sở, ngành có kế hoạch tuyên truyền, có số, ngày, người ký, đúng hạn`,
    );
  },
};
