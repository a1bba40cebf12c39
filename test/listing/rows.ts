/** Public rows for the tests: one with every field, and fifty that read like real ones. */
import type { Plan } from '../../functions/domain/plan.ts';
import type { PublicRow } from '../../functions/domain/public-row.ts';
import { type Lead, toLead } from '../../functions/listing/lead.ts';
import { toPlanTable } from '../../functions/listing/plan-table.ts';
import { compareLeads, cut as cutRoll, toText } from '../../functions/listing/roll.ts';
import { type Shelf, shelfOf } from '../../functions/listing/shelf.ts';
import type { Site } from '../../functions/listing/site.ts';
import { kh113BacLieu } from '../../functions/plans/kh-113-bac-lieu.ts';

export const aPublicRow = (fields: Partial<PublicRow> = {}): PublicRow => ({
  id: '2025-31813-003',
  planId: 'kh-113-bac-lieu',
  kind: 'individual',
  honorific: 'Bà',
  name: 'Nguyễn Thị Hoa',
  birthYear: 1985,
  position: 'Nông dân, Tổ trưởng Tổ hợp tác nuôi tôm',
  affiliation: 'Hội Nông dân phường 2',
  unitId: '31813',
  unit: 'Phường 2',
  unitPath: ['Thành phố Bạc Liêu', 'Tỉnh Bạc Liêu'],
  sector: 'Kinh tế',
  movement: 'Nông dân thi đua sản xuất, kinh doanh giỏi',
  title: 'Nuôi tôm hai giai đoạn, giúp 18 hộ trong khóm cùng làm',
  summary:
    'Từ năm 2022, bà chuyển 1,2 ha đất sang nuôi tôm hai giai đoạn, tự ghi chép từng vụ rồi hướng dẫn lại cho bà con. Đến nay 18 hộ trong khóm làm theo, không hộ nào bị thua lỗ, ba hộ đã thoát nghèo.',
  keyResults: '18 hộ làm theo; lợi nhuận bình quân 320 triệu đồng/ha/năm',
  need: '',
  method: '',
  preconditions: '',
  resources: '',
  replicatedIn: '',
  impactScope: 'Xã, phường, thị trấn',
  awardTrack: 'Thường xuyên',
  priorAwards: 'Giấy khen; 45/QĐ-UBND; 12/12/2023; UBND thành phố Bạc Liêu',
  stage: 'Bồi dưỡng',
  photo: null,
  planNumber: '113/KH-UBND',
  period: '2025',
  approvedBy: 'Tỉnh Bạc Liêu',
  level: 'Cấp tỉnh',
  approvedOn: '2025-03-05',
  steps: [
    { step: 'found', unit: 'Phường 2', on: '2025-01-10' },
    { step: 'approved', unit: 'Thành phố Bạc Liêu', on: '2025-02-05' },
    { step: 'approved', unit: 'Tỉnh Bạc Liêu', on: '2025-03-05' },
  ],
  isCut: false,
  ...fields,
});

const people = [
  'Trần Văn Bình|Ông|Giáo viên về hưu',
  'Lê Thị Ánh Tuyết|Bà|Y sĩ trạm y tế',
  'Danh Sà Rươl|Ông|Người có uy tín',
  'Phạm Quốc Đạt|Ông|Công nhân cơ khí',
  'Huỳnh Ngọc Ẩn|Ông|Cựu chiến binh',
  'Võ Thị Bé Sáu|Bà|Chi hội trưởng phụ nữ',
  'Đặng Hữu Phước|Ông|Kỹ sư nông nghiệp',
  'Nguyễn Thị Ỷ Lan|Bà|Tiểu thương chợ phường',
  'Lý Minh Khôi|Ông|Bí thư Đoàn',
  'Thạch Thị Sa Ray|Bà|Nghệ nhân dệt chiếu',
];

const units = ['Phường 2', 'Xã Vĩnh Trạch', 'Xã Hưng Thành', 'Thị trấn Phước Long', 'Xã Ninh Thạnh Lợi'];

const deeds = [
  'Hai mươi năm mở lớp học tình thương cho trẻ bến sông|Mỗi tối, sau giờ chợ tan, căn nhà nhỏ cạnh bến đò lại sáng đèn. Lớp không thu tiền, sách vở do phụ huynh cũ gom tặng; nhiều em nay đã thành thợ, thành cô giáo.|{n} em biết đọc, biết viết; 7 em vào đại học',
  'Dựng tủ thuốc và tổ đi bộ đường dài cho người cao huyết áp|Thấy nhiều bác lớn tuổi bỏ thuốc giữa chừng, trạm lập sổ nhắc từng nhà. Sáng thứ Bảy cả tổ đo huyết áp rồi cùng đi bộ quanh hồ, ai vắng hai tuần có người ghé thăm.|{n} người theo đều; đột quỵ giảm một nửa sau 2 năm',
  'Vận động phum sóc hiến đất mở lộ, không nhận bồi thường|Ban đầu chỉ ba nhà gật đầu. Ông đem phần đất ruộng của mình cắm cọc trước, rồi ngồi lại với từng họ tộc, nghe hết chuyện ranh giới cũ. Sau một mùa khô, xe máy vào được tận chùa.|{n} hộ hiến 4.200 m² đất; 3,1 km lộ bê tông',
  'Cải tiến bộ gá kẹp, cứu lô hàng xuất khẩu đúng hạn|Máy phay hỏng giữa đêm, hãng báo chờ hai tuần. Anh tháo bộ gá cũ, vẽ lại trên giấy carton và tự tiện chi tiết mới; ca sau chạy êm, sai số còn nhỏ hơn thiết kế ban đầu.|Tiết kiệm {n} triệu đồng mỗi năm; tỷ lệ phế phẩm còn 0,4%',
  'Giữ rừng phòng hộ bằng những chuyến tuần tra không lương|Hơn mười năm, cứ con nước rong là chiếc vỏ lãi của ông rời bến. Lưới giăng trái phép ông gỡ, cây non gãy ông trồng giặm; thanh niên trong ấp dần theo học nghề giữ đước.|{n} chuyến tuần tra; 12 ha rừng phục hồi',
  'Nồi cháo nghĩa tình trước cổng bệnh viện|Bốn giờ sáng chị em thay nhau nhóm bếp. Gạo do tiểu thương góp, rau lấy từ vườn chi hội. Người nuôi bệnh xa nhà có bữa nóng, còn được chỉ đường làm thủ tục, giữ giúp hành lý.|{n} suất mỗi tuần, không ngày nào nghỉ',
  'Đưa giống lúa chịu mặn về vùng cuối kênh|Ba vụ liền thử tám giống trên thửa ruộng mượn, ghi độ mặn mỗi sáng. Khi chọn được giống đứng vững ở bốn phần nghìn, tổ sản xuất tự nhân hạt, đổi cho nhau không lấy lời.|Năng suất 5,8 tấn/ha; {n} ha gieo lại sau hạn mặn',
  'Quầy hàng không túi ni lông giữa chợ|Sạp cá của bà phát giỏ lục bình cho khách quen, ai đem giỏ lại bớt hai nghìn. Chuyện nhỏ mà lan khắp dãy hàng tươi; ban quản lý lấy làm quy ước chung từ đầu năm.|Bớt {n} kg ni lông mỗi tháng; 46 sạp làm theo',
  'Đội số hóa lưu động giúp người già làm giấy tờ tại nhà|Mang máy tính tới tận giường bệnh, các bạn trẻ chụp, điền, nộp rồi quay lại trao kết quả. Gặp cụ không nhớ mật khẩu, đội dán thẻ hướng dẫn chữ to, có hình.|{n} hồ sơ trực tuyến; thời gian chờ từ 6 ngày còn 2',
  'Giữ nghề chiếu cói, dạy lại cho người khuyết tật|Khung dệt đặt thấp cho người ngồi xe lăn là sáng kiến của bà. Mẫu hoa văn cổ chép từ ba nghệ nhân cuối cùng, nay in thành tập; học viên tháng đầu đã có thu nhập.|{n} học viên; thu nhập 3,5 triệu đồng/tháng',
];

const cut = (line: string): string[] => line.split('|');

/** Ten stories told by fifty people: real lists repeat themselves about as much. */
export const manyPublicRows = (count = 50): PublicRow[] =>
  Array.from({ length: count }, (_, index) => {
    const [name = '', honorific = '', position = ''] = cut(people[(index * 3) % 10] as string);
    const [title = '', summary = '', results = ''] = cut(
      deeds[(index * 7 + Math.floor(index / 10)) % 10] as string,
    );
    const unit = units[(index + Math.floor(index / 5)) % 5] as string;
    const id = `2025-${31_800 + index * 3}-${String((index % 6) + 1).padStart(3, '0')}`;
    return aPublicRow({
      id,
      name,
      honorific,
      position,
      birthYear: 1950 + ((index * 17) % 50),
      affiliation: `Hội Nông dân ${unit.toLowerCase()}`,
      unit,
      title,
      summary,
      keyResults: results.replace('{n}', String(14 + ((index * 37) % 400))),
      priorAwards:
        index % 3 === 0 ? 'Chưa có' : `Giấy khen; ${40 + index}/QĐ-UBND; 12/12/2023; UBND huyện Hồng Dân`,
      approvedOn: `2025-0${1 + (index % 3)}-${String(5 + (index % 20)).padStart(2, '0')}`,
    });
  });

export const site: Site = { url: 'https://guong-sang.example' };

export const updatedAt = '2025-03-05T01:00:00.000Z';

export const aLead = (fields: Partial<PublicRow> = {}): Lead => toLead(aPublicRow(fields));

/** What readers would have after these rows were published under a plan. */
export function shelfWith(rows: readonly PublicRow[], plan: Plan = kh113BacLieu): Shelf {
  const leads = rows.map(toLead).sort(compareLeads);
  return shelfOf(
    cutRoll(leads).map(toText),
    [toPlanTable(plan, new Set(rows.map(({ unitId }) => unitId)))],
    updatedAt,
  );
}
