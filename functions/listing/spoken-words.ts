/** Words that say what a number beside them is: a measure, a count of things, a day, or part of a name. */

/** As written, and as said. */
export const measures: Record<string, string> = {
  '%': 'phần trăm',
  '‰': 'phần nghìn',
  '°C': 'độ C',
  '℃': 'độ C',
  'km²': 'ki-lô-mét vuông',
  km2: 'ki-lô-mét vuông',
  km: 'ki-lô-mét',
  'm²': 'mét vuông',
  m2: 'mét vuông',
  'm³': 'mét khối',
  m3: 'mét khối',
  m: 'mét',
  dm: 'đề-xi-mét',
  cm: 'xăng-ti-mét',
  mm: 'mi-li-mét',
  ha: 'héc-ta',
  kg: 'ki-lô-gam',
  mg: 'mi-li-gam',
  g: 'gam',
  ml: 'mi-li-lít',
  l: 'lít',
  kWh: 'ki-lô-oát giờ',
  kW: 'ki-lô-oát',
  đ: 'đồng',
  VNĐ: 'đồng',
};

const oneOf = (words: Iterable<string>): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');

export const measureWords = oneOf(Object.keys(measures));

/** Sums and weights that are written out. */
export const amountWords = 'đồng|triệu|nghìn|ngàn|tỷ|tỉ|tấn|tạ|yến';

export const timeWords = 'năm|quý|tháng|tuần|ngày|đêm|buổi|giờ|tiếng|phút|giây';

/** What is counted out of others, "15/18 hộ", and what a range is of: "2-3 hộ". */
export const countedWords =
  'hộ|người|em|cháu|học sinh|hội viên|đảng viên|đoàn viên|thành viên|tiêu chí|chỉ tiêu|điểm|xã|phường|ấp|khóm|thôn|tổ|chi bộ|đơn vị|trường|lớp|cơ sở|doanh nghiệp|tuyến|hồ sơ|vụ|gia đình|diện tích|số';

/** How often. */
export const timesWords = 'lần|lượt|bữa|buổi|chuyến|suất|cữ|ca|vòng|giờ|tiếng|phút';

/** Before so much "per": "4 giờ/hồ sơ". */
export const perWords = oneOf(
  `${timeWords}|h|s|hồ sơ|người|khẩu|lao động|hộ|em|cháu|học sinh|vụ|lứa|lượt|lần|ca|chuyến|suất|bữa|sản phẩm|con|cây|căn|chiếc|bao|thùng|tấn|tạ|lít|công|sào|${measureWords}`.split(
    '|',
  ),
);

/** Before such a word n/m is the name of a place or the number of a paper. */
export const nameWords =
  'số|ấp|khóm|thôn|khu phố|khu|tổ|lớp|khối|đội|đường|phố|hẻm|ngõ|quốc lộ|kế hoạch|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|điều|khoản|mục';

export const end = '(?![\\p{L}\\p{N}²³])';
