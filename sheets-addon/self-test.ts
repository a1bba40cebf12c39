/** "Tự kiểm tra": what only the live sheet can show, in one report that a clerk can read out on the phone. */
import { shippedForm } from '../functions/domain/forms/index.ts';
import { toSerial } from './cells.ts';
import { report } from './dialog.ts';
import { callCheck } from './server.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** Either side of midnight in Ha Noi, winter and summer: a wrong zone gives another day for one of them. */
const instants = [
  { at: Date.UTC(2025, 0, 14, 16, 59, 59), shown: '14/01/2025 23:59:59', serial: 45_671 },
  { at: Date.UTC(2025, 6, 14, 17, 0, 0), shown: '15/07/2025 00:00:00', serial: 45_853 },
];

interface Finding {
  isRight: boolean;
  text: string;
}

const expect = (name: string, found: string, wanted: string): Finding =>
  found === wanted
    ? { isRight: true, text: `Đạt: ${name} là ${found}.` }
    : { isRight: false, text: `Không đạt: ${name} là ${found}, cần ${wanted}.` };

const dateFindings = (): Finding[] =>
  instants.flatMap(({ at, shown, serial }) => [
    expect('ngày giờ mẫu', Utilities.formatDate(new Date(at), zone, 'dd/MM/yyyy HH:mm:ss'), shown),
    expect('số ngày mẫu', String(Math.floor(toSerial(new Date(at)))), String(serial)),
  ]);

/** As Tệp › Cài đặt calls it. */
const localeName = (locale: string): string => (locale === 'vi_VN' ? 'Việt Nam' : locale);

function formFinding(): Finding {
  const answer = callCheck();
  if (!answer.ok) return { isRight: false, text: `Không đạt: hỏi hệ thống chưa được. ${answer.message}` };
  const { form } = answer.units[0] ?? {};
  if (!form) return { isRight: true, text: 'Không có tab nào của bạn ở đây để so biểu mẫu.' };
  const mine = shippedForm(form.id);
  if (!mine)
    return {
      isRight: false,
      text: 'Không đạt: tiện ích chưa có biểu mẫu của tab này, cần bản tiện ích mới.',
    };
  return expect(`biểu mẫu “${mine.title}”`, `phiên bản ${mine.version}`, `phiên bản ${form.version}`);
}

export function selfTest(): void {
  const book = SpreadsheetApp.getActive();
  const findings = [
    expect('múi giờ của bảng tính', book.getSpreadsheetTimeZone(), zone),
    expect('múi giờ của tiện ích', Session.getScriptTimeZone(), zone),
    expect('ngôn ngữ của bảng tính', localeName(book.getSpreadsheetLocale()), localeName('vi_VN')),
    ...dateFindings(),
    formFinding(),
  ];
  const wrong = findings.filter(({ isRight }) => !isRight).length;
  report(
    'Tự kiểm tra',
    wrong === 0
      ? 'Mọi thứ đều đạt.'
      : `Có ${wrong} điểm không đạt. Hãy chụp màn hình này gửi người quản trị.`,
    findings.map(({ text }) => text),
  );
}
