/** For every check: rows that offend, and look-alikes that must pass. Today is 08/01/2025, the unit 31813. */
import type { CheckContext } from '../../../functions/domain/checks/index.ts';
import { contestEntryForm } from '../../../functions/domain/forms/contest-entry.ts';
import { nurturingPlanForm } from '../../../functions/domain/forms/nurturing-plan.ts';
import type { ProblemCode } from '../../../functions/domain/problem.ts';
import type { Row } from '../../../functions/domain/row.ts';
import { aRow } from '../sheet.ts';

export interface Case {
  code: ProblemCode;
  severity: 'error' | 'warning';
  rows: Row[];
  context?: Partial<CheckContext>;
  /** Lines with the fault; empty for a look-alike, [undefined] for a fault of the whole list. */
  lines: (number | undefined)[];
}

type Values = Row['values'];

const offence = (code: ProblemCode, severity: Case['severity'], ...rows: Row[]): Case => ({
  code,
  severity,
  rows,
  lines: rows.map(({ line }) => line),
});
const pass = (code: ProblemCode, ...rows: Row[]): Case => ({ code, severity: 'error', rows, lines: [] });

/** One value of one column, in a row of its own each. */
const column = (
  code: ProblemCode,
  severity: Case['severity'],
  offences: Values[],
  passes: Values[],
): Case[] => [
  ...offences.map((over) => offence(code, severity, aRow(over))),
  ...passes.map((over) => pass(code, aRow(over))),
];

const otherSummary =
  'Mười năm nay ông dậy từ bốn giờ sáng quét con hẻm dài, vớt rác dưới kênh, trồng hoa hai bên bờ. Bà con thấy vậy cùng góp tiền mua thùng rác, lắp đèn, giờ cả xóm sạch và sáng, trẻ em có chỗ chơi.';
const summary = String(aRow().values.summary);

const drivePhoto = 'https://drive.google.com/file/d/1AbC/view';
const photoAlt = 'Bà Hoa bên vuông tôm';

/** Rows of a plan for exemplars of whom these are known. */
const known = {
  form: nurturingPlanForm,
  citable: {
    exemplar: [
      { id: '2025-31813-001', name: 'Nguyễn Thị Hoa' },
      { id: '2025-31813-002', name: 'Trần Văn An' },
      { id: '2025-31813-003', name: 'Trần Văn An' },
    ],
    criterion: [
      { id: 'CN-01', name: 'Có cách làm mới, hay' },
      { id: 'CN-02', name: 'Được nhiều hộ làm theo' },
    ],
  },
} satisfies Partial<CheckContext>;

const naming = (code: ProblemCode, offences: Values[], passes: Values[]): Case[] =>
  column(code, 'error', offences, passes).map((one) => ({ ...one, context: known }));

const entries = (...links: string[]): Row[] =>
  links.map((fileUrl, index) => aRow({ name: `Bài ${index + 1}`, fileUrl }, 'individual', 3 + index));

const ofContest = (one: Case): Case => ({ ...one, context: { form: contestEntryForm } });

export const rowCases: Case[] = [
  ...column('name-single-word', 'error', [{ name: 'Hoaa' }], [{ name: 'Lê Hoa' }]),
  pass('name-single-word', aRow({ name: 'Vinamilk' }, 'collective')),
  ...column('name-has-digits', 'error', [{ name: 'Nguyễn Thị Hoa 1985' }], [{ name: 'Y Bih Niê' }]),
  pass('name-has-digits', aRow({ name: 'Tổ hợp tác khóm 3' }, 'collective')),
  ...column(
    'name-has-signs',
    'error',
    [{ name: 'Nguyễn Thị Hoa 🎉' }, { name: '<b>Hoa</b> Nguyễn' }],
    [{ name: 'Nguyễn Thị Hoa (Ba Khía)' }, { name: 'Trần Thị “Út” Mười' }],
  ),
  pass('name-has-signs', aRow({ name: 'Mô hình 5 không + 3 sạch' }, 'model')),
  ...column(
    'name-all-capitals',
    'warning',
    [{ name: 'NGUYỄN THỊ HOA' }],
    [{ name: 'Nguyễn Thị HOA' }, { name: 'Nguyễn Thị Hoa' }],
  ),
  pass('name-all-capitals', aRow({ name: 'VNPT' }, 'collective')),
  ...column(
    'name-is-group',
    'warning',
    [
      { name: 'Ông Nguyễn Văn An và bà Trần Thị Bé' },
      { name: 'Nguyễn Văn An, Trần Thị Bé' },
      { name: 'Tập thể khóm Ba' },
      { name: 'Tổ hợp tác nuôi tôm' },
      { name: 'Hộ ông Nguyễn Văn An' },
    ],
    [{ name: 'Nguyễn Văn Hội' }, { name: 'Đoàn Thị Tổ' }, { name: 'Trương Hộ Vân' }, { name: 'Lâm Vá' }],
  ),
  pass('name-is-group', aRow({ name: 'Tổ hợp tác và hội quán' }, 'collective')),
  ...column(
    'locality-private',
    'error',
    [
      { locality: 'Số nhà 12, ấp Công Điền' },
      { locality: '12/3 Trần Phú, khóm 2' },
      { locality: '12 Trần Phú' },
      { locality: 'Khóm 2, đường Trần Phú' },
      { locality: 'Số 5, khóm 2' },
      { locality: 'hẻm 30 khóm 1' },
      { locality: 'Ấp 3, 0912 345 678' },
      { locality: '12 đường số 5' },
    ],
    [
      { locality: 'Ấp 12' },
      { locality: 'Ấp số 3' },
      { locality: 'Khu phố 30/4' },
      { locality: 'Tổ dân phố số 5, phường 2' },
      { locality: 'Ấp Đường Củ' },
      { locality: 'Khóm 3, tổ 12' },
      { locality: '2 ấp Công Điền và Bửu Đông' },
      { locality: 'Xóm Phố Mới' },
    ],
  ),
  ...column(
    'identity-number',
    'error',
    [
      { summary: `${summary} CCCD 079085001234.` },
      { summary: `${summary} CMND 385123456` },
      { summary: `${summary} Gọi 0912.345.678 nhé` },
      { keyResults: 'Liên hệ +84 912 345 678' },
      { position: 'Nông dân, 0912345678' },
      { title: 'Căn cước 079 085 001 234 của bà' },
      { summary: `${summary} Zalo: O912 345 678` },
      { photoAlt: 'Bà Hoa, ０９１２３４５６７８' },
    ],
    [
      { keyResults: 'Lợi nhuận 320.000.000 đồng mỗi năm, doanh thu 1.200.000.000' },
      { keyResults: 'Lợi nhuận 320000000 đồng' },
      { keyResults: 'Quyết định 45/QĐ-UBND ngày 12/12/2023; 2.000 m; 15-20 hộ' },
      { pledge: 'Điện thoại nội bộ 0912345678' },
    ],
  ),
  ...column(
    'email-in-text',
    'error',
    [{ summary: `${summary} Thư: hoa.nguyen@vidu.vn` }],
    [{ keyResults: 'Trang @ của Hội có 1.200 người theo dõi' }, { needs: 'hoa.nguyen@vidu.vn' }],
  ),
  ...column(
    'account-in-text',
    'error',
    [{ summary: `${summary} Ủng hộ STK 1012345678 Vietcombank` }],
    [{ keyResults: 'Mở mới 1.250 tài khoản định danh, số tài khoản đạt 125000 tài khoản' }],
  ),
  ...column(
    'house-in-text',
    'warning',
    [{ summary: `${summary} Bà ở nhà số 12 đường Trần Phú.` }, { affiliation: 'Số 12/3 đường Trần Phú' }],
    [{ keyResults: 'Xây 12 nhà, số tiền 600 triệu; ngày 12/3 đường Trần Phú thông xe' }],
  ),
  ...column(
    'sensitive-words',
    'warning',
    [{ summary: `${summary} Con bà bị HIV.` }, { title: 'Người mẹ có con bị bệnh tâm thần' }],
    [{ keyResults: 'Phòng, chống HIV/AIDS cho 300 người; giúp 12 người nhiễm HIV' }],
  ),
  ...column(
    'age-out-of-range',
    'error',
    [{ birthYear: 1914 }, { birthYear: 2020 }, { birthYear: 2030 }],
    [{ birthYear: 1915 }, { birthYear: 2019 }],
  ),
  ...column(
    'honorific-mismatch',
    'warning',
    [
      { honorific: 'Ông' },
      { honorific: 'Bà', name: 'Nguyễn Văn An' },
      { honorific: 'Em' },
      { honorific: 'Bà', birthYear: 2013 },
    ],
    [
      { honorific: 'Ông', name: 'Nguyễn Văn Thị' },
      { honorific: 'Bà', name: 'Nguyễn Vân Anh' },
      { honorific: 'Em', birthYear: 2010 },
    ],
  ),
  offence('women-over-members', 'error', aRow({ femaleCount: 25 }, 'collective')),
  pass('women-over-members', aRow({ femaleCount: 24 }, 'collective')),
  pass('women-over-members', aRow({ femaleCount: '' }, 'collective')),
  ...column(
    'achieved-backwards',
    'error',
    [{ achievedFrom: '2023-01-02', achievedTo: '2023-01-01' }],
    [{ achievedFrom: '2023-01-01', achievedTo: '2023-01-01' }, { achievedTo: '' }],
  ),
  ...column(
    'achieved-in-future',
    'error',
    [{ achievedTo: '2025-01-09' }, { achievedFrom: '2025-02-01', achievedTo: '' }],
    [{ achievedTo: '2025-01-08' }, { achievedTo: '' }],
  ),
  ...column(
    'results-without-number',
    'warning',
    [{ keyResults: 'Nhiều hộ làm theo' }],
    [{ keyResults: '18 hộ' }, { keyResults: '' }],
  ),
  ...column(
    'carried-without-pledge',
    'warning',
    [{ pledge: '' }],
    [{ pledge: 'Năm 2025 giúp thêm 10 hộ' }],
  ).map((one) => ({ ...one, context: { earlierPeriodOf: () => '2024' } })),
  // New ones may pledge or not; and what was approved nobody can change any more.
  pass('carried-without-pledge', aRow({ pledge: '' })),
  {
    ...pass('carried-without-pledge', aRow({ pledge: '' })),
    context: { earlierPeriodOf: () => '2024', approved: new Map([[aRow().id, aRow().values]]) },
  },
  ...column(
    'consent-without-date',
    'error',
    [{ consentDate: '' }, { consent: 'Đồng ý, không ảnh', consentDate: '' }],
    [
      { consent: 'Chưa hỏi', consentDate: '' },
      { consent: 'Không đồng ý', consentDate: '' },
    ],
  ),
  ...column(
    'consent-in-future',
    'error',
    [{ consentDate: '2025-01-09' }],
    [{ consentDate: '2025-01-08' }, {}],
  ),
  ...column(
    'consent-of-child',
    'warning',
    [
      { birthYear: 2009, honorific: 'Em' },
      { birthYear: 2014, honorific: 'Em', guardianConsent: 'Chỉ cha, mẹ (người giám hộ) đồng ý' },
      { birthYear: 2014, honorific: 'Em', guardianConsent: 'Chưa hỏi cha, mẹ (người giám hộ)' },
      { birthYear: 2019, honorific: 'Em', guardianConsent: 'Cha, mẹ (người giám hộ) không đồng ý' },
      // A child when agreeing, whatever the age today.
      { birthYear: 2007, consentDate: '2022-03-01' },
    ],
    [
      { birthYear: 2008, honorific: 'Em' },
      { birthYear: 2010, honorific: 'Em', consent: 'Không đồng ý' },
      { birthYear: 2014, honorific: 'Em', guardianConsent: 'Cha, mẹ (người giám hộ) và em đều đồng ý' },
      { birthYear: 2019, honorific: 'Em', guardianConsent: 'Chỉ cha, mẹ (người giám hộ) đồng ý' },
    ],
  ),
  ...column(
    'photo-without-alt',
    'error',
    [{ photoUrl: drivePhoto }],
    [{ photoUrl: drivePhoto, photoAlt: 'Bà Hoa bên vuông tôm' }, {}],
  ),
  ...column(
    'photo-against-consent',
    'warning',
    [
      { photoUrl: drivePhoto, consent: 'Đồng ý, không ảnh' },
      { photoUrl: drivePhoto, consent: 'Không đồng ý' },
    ],
    [{ photoUrl: drivePhoto }, { photoUrl: drivePhoto, consent: 'Chưa hỏi' }, { consent: 'Không đồng ý' }],
  ),
  ...column(
    'photo-not-in-drive',
    'error',
    [
      { photoUrl: 'https://x.vn/a', photoAlt },
      { photoUrl: 'https://drive.google.com/drive/folders/1AbCdEfGhIj', photoAlt },
      { photoUrl: 'https://drive.google.com.xau.vn/file/d/1AbC/view', photoAlt },
      { photoUrl: 'https://docs.google.com/document/d/1AbCdEfGhIj/edit', photoAlt },
    ],
    [
      { photoUrl: drivePhoto, photoAlt },
      { photoUrl: 'https://drive.google.com/file/u/1/d/1AbC_-9/view?usp=sharing', photoAlt },
      { photoUrl: 'https://drive.google.com/open?usp=drive_copy&id=1AbC', photoAlt },
      {},
    ],
  ),
  ...column(
    'valid-backwards',
    'error',
    [{ validFrom: '2025-01-02', validTo: '2025-01-01' }],
    [
      { validFrom: '2025-01-01', validTo: '2025-01-01' },
      { validFrom: '2025-01-01' },
      { validTo: '2025-01-01' },
    ],
  ),
  ...column(
    'ending-without-reason',
    'error',
    [
      { holds: 'Không' },
      { conclusion: 'Thôi theo dõi', reason: 'Đã chuyển nơi ở rồi' },
      { holds: 'Không', conclusion: 'Thôi theo dõi', reason: 'Đã chuyển' },
    ],
    [
      { holds: 'Không', reason: 'Đã chuyển nơi ở khác' },
      { holds: 'Một phần', conclusion: 'Tiếp tục bồi dưỡng' },
      { conclusion: 'Tổng kết', reason: 'Xong' },
    ],
  ),
  ...column(
    'paper-number-odd',
    'error',
    [
      { documentNumber: 'Số 27' },
      { documentNumber: '27-KH-UBND' },
      { documentNumber: 'KH-UBND' },
      { documentNumber: '27/' },
    ],
    [
      { documentNumber: '27/KH-UBND' },
      { documentNumber: '05/2025/QĐ-UBND' },
      { documentNumber: '12 / BC-SNV' },
      { documentNumber: '3/CV-TĐ&KT' },
      { priorAwards: 'Giấy khen số 27' },
    ],
  ),
  ...column(
    'dated-in-future',
    'error',
    [{ documentDate: '2025-01-09' }, { publishedOn: '2026-01-01' }, { assessedOn: '2025-01-09' }],
    [{ documentDate: '2025-01-08' }, { publishedOn: '2024-12-31' }, { due: '2025-06-30' }],
  ),
  ...column(
    'launch-without-type',
    'error',
    [{ documentKind: 'Phát động thi đua' }],
    [{ documentKind: 'Phát động thi đua', movementType: 'Theo đợt' }, { documentKind: 'Báo cáo sơ kết' }, {}],
  ),
  ...column(
    'entry-by-organiser',
    'error',
    [{ genre: 'Bài viết', wordCount: 900, isOrganiser: 'Có' }],
    [{ genre: 'Bài viết', wordCount: 900, isOrganiser: 'Không' }, {}],
  ),
  ...column(
    'entry-without-length',
    'error',
    [
      { genre: 'Bài viết' },
      { genre: 'Báo in', durationSeconds: 300 },
      { genre: 'Phát thanh', wordCount: 900 },
      { genre: 'Truyền hình, video' },
    ],
    [
      { genre: 'Bài viết', wordCount: 900 },
      { genre: 'Phát thanh', durationSeconds: 300 },
      { workGenre: 'Bài viết' },
      {},
    ],
  ),
  ...column(
    'entry-too-long',
    'error',
    [
      { genre: 'Bài viết', wordCount: 2001 },
      { genre: 'Phát thanh', durationSeconds: 421 },
    ],
    [
      { genre: 'Bài viết', wordCount: 2000, durationSeconds: 900 },
      { genre: 'Truyền hình, video', durationSeconds: 420, wordCount: 5000 },
      { wordCount: 5000 },
    ],
  ),
  {
    ...offence('entry-without-outlet', 'error', aRow({ genre: 'Báo in', wordCount: 900 })),
    lines: [3, 3],
  },
  offence('entry-without-outlet', 'error', aRow({ genre: 'Báo điện tử', outlet: 'Báo Hànộimới' })),
  pass('entry-without-outlet', aRow({ genre: 'Báo in', outlet: 'Báo Hànộimới', publishedOn: '2024-04-20' })),
  pass('entry-without-outlet', aRow({ genre: 'Bài viết' }), aRow({}, 'individual', 4)),
  ...column(
    'entry-with-phone',
    'error',
    [
      { genre: 'Bài viết', authorUnit: 'Trường THCS Tây Mỗ, 0912 345 678' },
      { genre: 'Bài viết', subjectPlace: 'Phường Tây Mỗ, +84 912 345 678' },
      { workGenre: 'Bài viết', authorUnit: 'Quận Nam Từ Liêm, 0912345678' },
    ],
    [
      { genre: 'Bài viết', title: 'Phạm Thu Hằng; Đỗ Quốc Bình' },
      { authorUnit: 'Đường dây nóng 0912345678' },
    ],
  ),
  ...naming('reference-unknown', [{ name: 'Nguyễn Thị Hoà' }, { criterion: 'CN-01; CN-09' }], []),
  ...naming(
    'reference-unknown',
    [],
    [
      { name: 'nguyễn thị  hoa' },
      { name: '2025-31813-001' },
      { criterion: 'CN-01; CN-02' },
      { criterion: 'có cách làm mới, hay' },
    ],
  ),
  ...naming('reference-ambiguous', [{ name: 'Trần Văn An' }], [{ name: '2025-31813-003' }]),
  {
    ...offence('reference-none', 'error', aRow()),
    context: { form: nurturingPlanForm, citable: { exemplar: [] } },
  },
  { ...pass('reference-none', aRow()), context: { form: nurturingPlanForm } },
  { ...pass('reference-unknown', aRow({ name: 'Ai đó' })), context: { form: nurturingPlanForm } },
  offence('row-id-duplicate', 'error', aRow(), { ...aRow({ name: 'Lê Bé' }), line: 9 }),
  pass('row-id-duplicate', aRow(), aRow({ name: 'Lê Bé' }, 'individual', 4)),
  pass(
    'row-id-duplicate',
    { ...aRow(), id: '2025-31813-kabcd1234' },
    { ...aRow(), id: '2025-31813-kabcd1234', line: 4 },
  ),
  offence('row-id-foreign', 'error', { ...aRow(), id: '2024-31813-001' }),
  offence('row-id-foreign', 'error', { ...aRow(), id: '2025-3181-001' }),
  offence('row-id-foreign', 'error', { ...aRow(), id: '2025-31813' }),
  pass('row-id-foreign', aRow(), { ...aRow(), id: '2025-31813-kabcd1234' }),
  offence('row-key-missing', 'warning', { ...aRow(), id: '2025-31813-kabcd1234' }),
  pass('row-key-missing', aRow()),
  offence('row-duplicate', 'error', aRow(), aRow({ name: 'nguyễn thị  hoa' }, 'individual', 5)),
  pass('row-duplicate', aRow(), aRow({ birthYear: 1986 }, 'individual', 5)),
  pass('row-duplicate', aRow({ name: 'Nguyễn Hoà' }), aRow({ name: 'Nguyễn Hoa' }, 'individual', 5)),
  pass('row-duplicate', aRow({ name: '' }), aRow({ name: '' }, 'individual', 5)),
  offence(
    'code-duplicate',
    'error',
    aRow({ code: 'CN-01' }),
    aRow({ name: 'Lê Bé', code: 'cn–01' }, 'model', 4),
  ),
  pass('code-duplicate', aRow({ code: 'CN-01' }), aRow({ name: 'Lê Bé', code: 'CN-02' }, 'model', 4)),
  pass('code-duplicate', aRow(), aRow({ name: 'Lê Bé' }, 'model', 4)),
  ofContest({
    ...offence(
      'entry-file-twice',
      'error',
      ...entries(
        'https://docs.google.com/document/d/1AbC/edit',
        'https://drive.google.com/file/d/2XyZ/view',
        'https://drive.google.com/open?id=1AbC',
        'https://docs.google.com/document/u/0/d/1AbC/edit?usp=sharing',
      ),
    ),
    lines: [3, 5, 6],
  }),
  ofContest(
    offence(
      'entry-file-twice',
      'error',
      ...entries('https://nas.vidu.vn/bai-1', 'https://nas.vidu.vn/bai-1'),
    ),
  ),
  ofContest(pass('entry-file-twice', ...entries('', '', 'https://drive.google.com/file/d/2XyZ/view'))),
  pass(
    'entry-file-twice',
    ...entries('https://drive.google.com/file/d/2XyZ/view', 'https://drive.google.com/file/d/2XyZ/view'),
  ),
  offence(
    'summary-near-copy',
    'warning',
    aRow(),
    aRow({ name: 'Lê Bé', summary: `${summary} Bà con rất vui.` }, 'individual', 4),
  ),
  pass('summary-near-copy', aRow(), aRow({ name: 'Lê Bé', summary: otherSummary }, 'individual', 4)),
  pass(
    'summary-near-copy',
    aRow(),
    aRow({ name: 'Lê Bé', summary: `${summary} ${otherSummary}` }, 'individual', 4),
  ),
];

const people = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) =>
    aRow({ name: `Lê Bé ${'A'.repeat(index + 1)}` }, 'individual', index + 3),
  );

const list = (
  code: ProblemCode,
  severity: Case['severity'],
  count: number,
  context: Partial<CheckContext>,
  lines: Case['lines'] = [undefined],
): Case => ({ code, severity, rows: people(count), context, lines });

const standards = (...criteria: [points: number, subject: string][]): Case => ({
  code: 'points-not-hundred',
  severity: 'warning',
  rows: criteria.map(([points, subject], index) => aRow({ points, subject }, 'individual', index + 3)),
  lines: [undefined],
});

const promoted = [{ kind: 'individual' }, { kind: 'model' }] as const;

export const listCases: Case[] = [
  list('list-empty', 'error', 0, { quota: { min: 5 } }),
  list('list-empty', 'error', 0, { quota: { min: 5 }, promoted }, []),
  list('list-empty', 'error', 0, { unreadRows: 1 }, []),
  list('quota-below', 'error', 4, { quota: { min: 5, max: 6 } }),
  list('quota-below', 'error', 3, { quota: { min: 5, max: 6 }, promoted }, []),
  list('quota-below', 'error', 4, { quota: { min: 5, max: 6 }, unreadRows: 1 }, []),
  list('quota-below', 'error', 0, { quota: { min: 5, max: 6 } }, []),
  list('quota-above', 'error', 5, { quota: { min: 5, max: 6 }, promoted }),
  list('quota-above', 'error', 6, { quota: { min: 5, max: 6 } }, []),
  list('quota-above', 'error', 60, { quota: { min: 5 } }, []),
  list('quota-over-target', 'warning', 16, { quota: { min: 10, target: 15 } }),
  list('quota-over-target', 'warning', 15, { quota: { min: 10, target: 15 } }, []),
  list('quota-over-target', 'warning', 21, { quota: { min: 10, target: 15, max: 20 } }, []),
  list('kind-not-allowed', 'error', 2, { allowedKinds: ['model'] }, [3, 4]),
  list('kind-not-allowed', 'error', 1, { allowedKinds: ['individual'], promoted }, [undefined]),
  list('kind-not-allowed', 'error', 1, { allowedKinds: ['individual', 'model'], promoted }, []),
  list('kind-not-allowed', 'error', 1, {}, []),
  standards([25, 'Cá nhân'], [74, 'Cá nhân']),
  { ...standards([100, 'Cá nhân'], [60, 'Tập thể'], [41, 'Mô hình']), lines: [undefined, undefined] },
  { ...standards([25, 'Cá nhân'], [75, 'Cá nhân'], [100, 'Mô hình']), lines: [] },
  list('points-not-hundred', 'warning', 3, {}, []),
];
