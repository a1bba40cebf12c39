/** Invented deeds in enterprises: workers, teams and ways of working. */
import { type CollectiveStory, type IndividualStory, type ModelStory, type Story, told } from '../story.ts';

const person = { kind: 'individual', setting: 'firm', field: 'work', sector: 'Kinh tế' } as const;
const team = { kind: 'collective', setting: 'firm', field: 'work', sector: 'Kinh tế' } as const;
const way = { kind: 'model', setting: 'firm', field: 'work', sector: 'Kinh tế' } as const;

const firmPeople = told<IndividualStory, typeof person>(person, [
  {
    id: 'firm-inventor',
    position: '<Công nhân cơ điện|Tổ trưởng cơ khí>',
    affiliation: '{host}',
    age: [28, 54],
    movement: 'Lao động giỏi, lao động sáng tạo',
    numbers: { sk: [3, 9], trieu: [240, 1150, 10], giam: [18, 45], nam: [6, 18] },
    title: '{sk} sáng kiến từ <bàn hàn|phế liệu> làm lợi {trieu} triệu đồng',
    body: [
      '{nam} năm đứng máy, {he} <nghe tiếng rung là biết ổ trục sắp hư|thuộc từng con ốc của dây chuyền>.',
      'Máy nhập ngoại chờ linh kiện ba tháng, {he} <vẽ bằng phấn trên nền xưởng rồi tự chế|tháo cái quạt hư, giàn phơi cũ để thử>, từ năm {year} đã có {sk} sáng kiến được công nhận.',
      '?<Hàn hư bảy lần mới được|Cháy hai mô-tơ, {he} xin đền, giám đốc cười>: lần sau chạy êm ru.',
      'Thời gian dừng máy giảm {giam}%, làm lợi {trieu} triệu đồng, <thợ trẻ được chỉ lại từng bước|{he} dạy lại cho cả ca>.',
    ],
    results: '{sk} sáng kiến; lợi {trieu} triệu đồng; giảm {giam}% thời gian dừng máy',
  },
  {
    id: 'firm-shift-leader',
    position: '<Tổ trưởng tổ chế biến|Trưởng ca>',
    affiliation: '{host}',
    age: [30, 52],
    sex: 'female',
    movement: 'Giỏi việc nước, đảm việc nhà',
    numbers: { nguoi: [28, 90], nang: [12, 30], nghi: [40, 80, 5] },
    title: '<Ca làm vui|Tổ {nguoi} người> tăng {nang}% năng suất nhờ <giấc ngủ trưa|biết lắng nghe>',
    body: [
      'Mùa tôm chạy hàng, chị em <đứng mười tiếng, tay tê cóng|vừa lột tôm vừa lo con nhỏ ở nhà>.',
      'Từ năm {year}, {he} <đổi lịch xoay vị trí mỗi hai giờ, xin ghế tựa và giấc ngủ trưa|lập bảng theo dõi, ai mệt được đổi liền>, <người mới có người cũ đứng sát bên trọn tuần|ghi sinh nhật từng chị lên bảng>.',
      '?Có lần {he} <nhường suất thưởng của mình cho chị bị bệnh|đứng thay ca đêm cho người có con sốt>.',
      'Năng suất của {nguoi} người tăng {nang}%, tỷ lệ nghỉ việc giảm {nghi}%.',
    ],
    results: 'Năng suất tăng {nang}%; nghỉ việc giảm {nghi}%; tổ {nguoi} người',
  },
  {
    id: 'firm-director',
    position: 'Giám đốc doanh nghiệp',
    affiliation: '{host}',
    age: [36, 62],
    as: 'business',
    scope: ['Huyện, thị xã, thành phố', 'Tỉnh'],
    numbers: { viec: [120, 640, 10], ty: [12, 76], nha: [6, 22], nam: [7, 21] },
    title: 'Giữ {viec} việc làm qua <đợt đơn hàng rớt|mùa khó>, tặng {nha} căn nhà cho công nhân',
    body: [
      'Đầu năm {year}, đơn hàng <bị hủy liên tiếp|xuống còn một nửa>, nhiều nơi cho thợ nghỉ; {he} <họp cả xưởng, nói thật con số và xin cùng chia khó|bán chiếc xe riêng trả đủ lương tháng đó>.',
      'Không ai bị sa thải: {he} <chuyển người sang sửa máy, trồng rau, học nghề mới|tìm mối nội địa, làm hàng nhỏ>, {viec} người giữ được việc.',
      '?{nam} năm làm chủ, {he} vẫn <ăn cơm ca với công nhân|biết tên con của từng người tổ trưởng>.',
      'Năm sau doanh thu trở lại, nộp ngân sách {ty} tỷ đồng, {nha} căn nhà được <trao cho người thợ lâu năm khó khăn|xây từ quỹ công ty và công góp>.',
    ],
    results: 'Giữ {viec} việc làm; nộp ngân sách {ty} tỷ đồng; {nha} căn nhà',
  },
  {
    id: 'firm-safety',
    position: 'Cán bộ an toàn, vệ sinh lao động',
    affiliation: '{host}',
    age: [27, 50],
    sector: 'Văn hóa – xã hội',
    numbers: { nguy: [80, 320, 5], ngay: [420, 1600, 10], buoi: [26, 90] },
    title: '{ngay} ngày không tai nạn, <tìm ra {nguy} mối nguy|nhờ đi kiểm tra mỗi sáng>',
    body: [
      'Sau một lần <đồng nghiệp mất ngón tay|điện giật hụt trong kho lạnh>, {he} <không ngủ được|xin chuyển từ văn phòng xuống xưởng>, quyết tìm hết mối nguy.',
      'Từ tháng {month}/{year}, mỗi sáng {he} <mang theo tập dán giấy vàng|ghi sổ tay>, gặp điều gì nguy hiểm là <dán tại chỗ, ghi tên người chịu sửa và hạn|ghi nhận, báo và quay lại xem>; đã có {nguy} điểm được sửa.',
      '?Các bài tập huấn {buoi} buổi <quay bằng chính anh chị trong xưởng|kể chuyện thật, không đọc quy định>.',
      'Tới nay xưởng đã qua {ngay} ngày không tai nạn lao động.',
    ],
    results: '{ngay} ngày không tai nạn; {nguy} mối nguy được khắc phục; {buoi} buổi tập huấn',
  },
  {
    id: 'firm-engineer',
    position: 'Kỹ sư <vận hành điện gió|nuôi trồng|môi trường>',
    affiliation: '{host}',
    age: [25, 45],
    numbers: { kwh: [120, 690, 10], trieu: [180, 920, 10], nuoc: [25, 60, 5], sv: [12, 48] },
    title: 'Tiết kiệm <{trieu} triệu đồng|{nuoc}% nước>, đưa {sv} sinh viên vào xưởng',
    body: [
      'Nghĩ rằng <gió và nước của quê mình không phải để phí|số liệu phải biết nói>, {he} <đo từng giờ suốt một năm|lắp cảm biến rẻ tiền tự mua>.',
      'Từ năm {year}, cách điều chỉnh theo số liệu của {he} giúp <bớt {kwh} nghìn kWh|giảm {nuoc}% nước rửa>, làm lợi {trieu} triệu đồng mỗi năm.',
      '?{He} <mời sinh viên vào xưởng nói chuyện trên bảng trắng|dạy thêm cho các em con công nhân>, {sv} em đã thực tập.',
      'Quy trình được <ghi lại rõ ràng, ca nào cũng chạy được|lấy làm tài liệu chung của đơn vị>.',
    ],
    results: 'Tiết kiệm {trieu} triệu đồng/năm; giảm {nuoc}% nước; {kwh} nghìn kWh',
  },
]);

const firmTeams = told<CollectiveStory, typeof team>(team, [
  {
    id: 'firm-line',
    name: 'Tổ <Đông lạnh|Chế biến|Đóng gói> số {so}, {host}',
    collectiveType: 'Tập thể nhỏ trực thuộc',
    affiliation: '{host}',
    members: [24, 80],
    women: [60, 90],
    movement: 'Năng suất, chất lượng, hiệu quả',
    numbers: { so: [1, 6], nang: [9, 28], loi: [30, 75, 5], tan: [240, 1400, 10] },
    title: '<{tan} tấn hàng không lỗi lớn|Giảm {loi}% hàng lỗi>, lương tăng {nang}%',
    body: [
      'Hàng hay bị trả lại <vì vài ký không đạt|giữa mùa cao điểm>, cả tổ <bị trừ thưởng mà không biết lỗi ở khâu nào|ai cũng đổ cho khâu khác>.',
      'Từ năm {year}, tổ <chụp hình từng lỗi, treo kèm người chỉ cách sửa|đổi vai mỗi tuần để hiểu việc nhau>, <mỗi ca mở đầu bằng năm phút nhìn lại hôm qua|ai thấy lỗi là dừng dây chuyền, không bị trách>.',
      '?Ngày đạt kỷ lục, <cả tổ được tô cháo vịt|nấu nồi chè lớn ăn chung>.',
      '{tan} tấn hàng xuất đi, lỗi giảm {loi}%, thu nhập tăng {nang}%.',
    ],
    results: '{tan} tấn; lỗi giảm {loi}%; thu nhập tăng {nang}%',
  },
  {
    id: 'firm-union',
    sector: 'Văn hóa – xã hội',
    name: 'Công đoàn cơ sở {host}',
    collectiveType: 'Tập thể nhỏ trực thuộc',
    affiliation: '{host}',
    members: [90, 620],
    women: [45, 75],
    movement: 'Chăm lo đời sống đoàn viên, người lao động',
    numbers: { bua: [26, 34], phong: [18, 60], chau: [36, 120], lan: [4, 12] },
    title: 'Bữa ca {bua} ngàn đồng, {phong} phòng trọ sạch và <lớp giữ trẻ|{chau} cháu có chỗ gửi>',
    body: [
      'Công nhân phần lớn là <người ở huyện khác thuê trọ|gia đình trẻ có con nhỏ>, tối về <phòng nóng như lò, con gửi hàng xóm|mỗi người một nỗi lo>.',
      'Từ năm {year}, công đoàn <thương lượng được bữa ca {bua} ngàn đồng|ký thỏa ước thêm {lan} điều có lợi>, sửa {phong} phòng trọ, mở điểm giữ {chau} cháu ngay cạnh cổng.',
      '?Lương trễ một ngày cũng có <đại diện đi hỏi|lời giải thích từ giám đốc>.',
      'Các buổi đối thoại <có ghi biên bản, việc hẹn phải làm|không còn đình công tự phát>.',
    ],
    results: 'Bữa ca {bua} ngàn đồng; {phong} phòng trọ được sửa; {chau} cháu có chỗ gửi',
  },
  {
    id: 'firm-export',
    name: 'Phòng Kinh doanh, {host}',
    collectiveType: 'Tập thể nhỏ trực thuộc',
    affiliation: '{host}',
    members: [7, 19],
    women: [40, 70],
    numbers: { ty: [18, 96], moi: [4, 12], ho: [140, 620, 10], gia: [6, 15] },
    title: '{moi} thị trường mới, mua cho {ho} hộ giá cao hơn {gia}%',
    body: [
      '<Hàng chỉ bán qua trung gian, nông dân chịu ép giá|Trước đây ai mua gì thì bán nấy>, phòng quyết <đi gặp khách tận nơi|tự học tiếng, tự làm hồ sơ xuất khẩu>.',
      'Từ năm {year}, mở được {moi} thị trường, <mỗi lô có truy xuất tới tên ấp|nhãn kể chuyện con tôm Bạc Liêu>, doanh số {ty} tỷ đồng.',
      '?Có lô bị giữ ở cảng, <cả phòng thay nhau thức theo múi giờ khách|trưởng phòng bay đêm sang gỡ>.',
      'Lợi nhuận được chia lại: {ho} hộ bán tôm, muối với giá cao hơn {gia}%.',
    ],
    results: '{moi} thị trường; {ty} tỷ đồng; {ho} hộ được mua giá cao hơn {gia}%',
  },
]);

const firmWays = told<ModelStory, typeof way>(way, [
  {
    id: 'firm-chain',
    name: 'Mô hình liên kết <bao tiêu tôm sạch|chuỗi muối sạch|vùng nguyên liệu chung>, {host}',
    affiliation: '{host}',
    movement: 'Doanh nghiệp đồng hành cùng nông dân',
    scope: ['Huyện, thị xã, thành phố', 'Tỉnh'],
    numbers: { ho: [80, 360, 5], gia: [6, 16], ha: [150, 900, 10], ung: [3, 9] },
    title: '{ho} hộ và nhà máy cùng <chung một sổ|ký bao tiêu>, giá hơn {gia}%',
    body: [
      'Được mùa rớt giá, <thương lái bỏ chạy|nhà máy thì thiếu hàng>: nông dân và doanh nghiệp <khổ cùng một lúc|lỡ hẹn nhau nhiều năm>.',
      'Từ năm {year}, mô hình <ứng {ung} tỷ đồng giống, thức ăn, trả khi thu hoạch|bao tiêu trước vụ, giá sàn ghi rõ>; <kỹ thuật viên ở lại ấp|mỗi mười hộ có một người hướng dẫn>.',
      '?Ký hợp đồng <ngay tại sân nhà dân, cả hai bên đọc to|bằng giấy hai mặt dễ hiểu>.',
      '{ha} ha, {ho} hộ tham gia, giá cao hơn thị trường {gia}%, <không bên nào bỏ hợp đồng|chưa một lô bị trả>.',
    ],
    results: '{ho} hộ, {ha} ha; giá cao hơn {gia}%; ứng vốn {ung} tỷ đồng',
    method:
      'Bước 1: <chọn hộ có nước tốt và giữ chữ tín|họp từng ấp, nghe lo ngại>. Bước 2: ký hợp đồng <một trang, có giá sàn và cách xử khi rủi ro|đọc to trước dân>. Bước 3: ứng giống, cử người <ở lại cùng ghi sổ|kiểm mẫu nước mỗi tuần>. Bước 4: thu mua tại ao, <cân trước mặt, trả tiền trong ba ngày|công khai kết quả kiểm>. Bước 5: cuối vụ <chia lời vượt, cùng rút kinh nghiệm|mời hộ mới>.',
  },
  {
    id: 'firm-green',
    name: 'Mô hình “<Nhà máy không nước thải|Vòng tròn vỏ tôm|Ba xanh>”, {host}',
    affiliation: '{host}',
    sector: 'Văn hóa – xã hội',
    movement: 'Xây dựng doanh nghiệp xanh',
    numbers: { tan: [90, 520, 10], giam: [25, 65, 5], trieu: [320, 980, 10], cay: [900, 4200, 100] },
    title: 'Biến {tan} tấn vỏ tôm thành <phân bón|sản phẩm>, giảm {giam}% nước thải',
    body: [
      '<Mùi vỏ tôm từng làm bà con quanh nhà máy đóng cửa cả ngày|Rác sản xuất trước phải chở đi rất xa>.',
      'Từ năm {year}, {tan} tấn vỏ tôm mỗi năm <được ủ thành phân hữu cơ|làm nguyên liệu chitin>, nước rửa <lọc dùng lại|qua ao cây thủy trúc>, giảm {giam}%.',
      '?Bà con <được mời vào tận bể xử lý xem|có đường dây báo mùi, 30 phút là có người tới>.',
      'Lợi thêm {trieu} triệu đồng, trồng {cay} cây quanh nhà máy, <trường học tới tham quan|kinh trước cổng lại có cá>.',
    ],
    results: '{tan} tấn vỏ tôm; giảm {giam}% nước thải; lợi {trieu} triệu đồng; {cay} cây',
    method:
      'Bước 1: <cân, đo mọi thứ thải ra trong một tháng|vẽ dòng chất thải>. Bước 2: chọn <ba thứ tốn nhất để xử lý trước|việc dễ làm trước>. Bước 3: lắp lọc, ủ phân, <tập cho từng ca phân loại|giao chỉ tiêu cho mỗi tổ>. Bước 4: mời <dân quanh nhà máy giám sát mỗi quý|công khai bảng số ngoài cổng>. Bước 5: bán phân, chia thưởng <cho tổ đạt tốt|quay lại trồng cây>.',
  },
  {
    id: 'firm-apprentice',
    name: 'Mô hình “<Thợ già kèm thợ trẻ|Vừa học vừa có lương|Xưởng học>”, {host}',
    affiliation: '{host}',
    sector: 'Văn hóa – xã hội',
    numbers: { em: [24, 110, 2], gv: [6, 18], viec: [85, 98], luong: [5, 8] },
    title: '{em} bạn trẻ <vừa học vừa có lương|có nghề mà không rời quê>',
    body: [
      '<Học xong cấp ba, đám trẻ lên xe đi Bình Dương|Doanh nghiệp thiếu thợ, thanh niên thiếu việc, hai bên không gặp nhau>.',
      'Từ tháng {month}/{year}, {gv} thợ lành nghề <mỗi người nhận kèm ba bạn|trở thành thầy>, bạn trẻ <nhận {luong} triệu đồng mỗi tháng từ ngày đầu|vừa học vừa có {luong} triệu đồng>.',
      '?Lễ ra nghề <phải làm được món do chính người mua chấm|được tặng bộ đồ nghề>.',
      '{em} bạn đã học, {viec}% có việc, <nhiều bạn trở lại kèm lớp sau|nửa số là con hộ nghèo>.',
    ],
    results: '{em} bạn trẻ, {viec}% có việc; {gv} thợ kèm; {luong} triệu đồng/tháng',
    method:
      'Bước 1: <về các trường nói chuyện, cho xem xưởng|mời cha mẹ tham quan>. Bước 2: chọn thợ biết dạy, <cho học cách dạy hai ngày|giao không quá ba người một thầy>. Bước 3: sáu tháng <vừa làm vừa học, có lương|mỗi tuần một buổi lý thuyết>. Bước 4: thi tay nghề bằng sản phẩm thật, <khách chấm|người dùng nhận xét>. Bước 5: ký việc, <người ra nghề kèm lớp sau|theo dõi hai năm>.',
  },
]);

export const firmStories: Story[] = [...firmPeople, ...firmTeams, ...firmWays];
