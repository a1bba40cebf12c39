/** The digest's section on control sheets that are wrong: how many faults, since when, what is in force meanwhile. */
import { type Block, bullets, heading, type Item, item, linkTo, paragraph } from './blocks.ts';
import type { ControlFaultLine, DailyDigestData } from './digest-data.ts';
import { moment, planName, say, sayLong } from './wording.ts';

export const controlFaultCount = ({ controlFaults }: DailyDigestData): number =>
  controlFaults.reduce((sum, { count }) => sum + count, 0);

function faultItem(line: ControlFaultLine): Item {
  const rest = line.count - line.first.length;
  return item(
    say`${planName(line.plan)}`,
    [
      `${line.count} chỗ cần sửa, thấy từ ${moment(line.wrongSince, line)}; mọi thay đổi trong sổ từ lúc đó chưa được áp dụng.`,
      `Phiên bản ${line.version}, từ ${moment(line.versionSince, line)}, vẫn đang áp dụng.`,
      ...line.first.map((fault) => sayLong`${fault}`),
      rest > 0 ? `và ${rest} chỗ nữa` : '',
    ],
    linkTo(line.link, 'Mở tab Tình trạng'),
  );
}

export const controlSection = (data: DailyDigestData): Block[] =>
  data.controlFaults.length === 0
    ? []
    : [
        heading(`Sổ điều hành cần sửa (${controlFaultCount(data)})`),
        bullets(data.controlFaults.map(faultItem)),
        paragraph('Xin sửa ngay trong sổ; sửa xong hệ thống tự đọc lại trong vòng 10 phút.'),
      ];
