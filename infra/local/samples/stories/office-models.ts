/** Invented models (ways of working that others can take over) of offices of the province. */
import { type ModelStory, told } from '../story.ts';

const way = { kind: 'model', setting: 'office', field: 'office' } as const;

export const officeModels: ModelStory[] = told<ModelStory, typeof way>(way, [
  {
    id: 'office-no-appointment',
    sector: 'Xây dựng hệ thống chính trị',
    name: 'Mô hình “<Công sở thân thiện|Ngày không viết|Hồ sơ không hẹn lại>”, {host}',
    affiliation: '{host}',
    movement: 'Thi đua cải cách hành chính',
    numbers: { tt: [16, 48], phut: [15, 40, 5], luot: [2600, 9400, 100], ty: [90, 99] },
    title: '<{tt} thủ tục trả ngay|Trả kết quả sau {phut} phút>, dân không phải trở lại',
    body: [
      '<Một bà cụ đi ba chuyến xe cho một con dấu|Phiếu góp ý nào cũng ghi “đi lại nhiều lần”> làm cả cơ quan suy nghĩ.',
      'Mô hình bắt đầu tháng {month}/{year}: {tt} thủ tục đơn giản <giải quyết trong {phut} phút|trả ngay tại quầy>, cán bộ <viết giúp, dân chỉ kiểm rồi ký|lấy dữ liệu có sẵn, không hỏi lại điều đã biết>.',
      '?Lãnh đạo <mỗi tuần đóng vai người dân đi nộp thử|ngồi quầy một buổi>.',
      '{luot} lượt hồ sơ đã qua, {ty}% xong trong một lần tới.',
    ],
    results: '{tt} thủ tục; {luot} lượt; {ty}% xong trong một lần',
    method:
      'Bước 1: <thống kê thủ tục phải đi lại nhiều, tìm nguyên do|ngồi quầy một tuần, đếm lần phải quay lại>. Bước 2: bỏ giấy thừa, <dùng dữ liệu có sẵn, soạn mẫu điền nửa|ủy quyền ký tại chỗ>. Bước 3: mỗi quầy một người chịu trách nhiệm từ đầu tới cuối, <có người thay khi vắng|dán tên và số gọi>. Bước 4: hỏi người dân ngay khi ra về, <họp sửa mỗi thứ sáu|tháng nào cũng công khai kết quả>.',
  },
  {
    id: 'office-sister-commune',
    within: { thoat: 'ho' },
    sector: 'Kinh tế',
    name: 'Mô hình “<Mỗi phòng kết nghĩa một ấp|Cơ quan đồng hành cùng hộ nghèo>”, {host}',
    affiliation: '{host}',
    movement: 'Vì người nghèo – Không để ai bị bỏ lại phía sau',
    numbers: { phong: [5, 14], ho: [30, 130, 2], thoat: [18, 90], trieu: [150, 620, 10] },
    title: '{phong} phòng kết nghĩa {phong} ấp, {thoat} hộ <thoát nghèo|có sinh kế bền>',
    body: [
      'Cho quà một lần <không làm ai hết nghèo|rồi thôi thì năm sau lại nghèo>; cơ quan <chọn ở lại với từng nhà|đổi cách: một phòng, một ấp, ba năm>.',
      'Từ năm {year}, {phong} phòng kết nghĩa với {phong} ấp, {ho} hộ có <người đỡ đầu riêng|sổ theo dõi riêng>: <con giống, việc làm, học phí, bảo hiểm|vướng đâu gỡ đó>.',
      '?Cán bộ <phải ăn ít nhất một bữa cơm mỗi tháng tại nhà hộ mình|biết cả tên con gà đầu đàn>.',
      '{trieu} triệu đồng vốn quay vòng, {thoat} hộ <ra khỏi danh sách nghèo|đã tự đứng vững>.',
    ],
    results: '{phong} ấp; {ho} hộ; {thoat} hộ thoát nghèo; {trieu} triệu đồng vốn quay vòng',
    method:
      'Bước 1: <khảo sát từng hộ, hỏi cần gì, ghi bằng lời của họ|chọn ấp bằng bốc thăm>. Bước 2: mỗi phòng một ấp, <mỗi người hai hộ|chia theo sở trường>. Bước 3: viết kế hoạch một trang cho mỗi hộ, <có ba việc và hạn|cùng ký>. Bước 4: quay vòng vốn nhỏ, <trả dần không lãi|hộ trước góp lại cho hộ sau>. Bước 5: nửa năm đánh giá, <hộ khá lên kèm hộ mới|đổi cách nếu không hiệu quả>.',
  },
  {
    id: 'office-digital-files',
    sector: 'Xây dựng hệ thống chính trị',
    name: 'Mô hình “<Phòng họp không giấy|Kho hồ sơ số|Một lần nhập, nhiều nơi dùng>”, {host}',
    affiliation: '{host}',
    movement: 'Chuyển đổi số, phổ cập kỹ năng số',
    numbers: { hs: [8200, 46000, 100], giay: [320, 900, 10], phut: [2, 9], trieu: [90, 380, 10] },
    title: 'Số hóa {hs} hồ sơ, tìm một văn bản còn {phut} phút',
    body: [
      '<Kho giấy cũ mối ăn|Mỗi lần cần một quyết định cũ là phải leo lên kho>, có khi mất cả buổi không thấy.',
      'Từ năm {year}, mô hình <quét theo thứ tự cần dùng nhất trước|chia mỗi phòng một giờ mỗi ngày>, đặt tên theo một quy ước, <kiểm chéo trước khi lưu|có hai người rà>.',
      '?Người lớn tuổi trong cơ quan <được cử làm “người đọc chữ viết tay”|đố nhau tìm văn bản cũ nhanh nhất>.',
      '{hs} hồ sơ đã số hóa, <giảm {giay} ram giấy một năm|bớt {giay} ram giấy>, tiết kiệm {trieu} triệu đồng, tìm chỉ mất {phut} phút.',
    ],
    results: '{hs} hồ sơ; giảm {giay} ram giấy; tiết kiệm {trieu} triệu đồng/năm',
    method:
      'Bước 1: <kiểm kê, xếp theo lần hay dùng|lập danh sách mười loại hồ sơ cần nhất>. Bước 2: thống nhất <cách đặt tên, nơi lưu, ai được xem|một quy ước chung và bảng phân quyền>. Bước 3: quét theo giờ cố định, <kiểm chéo 10%|hai người rà từng lô>. Bước 4: tập huấn toàn cơ quan, <thi tìm nhanh|mỗi phòng một người kèm>. Bước 5: hằng quý sao lưu và <diễn tập mất điện|kiểm tra phục hồi>.',
  },
  {
    id: 'office-exchange',
    within: { theo: 'guong' },
    sector: 'Văn hóa – xã hội',
    field: 'culture',
    name: 'Mô hình “<Người thật, việc thật|Kể chuyện gương sáng|Ba mươi phút đầu tháng>”, {host}',
    affiliation: '{host}',
    movement: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    numbers: { ky: [14, 48], guong: [30, 140, 2], theo: [18, 76], luot: [900, 5200, 50] },
    title: '{ky} buổi kể chuyện, {theo} việc tốt <được làm theo|lan ra>',
    body: [
      'Sinh hoạt cũ <đọc tài liệu ai cũng mỏi|ai cũng cúi xem điện thoại>; cơ quan đổi thành ba mươi phút <kể một việc có thật, của người có thật|mời người làm được nói tự nhiên>.',
      'Từ năm {year}, {guong} gương được kể, <từ bác bảo vệ trả ví tới cô tạp vụ nuôi mẹ già|người của cơ quan và người ngoài đường>.',
      '?Mỗi câu chuyện kết bằng câu hỏi <“ngày mai mình làm gì?”|“ai muốn làm chung?”>.',
      '{theo} việc tốt đã được làm theo, {luot} lượt nghe lại <bản ghi âm|trên bảng tin>.',
    ],
    results: '{ky} buổi; {guong} gương; {theo} việc làm theo; {luot} lượt nghe lại',
    method:
      'Bước 1: <mở hộp thư giới thiệu, ai cũng được ghi tên người khác|tìm chuyện từ bảo vệ, lái xe tới lãnh đạo>. Bước 2: xin phép người được kể, <cho họ đọc trước|không kể điều họ không muốn>. Bước 3: kể trong mười phút, <chuyện cụ thể, không khen suông|một hình, một con số>. Bước 4: cùng chọn một việc làm theo, <tháng sau kể lại kết quả|ghi lên bảng>. Bước 5: gửi bản ghi cho nơi khác.',
  },
]);
