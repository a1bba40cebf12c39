/** The fixed cast of the mail tests: one commune, its district and province, and the boring fields of every mail. */
import type {
  ListedRow,
  NewsData,
  OtherPageLine,
  PlanInfo,
  ReceiptData,
  RequestAnswerData,
  SentBackData,
  SignedReceiptData,
  SignOffRequestData,
  TakedownRequestData,
  WithdrawalNoticeData,
} from '../../functions/mails/data.ts';
import type {
  DailyDigestData,
  DeskLine,
  DoubtLine,
  DutyLine,
  EscalationLine,
  MailTroubleLine,
  MailTroubles,
  ResultLine,
  ReturnedLine,
  TicketLine,
} from '../../functions/mails/digest-data.ts';

export const key = '4f1c9a7e2b6d8035';

export const plan: PlanInfo = {
  number: '113/KH-UBND',
  issuer: 'Ủy ban nhân dân tỉnh Bạc Liêu',
  timeZone: 'Asia/Ho_Chi_Minh',
};

export const rows: ListedRow[] = [
  {
    kind: 'individual',
    name: 'Nguyễn Thị Hoa',
    title: 'Nuôi tôm hai giai đoạn, giúp 18 hộ trong ấp cùng làm',
  },
  { kind: 'individual', name: 'Danh Sà Rươl', title: 'Hai mươi năm dạy chữ Khmer không lấy tiền công' },
  { kind: 'collective', name: 'Tổ hợp tác ấp Công Điền', title: 'Góp vốn xoay vòng, không còn hộ nghèo' },
  {
    kind: 'model',
    name: 'Tuyến đường hoa tự quản',
    title: 'Mỗi hộ chăm 20 mét đường, cả ấp giữ sạch 4 ki-lô-mét',
  },
];

const sheet = 'https://sheets.example.vn/spreadsheets/d/1AbC/edit#gid=14';

const attachment = { documentNumber: '45/KH-UBND', documentDate: '2025-01-10' };

const list = {
  plan,
  period: 'năm 2025',
  unitName: 'Xã Vĩnh Trạch',
  parentName: 'Thành phố Bạc Liêu',
  clerkName: 'Trần Thị Mai',
  version: 1,
  submittedAt: '2025-01-14T09:30:00.000Z',
  daysLate: 0,
  lastDay: '2025-01-14',
  rows,
  attachment,
};

export const aReceipt = (given: Partial<ReceiptData> = {}): ReceiptData => ({
  ...list,
  recipient: { name: 'Trần Thị Mai', role: 'clerk' },
  warnings: [],
  awaitsSignature: true,
  link: sheet,
  ...given,
});

export const aSignOffRequest = (given: Partial<SignOffRequestData> = {}): SignOffRequestData => ({
  ...list,
  headName: 'Lê Văn Tám',
  link: `https://guong-sang.example.vn/confirm?token=${'eyJ1bml0IjoiMTQifQ.'.repeat(6)}Zk_9-x&v=1`,
  expiresAt: '2025-01-21T09:30:00.000Z',
  ...given,
});

export const aSentBack = (given: Partial<SentBackData> = {}): SentBackData => ({
  plan,
  period: 'năm 2025',
  unitName: 'Xã Vĩnh Trạch',
  headName: 'Lê Văn Tám',
  clerkName: 'Trần Thị Mai',
  reason: 'Bổ sung thêm một gương là người dân tộc Khmer ở ấp Biển Đông A.',
  link: sheet,
  ...given,
});

export const anOtherPage: OtherPageLine = {
  name: 'Nguyễn Thị Hoa',
  period: 'năm 2024',
  unitName: 'Xã Vĩnh Trạch',
  plan: '113/KH-UBND',
  url: 'https://guong-sang.example/guong/nguyen-thi-hoa-a2b3c4d5e6',
};

export const aWithdrawal = (given: Partial<WithdrawalNoticeData> = {}): WithdrawalNoticeData => ({
  plan,
  unitName: 'Xã Vĩnh Trạch',
  recipient: { name: 'Lê Văn Tám', role: 'unit' },
  answerBy: '2025-03-04',
  name: 'Nguyễn Thị Hoa',
  title: 'Nuôi tôm hai giai đoạn, giúp 18 hộ trong ấp cùng làm',
  reason: 'Người được nêu tên đề nghị không công khai nữa.',
  by: 'Phạm Thu Hà',
  withdrawnAt: '2025-03-02T02:05:00.000Z',
  otherPages: [],
  ...given,
});

export const aRequestAnswer = (given: Partial<RequestAnswerData> = {}): RequestAnswerData => ({
  plan,
  period: 'năm 2025',
  unitName: 'Xã Vĩnh Trạch',
  parentName: 'Thành phố Bạc Liêu',
  recipientName: 'Trần Thị Mai',
  requestKey: 'DN1-003',
  kind: 'Gia hạn',
  asked: 'Mưa bão, mất điện từ 12 đến 14/01, xin lùi hạn ba ngày.',
  decision: 'Đồng ý, nộp đến hết ngày 17/01/2025',
  answer: 'Mất điện diện rộng đã được xác nhận.',
  answeredBy: 'Phạm Thu Hà',
  answeredAt: '2025-01-13T03:20:00.000Z',
  link: 'https://sheets.example.vn/spreadsheets/d/2DeF/edit#gid=5',
  ...given,
});

export const aSignedReceipt = (given: Partial<SignedReceiptData> = {}): SignedReceiptData => ({
  plan,
  period: 'năm 2025',
  unitName: 'Xã Vĩnh Trạch',
  parentName: 'Thành phố Bạc Liêu',
  clerkName: 'Trần Thị Mai',
  signedName: 'Lê Văn Tám',
  signedAt: '2025-01-14T10:12:00.000Z',
  snapshotId: '9b74c9897bac770ffc029102a200c5de6f1b9a2c0d3e4f5a6b7c8d9e0f1a2b3c',
  rows,
  link: sheet,
  ...given,
});

export const aNews = (given: Partial<NewsData> = {}): NewsData => ({
  plan,
  period: 'năm 2025',
  rowWord: 'gương',
  unitName: 'Xã Vĩnh Trạch',
  headName: 'Lê Văn Tám',
  lines: [
    {
      name: 'Nguyễn Thị Hoa',
      title: 'Nuôi tôm hai giai đoạn, giúp 18 hộ trong ấp cùng làm',
      outcome: 'published',
      by: 'Thành phố Bạc Liêu',
      link: 'https://guong-sang.example.vn/#2025-XA014-001',
    },
    {
      name: 'Danh Sà Rươl',
      title: 'Hai mươi năm dạy chữ Khmer không lấy tiền công',
      outcome: 'promoted',
      by: 'Thành phố Bạc Liêu',
      link: '',
    },
  ],
  ...given,
});

export const aTrouble = (given: Partial<MailTroubleLine> = {}): MailTroubleLine => ({
  key: '0c5e1f7a9b3d48260c5e1f7a9b3d4826',
  to: 'nguoilap.14@khong-ton-tai.vidu.vn',
  subject: 'Mời ký danh sách năm 2025 (4 hồ sơ): Xã Vĩnh Trạch',
  words: 'Máy chủ thư trả lời: “550-5.1.1 The email account that you tried to reach does not exist.”',
  createdAt: '2025-01-14T09:30:00.000Z',
  ...given,
});

export const noTroubles: MailTroubles = {
  uncertain: [],
  failed: [],
  bounced: [],
  held: [],
  waiting: { count: 0, oldest: '', words: '' },
};

/** An administrator's morning. */
export const aTroubledDigest = (troubles: Partial<MailTroubles> = {}): DailyDigestData =>
  aDigest({
    recipientName: 'Phạm Thu Hà',
    day: '2025-01-15',
    mailTroubles: { ...noTroubles, ...troubles },
  });

export const aDuty = (given: Partial<DutyLine> = {}): DutyLine => ({
  unitName: 'Xã Vĩnh Trạch',
  plan: '113/KH-UBND',
  period: 'năm 2025',
  workingDaysLeft: 3,
  daysLate: 0,
  namedDate: '2025-01-15',
  strict: true,
  lastDay: '2025-01-14',
  extended: null,
  counter: '4, chỉ tiêu 5–6',
  papers: [],
  awaitsSignature: false,
  sentInTime: false,
  requests: [],
  link: sheet,
  ...given,
});

export const aReturned = (given: Partial<ReturnedLine> = {}): ReturnedLine => ({
  unitName: 'Xã Vĩnh Trạch',
  id: '2025-XA014-003',
  name: 'Nguyễn Thị Hoa',
  reason: 'Cần ghi rõ số hộ đã thoát nghèo và năm nào.',
  by: 'Thành phố Bạc Liêu',
  link: sheet,
  ...given,
});

export const aDesk = (given: Partial<DeskLine> = {}): DeskLine => ({
  unitName: 'Thành phố Bạc Liêu',
  plan: '113/KH-UBND',
  period: 'năm 2025',
  waiting: 12,
  missing: ['Phường 2', 'Xã Hiệp Thành'],
  lastDay: '2025-01-14',
  link: 'https://sheets.example.vn/spreadsheets/d/2DeF/edit#gid=1',
  ...given,
});

export const aDoubt = (given: Partial<DoubtLine> = {}): DoubtLine => ({
  unitName: 'Sở Y tế',
  plan: '113/KH-UBND',
  period: '6 tháng đầu năm 2025 (đánh giá tiếp theo)',
  id: '2025-CQ01-001',
  name: 'Nguyễn Thị Hoa',
  causes: [{ header: 'Còn giữ vững thành tích', word: 'Không' }],
  reason: 'Mô hình đã dừng từ tháng ba, các hộ không còn làm theo',
  story: 'https://guong-sang.example/guong/nguyen-thi-hoa-k7f3m2q9ab',
  sheet: 'https://sheets.example.vn/spreadsheets/d/3FgH/edit#gid=2',
  ...given,
});

export const anEscalation = (given: Partial<EscalationLine> = {}): EscalationLine => ({
  unitName: 'Thành phố Bạc Liêu',
  plan: '113/KH-UBND',
  period: 'năm 2025',
  missing: ['Phường 2', 'Xã Hiệp Thành'],
  lastDay: '2025-01-14',
  daysLate: 7,
  link: 'https://sheets.example.vn/spreadsheets/d/2DeF/edit#gid=1',
  ...given,
});

export const aResult = (given: Partial<ResultLine> = {}): ResultLine => ({
  unitName: 'Xã Vĩnh Trạch',
  id: '2025-XA014-001',
  name: 'Danh Sà Rươl',
  outcome: 'approved',
  by: 'Thành phố Bạc Liêu',
  link: '',
  ...given,
});

export const aDigest = (given: Partial<DailyDigestData> = {}): DailyDigestData => ({
  recipientName: 'Trần Thị Mai',
  day: '2025-01-09',
  plans: [plan],
  tickets: [],
  returned: [],
  overdue: [],
  coming: [],
  signings: [],
  desks: [],
  requests: [],
  asked: [],
  scorings: [],
  doubts: [],
  escalations: [],
  results: [],
  events: [],
  undated: [],
  holidayGaps: [],
  endings: [],
  controlFaults: [],
  mailTroubles: null,
  ...given,
});

export const aTicket = (given: Partial<TicketLine> = {}): TicketLine => ({
  code: 'DN-4F1C9A7E2B',
  wish: 'photo',
  asker: 'self',
  receivedAt: '2025-01-08T03:00:00.000Z',
  ended: '',
  isOff: false,
  asked: 'Đề nghị gỡ ảnh',
  story: 'k7f3m2q9ab',
  name: 'Nguyễn Thị Hoa',
  unitName: 'Xã Ninh Hòa',
  plan: '113/KH-UBND',
  clocks: [
    { of: 'answer', lastDay: '2025-01-10', daysLeft: 1 },
    { of: 'settle', lastDay: '2025-01-23', daysLeft: 14 },
  ],
  link: 'https://functions.example.vn/ticket?token=eyJjb2RlIjoiRE4ifQ.c2ln',
  lists: {
    story: 'https://functions.example.vn/ticket?token=eyJjb2RlIjoiRE4ifQ.c2ln&list=story',
    all: 'https://functions.example.vn/ticket?token=eyJjb2RlIjoiRE4ifQ.c2ln&list=all',
  },
  ...given,
});

export const aTakedown = (fields: Partial<TakedownRequestData> = {}): TakedownRequestData => ({
  plan,
  recipientName: 'Lê Thị Ánh Tuyết',
  unitName: 'Xã Ninh Hòa',
  name: 'Nguyễn Thị Hoa',
  title: 'Nuôi tôm hai giai đoạn, giúp 18 hộ trong ấp cùng làm',
  asked: 'Đề nghị gỡ cả trang',
  wish: 'Gỡ cả trang',
  asker: 'Người được nêu tên',
  code: 'DN-4F1C9A7E2B',
  receivedAt: '2025-03-05T02:30:00.000Z',
  answerBy: '2025-03-07',
  settleBy: '2025-03-20',
  deskName: 'Phòng Nội vụ Huyện Hồng Dân',
  link: 'https://functions.example.vn/ticket?token=eyJjb2RlIjoiRE4ifQ.c2ln',
  story: 'https://guong-sang.example/guong/nguyen-thi-hoa-k7f3m2q9ab',
  otherPages: [],
  ...fields,
});
