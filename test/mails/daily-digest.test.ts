/** The daily digest, read as wording: what is urgent first, nothing empty. */
import { describe, expect, it } from 'vitest';
import { renderDailyDigest } from '../../functions/mails/daily-digest.ts';
import {
  aDesk,
  aDigest,
  aDoubt,
  aDuty,
  anEscalation,
  aResult,
  aReturned,
  aTicket,
  key,
  plan,
} from './cast.ts';
import { expectRendered } from './rendered.ts';

const event = { name: 'Ngày Truyền thống thi đua yêu nước', date: '2025-06-11', workingDaysLeft: 15 };
const nurturing = 'Kế hoạch bồi dưỡng, nhân rộng';

const full = aDigest({
  returned: [
    aReturned(),
    aReturned({
      id: '2025-XA014-004',
      name: 'Tổ hợp tác ấp Công Điền',
      reason: 'Tên gương còn chung chung.',
    }),
  ],
  coming: [aDuty({ papers: [nurturing] })],
  results: [
    aResult(),
    aResult({ id: '2025-XA014-002', name: 'Lâm Thị Sáu', outcome: 'promoted' }),
    aResult({
      id: '2025-XA014-005',
      name: 'Đội dân phòng ấp 3',
      outcome: 'published',
      link: 'https://guong-sang.example.vn/',
    }),
    aResult({ id: '2025-XA014-006', name: 'Võ Văn Tư', outcome: 'withdrawn' }),
  ],
  events: [event],
});

describe('daily digest', () => {
  it('tells a clerk everything of a busy day', async () => {
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-clerk', full);
    expect(subject).toBe('2 dòng bị trả lại; hạn nộp còn 3 ngày làm việc');
    expect(text).toContain('còn 3 ngày làm việc: trước ngày 15/01/2025, tức muộn nhất hết ngày 14/01/2025');
    expect(text).toContain('11/6/2025, còn 15 ngày làm việc');
  });

  it('orders the sections by urgency', () => {
    const { text } = renderDailyDigest({ ...full, overdue: [aDuty({ daysLate: 3 })], desks: [aDesk()] }, key);
    const titles = text.match(/^— .* —$/gm);
    expect(titles).toEqual([
      '— DÒNG BỊ TRẢ LẠI (2) —',
      '— QUÁ HẠN (1) —',
      '— SẮP ĐẾN HẠN (1) —',
      '— VIỆC THẨM ĐỊNH —',
      '— KẾT QUẢ MỚI (4) —',
      '— NGÀY SẮP TỚI —',
    ]);
  });

  it('asks a reviewer whether stories should stay public, and says that nothing is done by itself', async () => {
    const both = [
      { header: 'Còn giữ vững thành tích', word: 'Không' },
      { header: 'Kết luận', word: 'Thôi theo dõi' },
    ];
    const data = aDigest({
      desks: [aDesk()],
      doubts: [aDoubt(), aDoubt({ id: '2025-CQ01-002', name: 'Trần Văn An', causes: both, reason: '' })],
    });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-doubts', data);
    expect(subject).toBe('12 hồ sơ chờ thẩm định; 2 gương công khai cần xem lại');
    expect(text).toContain('Còn giữ vững thành tích: “Không”; Kết luận: “Thôi theo dõi”.');
    expect(text).toContain('để nguyên thì không phải làm gì, hệ thống không tự gỡ');
  });

  it('tells of requests about public pages before everything else, each with its days and its link', async () => {
    const late = aTicket({
      code: 'DN-0A1B2C3D4E',
      asked: 'Đề nghị gỡ cả trang',
      name: 'Danh Sà Rươl',
      clocks: [
        { of: 'answer', lastDay: '2025-01-07', daysLeft: -2 },
        { of: 'settle', lastDay: '2025-01-09', daysLeft: 0 },
      ],
    });
    const clocks = [{ of: 'answer', lastDay: '2025-01-10', daysLeft: 1 }] as const;
    const ended = aTicket({ code: 'DN-1111111111', ended: 'Không làm theo', clocks: [...clocks] });
    const data = aDigest({ tickets: [late, aTicket({ isOff: true }), ended], desks: [aDesk()] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-tickets', data);
    expect(subject).toBe('1 đề nghị về trang công khai quá hạn; 12 hồ sơ chờ thẩm định');
    expect(text).toContain('Chưa trả lời người đề nghị: đã quá hạn 2 ngày (chậm nhất ngày 07/01/2025).');
    expect(text).toContain('Hôm nay là ngày cuối để xử lý xong.');
    expect(text.match(/Trang hiện không công khai; nếu đề nghị đã được đáp ứng/g)).toHaveLength(1);
    expect(text).toContain('Đã kết thúc: Không làm theo; chưa ai ghi việc trả lời người đề nghị.');
    expect(text).toContain('Trả lời người đề nghị chậm nhất ngày 10/01/2025.');
    expect(text.indexOf('DN-0A1B2C3D4E')).toBeLessThan(text.indexOf('VIỆC THẨM ĐỊNH'));
  });

  it('bundles many requests by story, five stories, and counts the rest', async () => {
    const tickets = Array.from({ length: 14 }, (_, index) =>
      aTicket({ code: `DN-${index}`, story: `trang${index % 7}`, name: `Người thứ ${index % 7}` }),
    );
    const { text } = await expectRendered('dailyDigest', 'daily-digest-tickets-many', aDigest({ tickets }));
    expect(text.match(/2 đề nghị về Người thứ/g)).toHaveLength(5);
    expect(text).toContain('và 4 đề nghị nữa về 2 trang khác');
    for (const code of ['DN-0', 'DN-7']) expect(text).toContain(`Mở ${code}`);
    expect(text).toContain('Xem mọi đề nghị đang chờ của Kế hoạch số 113/KH-UBND');
  });

  it('of many about one story names what is asked by whom, and leads to the list of all', async () => {
    const tickets = Array.from({ length: 11 }, (_, index) =>
      aTicket({
        code: `DN-${index}`,
        ...(index === 0 ? { wish: 'remove' } : { wish: 'correct', asker: 'other' }),
      }),
    );
    const { text } = await expectRendered('dailyDigest', 'daily-digest-tickets-story', aDigest({ tickets }));
    expect(text).toContain('Cần xem trước: DN-0 (gỡ cả trang; người được nêu tên).');
    const list = aTicket().lists.story;
    expect(text).toContain(`Xem cả 11 đề nghị về trang này: ${list}`);
  });

  it('says on the last day that it is the last day', async () => {
    const data = aDigest({
      day: '2025-01-14',
      coming: [aDuty({ workingDaysLeft: 0, awaitsSignature: true })],
    });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-last-day', data);
    expect(subject).toBe('Hôm nay là ngày cuối để nộp 1 danh sách');
    expect(text).toContain('hôm nay là ngày cuối: trước ngày 15/01/2025, tức muộn nhất hết ngày 14/01/2025');
  });

  it('does not call today the last day when only days off are left', () => {
    const coming = [aDuty({ workingDaysLeft: 0, lastDay: '2025-01-12', namedDate: '2025-01-13' })];
    const { text } = renderDailyDigest(aDigest({ day: '2025-01-10', coming }), key);
    expect(text).toContain('sau hôm nay không còn ngày làm việc nào');
  });

  it('names an inclusive deadline by its own day', () => {
    const coming = [aDuty({ strict: false, namedDate: '2025-02-15', lastDay: '2025-02-15' })];
    const { text } = renderDailyDigest(aDigest({ coming }), key);
    expect(text).toContain('còn 3 ngày làm việc: hết ngày 15/02/2025');
    expect(text).not.toContain('trước ngày');
  });

  it('says how to send late', async () => {
    const data = aDigest({ day: '2025-01-17', overdue: [aDuty({ workingDaysLeft: 0, daysLate: 3 })] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-overdue', data);
    expect(subject).toBe('Danh sách quá hạn 3 ngày');
    expect(text).toContain('vẫn nộp được');
  });

  it('groups the units of one person under their deadline', async () => {
    const units = ['Xã Vĩnh Trạch', 'Xã Hiệp Thành', 'Phường Nhà Mát'];
    const coming = units.map((unitName, index) =>
      aDuty({
        unitName,
        counter: `${index}, chỉ tiêu 5–6`,
        link: `https://sheets.example.vn/d/1AbC/edit#gid=${index}`,
      }),
    );
    const { text } = await expectRendered('dailyDigest', 'daily-digest-many-units', aDigest({ coming }));
    expect(text.match(/còn 3 ngày làm việc: /g)).toHaveLength(1);
    for (const line of coming) expect(text).toContain(`  Mở trang tính: ${line.link}`);
  });

  it('gives a reviewer what waits and fifteen names of those missing', async () => {
    const missing = Array.from({ length: 18 }, (_, index) => `Phường ${index + 1}`);
    const data = aDigest({ recipientName: 'Phạm Thu Hà', day: '2025-01-15', desks: [aDesk({ missing })] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-reviewer', data);
    expect(subject).toBe('12 hồ sơ chờ thẩm định; 18 đơn vị chưa nộp');
    expect(text).toContain('Phường 15 và 3 đơn vị nữa.');
    expect(text).not.toContain('Phường 16');
  });

  it('counts what waits on a desk once, however many deadlines it has', () => {
    const desks = [aDesk(), aDesk({ lastDay: '2025-02-14', missing: ['Cụm số 1'] })];
    const { subject, text } = renderDailyDigest(aDigest({ desks }), key);
    expect(subject).toBe('12 hồ sơ chờ thẩm định; 3 đơn vị chưa nộp');
    expect(text.match(/12 hồ sơ/g)).toHaveLength(1);
  });

  it('says until when and why a unit has more time', async () => {
    const extended = { lastDay: '2025-01-17', reason: 'Mưa lũ, mất điện ba ngày' };
    const data = aDigest({
      day: '2025-01-16',
      coming: [aDuty({ workingDaysLeft: 1, lastDay: '2025-01-17', extended })],
    });
    const { text } = await expectRendered('dailyDigest', 'daily-digest-extended', data);
    expect(text).toContain(
      'trước ngày 15/01/2025, được gia hạn đến hết ngày 17/01/2025: Mưa lũ, mất điện ba ngày',
    );
  });

  it('does not call a list late that its clerk sent in time', async () => {
    const overdue = [aDuty({ daysLate: 3, awaitsSignature: true, sentInTime: true })];
    const data = aDigest({ day: '2025-01-17', overdue });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-unsigned', data);
    expect(subject).toBe('1 danh sách chờ thủ trưởng ký');
    expect(text).toContain('người lập đã nộp đúng hạn, thủ trưởng chưa ký');
    expect(text).not.toContain('đã trễ');
  });

  it('tells the head above who below is long overdue', async () => {
    const data = aDigest({ recipientName: 'Sơn Văn Út', day: '2025-01-21', escalations: [anEscalation()] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-escalation', data);
    expect(subject).toBe('2 đơn vị cấp dưới quá hạn chưa nộp');
    expect(text).toContain(
      '2 đơn vị chưa nộp, đã trễ 7 ngày (hạn: hết ngày 14/01/2025): Phường 2; Xã Hiệp Thành.',
    );
  });

  const signing = {
    unitName: 'Xã Vĩnh Trạch',
    plan: '113/KH-UBND',
    timeZone: 'Asia/Ho_Chi_Minh',
    period: 'năm 2025',
    isForHead: true,
    submittedAt: '2025-02-03T02:00:00.000Z',
    workingDaysWaited: 25,
    clerkName: 'Trần Thị Mai',
    headNames: ['Lê Văn Tám'],
    isFirstLinkOver: true,
    expiresAt: '2025-04-09T00:00:00.000Z',
    link: 'https://guong-sang.example.vn/confirm?token=abc.def',
  };

  it('gives a head a new link for a list that waits, and says that the old one is dead', async () => {
    const data = aDigest({ recipientName: 'Lê Văn Tám', day: '2025-03-10', signings: [signing] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-signing-head', data);
    expect(subject).toBe('1 danh sách chờ Ông/Bà ký');
    expect(text).toContain('nộp lúc 09:00 ngày 03/02/2025, đã chờ ký 25 ngày làm việc');
    expect(text).toContain('đã hết hạn; xin dùng liên kết mới này');
    expect(text).toContain(`Xem và ký: ${signing.link}`);
  });

  it('tells the clerk since when the list waits, and what to do when the head gets no mail', async () => {
    const forClerk = { ...signing, isForHead: false, link: 'https://sheets.example.vn/d/1AbC/edit#gid=14' };
    const data = aDigest({ day: '2025-03-10', signings: [forClerk] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-signing-clerk', data);
    expect(subject).toBe('1 danh sách chờ thủ trưởng ký');
    expect(text).toContain('Thư sáng nay gửi Ông/Bà Lê Văn Tám có liên kết ký mới.');
    const nobody = renderDailyDigest(aDigest({ signings: [{ ...forClerk, headNames: [] }] }), key).text;
    expect(nobody).toContain('Đơn vị chưa có thủ trưởng trong danh sách cán bộ');
    const both = renderDailyDigest(aDigest({ signings: [forClerk, signing] }), key);
    expect(both.text).not.toContain('CHỜ THỦ TRƯỞNG KÝ');
  });

  const asking = {
    unitName: 'Xã Vĩnh Trạch',
    key: 'DN1-001',
    kind: 'Gia hạn',
    askedOn: '2025-01-13',
    deadline: { lastDay: '2025-01-14', workingDaysLeft: -1 },
  };
  const helping = { ...asking, key: 'DN1-002', kind: 'Vướng mắc', askedOn: '2025-01-08', deadline: null };
  const requestDesk = {
    unitName: 'Thành phố Bạc Liêu',
    plan: '113/KH-UBND',
    period: 'năm 2025',
    isForHead: false,
    requests: [asking, helping],
    link: 'https://sheets.example.vn/spreadsheets/d/2DeF/edit#gid=5',
  };

  it('tells reviewers which requests wait, since when, and where they are answered', async () => {
    const data = aDigest({ day: '2025-01-15', desks: [aDesk()], requests: [requestDesk] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-requests', data);
    expect(subject).toBe('2 đề nghị chờ trả lời; 12 hồ sơ chờ thẩm định');
    expect(text).toContain('2 đề nghị chưa được trả lời, lâu nhất từ ngày 08/01/2025.');
    expect(text).toContain(
      'Xã Vĩnh Trạch: Gia hạn (DN1-001), gửi ngày 13/01/2025; hạn nộp của đơn vị: hết ngày 14/01/2025, đã qua.',
    );
    expect(text).toContain(requestDesk.link);
  });

  it('asks the head to press, and who is reviewer too to answer', async () => {
    const forHead = { ...requestDesk, isForHead: true };
    const { subject, text } = await expectRendered(
      'dailyDigest',
      'daily-digest-requests-head',
      aDigest({ recipientName: 'Sơn Văn Út', day: '2025-01-16', requests: [forHead] }),
    );
    expect(subject).toBe('2 đề nghị chờ trả lời');
    expect(text).toContain('Xin Ông/Bà đôn đốc người thẩm định trả lời.');
    const both = renderDailyDigest(aDigest({ requests: [forHead, requestDesk] }), key);
    expect(both.subject).toBe('2 đề nghị chờ trả lời');
    expect(both.text).toContain('Xin Ông/Bà ghi trả lời ở tab Đề nghị');
  });

  it('tells a clerk what was noted in the name of the unit, and what to do when others wrote it', async () => {
    const noted = {
      unitName: 'Xã Vĩnh Trạch',
      plan: '113/KH-UBND',
      timeZone: 'Asia/Ho_Chi_Minh',
      period: 'năm 2025',
      key: 'DN1-001',
      kind: 'Gia hạn',
      text: 'Mất điện từ 12 đến 14/01, xin lùi hạn',
      isDropped: false,
      at: '2025-01-13T03:05:00.000Z',
      link: requestDesk.link,
    };
    const gone = { ...noted, key: 'DN1-002', kind: 'Vướng mắc', text: 'Thiếu người nhập', isDropped: true };
    const data = aDigest({ day: '2025-01-14', asked: [noted, gone] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-asked', data);
    expect(subject).toBe('Đã ghi nhận 2 đề nghị của đơn vị');
    expect(text).toContain('Ghi nhận lúc 10:05 ngày 13/01/2025.');
    expect(text).toContain('Dòng này đã bị xóa trắng');
    expect(text).toContain('Nếu không phải đơn vị Ông/Bà gửi hoặc xóa, xin báo ngay');
  });

  it('says beside an overdue list that the unit’s request waits, and for whom', async () => {
    const requests = [{ kind: 'Gia hạn', askedOn: '2025-01-13', parentName: 'Thành phố Bạc Liêu' }];
    const overdue = [aDuty({ workingDaysLeft: 0, daysLate: 1, requests: [...requests, ...requests] })];
    const { text } = await expectRendered(
      'dailyDigest',
      'daily-digest-overdue-asked',
      aDigest({ day: '2025-01-15', overdue }),
    );
    expect(
      text.match(/Đề nghị “Gia hạn” gửi ngày 13\/01\/2025 đang chờ Thành phố Bạc Liêu trả lời\./g),
    ).toHaveLength(1);
  });

  it('tells a scorer how many works wait, with the page that is theirs alone', async () => {
    const link = 'https://functions.example.vn/score?token=abc.def';
    const work = { unitName: 'Thành phố Hà Nội', plan: '282/KH-UBND', period: 'năm 2024 (bài dự thi)' };
    const data = aDigest({ recipientName: 'Đoàn Thu Trang', scorings: [{ ...work, open: 7, link }] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-scorer', data);
    expect(subject).toBe('7 bài dự thi chờ chấm');
    expect(text).toContain('7 bài đang chờ Ông/Bà chấm. Điểm của Ông/Bà chỉ Ông/Bà thấy.');
    expect(text).toContain(link);
  });

  it('tells an administrator of a decree that lapses, with what to do', async () => {
    const decree = { plan: '113/KH-UBND', list: 'Văn bản pháp luật', value: 'Nghị định 152/2025/NĐ-CP' };
    const source = 'Điều 60 khoản 1: hết hiệu lực từ 01/03/2027 nếu không được kéo dài hoặc thay thế';
    const ending = { ...decree, lastDay: '2027-02-28', daysLeft: 90, source };
    const data = aDigest({ recipientName: 'Phạm Thu Hà', day: '2026-11-30', endings: [ending] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-ending', data);
    expect(subject).toBe('Nghị định 152/2025/NĐ-CP sắp hết hiệu lực');
    expect(text).toContain('Dùng được hết ngày 28/02/2027, còn 90 ngày.');
    expect(text).toContain('tab Danh mục của Sổ điều hành');
  });

  it('tells an administrator that the control sheet is wrong, since when, and what stays in force', async () => {
    const fault = {
      plan: '113/KH-UBND',
      timeZone: 'Asia/Ho_Chi_Minh',
      count: 7,
      first: ['Tab “Chỉ tiêu”: không tìm thấy tab này; hãy khôi phục trong Tệp › Nhật ký phiên bản.'],
      wrongSince: '2025-01-02T03:10:00.000Z',
      version: 4,
      versionSince: '2024-12-20T01:00:00.000Z',
      link: 'https://sheets.example.vn/spreadsheets/d/9XyZ/edit#gid=8',
    };
    const data = aDigest({ recipientName: 'Phạm Thu Hà', day: '2025-01-03', controlFaults: [fault] });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-control', data);
    expect(subject).toBe('Sổ điều hành có 7 chỗ cần sửa');
    expect(text).toContain('thấy từ 10:10 ngày 02/01/2025');
    expect(text).toContain('Phiên bản 4, từ 08:00 ngày 20/12/2024, vẫn đang áp dụng.');
    expect(text).toContain('và 6 chỗ nữa');
  });

  it('tells a unit where its tradition day is entered', async () => {
    const data = aDigest({
      day: '2025-01-02',
      undated: [{ unitName: 'Xã Vĩnh Trạch', eventName: 'Ngày truyền thống của đơn vị: sơ kết' }],
    });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-undated', data);
    expect(subject).toBe('Ngày truyền thống của đơn vị chưa được khai');
    expect(text).toContain('cột “Ngày truyền thống” của tab Đơn vị trong Sổ điều hành, ví dụ 19/05');
  });

  it('tells an administrator of holidays that are missing or unchecked', async () => {
    const data = aDigest({
      day: '2031-01-02',
      holidayGaps: [
        { plan: '113/KH-UBND', year: 2031, isMissing: true },
        { plan: '113/KH-UBND', year: 2027, isMissing: false },
      ],
    });
    const { subject, text } = await expectRendered('dailyDigest', 'daily-digest-holidays', data);
    expect(subject).toBe('Ngày nghỉ năm 2031 cần bổ sung, kiểm tra');
    expect(text).toContain('Chưa có danh mục ngày nghỉ');
    expect(text).toContain('chưa được đối chiếu');
  });

  it('names every plan once in the foot', () => {
    const plans = [plan, plan, { ...plan, number: '282/KH-UBND', issuer: 'UBND Thành phố Hà Nội' }];
    const { text } = renderDailyDigest(aDigest({ plans, events: [event] }), key);
    expect(text.match(/113\/KH-UBND – /g)).toHaveLength(1);
    expect(text).toContain('Kế hoạch số 282/KH-UBND – UBND Thành phố Hà Nội');
  });

  it('stays short enough for mail programs on the worst day', () => {
    const many = Array.from({ length: 500 }, (_, index) => aReturned({ id: `2025-XA014-${index}` }));
    const { html, text } = renderDailyDigest(aDigest({ returned: many }), key);
    expect(text).toContain('và 460 dòng nữa');
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  it('says so when there is nothing', () => {
    expect(renderDailyDigest(aDigest(), key).subject).toBe('Hôm nay không có việc mới');
  });
});
