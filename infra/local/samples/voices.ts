/** Sentences that any story may borrow, so that two tellings of one deed do not sound alike. */
import type { ExemplarKind } from '../../../functions/domain/form.ts';

interface Voices {
  /** Said in the middle of the story. */
  middle: readonly string[];
  /** Said at the end. */
  end: readonly string[];
}

const individual: Voices = {
  middle: [
    'Hỏi vì sao làm vậy, {he} chỉ cười: “Mình có thì chia, mai mốt bà con giúp lại mình.”',
    'Người thân lo {he} cực quá, {he} nói làm mà vui thì không thấy mệt.',
    'Những ngày đầu không ít lời bàn ra, {he} lặng lẽ làm cho mọi người thấy.',
    'Có hôm trời mưa trắng đồng, {he} vẫn giữ đúng lời hẹn.',
    'Cuốn sổ tay bìa xanh của {he} ghi đủ từng ngày, từng người, từng việc.',
    '{He} hay nói: “Việc nhỏ mà làm hoài thì cũng thành việc lớn.”',
    'Cả nhà cùng phụ một tay, đứa út còn nhỏ cũng giành phần việc nhẹ.',
    'Gặp khó, {he} tìm người biết mà hỏi chứ không giấu dốt.',
    '{He} không nhận mình giỏi, chỉ nói mình chịu khó hơn người ta một chút.',
    'Lúc nản nhất, một lời động viên của cụ hàng xóm đã giữ {he} ở lại với việc này.',
    'Tiền bạc đâu ra đó, {he} ghi lên tấm bảng trước nhà cho ai cũng xem được.',
    'Điện thoại của {he} gần như không tắt, nửa đêm có người gọi vẫn nghe.',
    'Có lần đau nằm một chỗ, {he} vẫn nhờ người tới coi việc có trôi chảy không.',
    'Với {he}, điều khó nhất không phải thiếu tiền mà là làm cho người ta tin.',
    'Chiếc xe máy cũ của {he} đã thay ba lần bánh vì những chuyến đi ấy.',
    'Không có phụ cấp nào cho việc này, {he} cũng chưa một lần nhắc tới.',
    'Mấy lần được hỏi ghi công, {he} xin dành cho người cùng làm.',
  ],
  end: [
    'Bà con quý {he} vì nói là làm, làm tới nơi tới chốn.',
    'Cách làm ấy đang được nhiều người tìm tới học.',
    'Ai ghé nhà, {he} cũng kể phần khó trước rồi mới kể phần được.',
    'Nhắc tên {he}, từ người già tới con nít ở đây đều biết.',
    'Mong ước của {he} là có thêm người trẻ nối tiếp.',
    'Việc làm lặng lẽ ấy được tập thể bình chọn với số phiếu cao nhất.',
    '{He} đã nhận lời kể lại kinh nghiệm cho các nơi bạn trong năm tới.',
    'Nhiều gia đình coi {he} như người trong nhà.',
    'Từ một người làm, nay đã thành nếp của cả xóm.',
    'Con cháu {he} lấy đó làm điều tự hào và đang tiếp bước.',
    'Điều để lại lớn nhất là niềm tin rằng mình cũng làm được.',
    'Năm nay {he} đăng ký tiếp tục mở rộng, không đợi ai nhắc.',
    'Ở đây người ta nói vui: có việc khó cứ kêu {he}.',
    'Chuyện của {he} đã được kể trên loa truyền thanh và ai nghe cũng gật đầu.',
    'Nhìn kết quả hôm nay, những người từng nghi ngại là những người khen đầu tiên.',
    'Có người hỏi bí quyết, {he} đáp gọn: kiên nhẫn.',
  ],
};

const collective: Voices = {
  middle: [
    'Họp ít, làm nhiều, việc gì cũng có tên người chịu trách nhiệm.',
    'Lúc đầu chỉ vài người theo, giờ ai vắng một bữa là thấy thiếu.',
    'Chỗ nào vướng, cả nhóm cùng ngồi lại, không ai đổ lỗi cho ai.',
    'Sổ thu chi treo công khai, người ngoài cũng mở ra coi được.',
    'Người lớn tuổi chỉ cách, người trẻ góp sức, không ai đứng ngoài.',
    'Thiếu kinh phí, anh chị em xoay từ vật liệu cũ và công sức của mình.',
    'Có lúc tưởng phải dừng, mọi người biểu quyết làm tiếp với toàn bộ cánh tay giơ lên.',
    'Bài học rút ra được ghi thành một trang giấy dán ngay cửa ra vào.',
    'Mỗi quý một lần, tập thể tự chấm điểm mình trước khi nghe người khác chấm.',
    'Ai có hoàn cảnh khó đều được chia phần việc nhẹ hơn.',
  ],
  end: [
    'Tập thể được bình chọn tiêu biểu với sự đồng thuận gần như tuyệt đối.',
    'Nhiều nơi đã tới xem tận mắt và đem về áp dụng.',
    'Điều ai cũng nhắc là sự đoàn kết giữ được qua những lúc khó nhất.',
    'Kết quả ấy là của từng người, kể cả những người chưa bao giờ lên nhận giấy khen.',
    'Năm tới tập thể đăng ký giúp thêm một nơi bạn còn yếu.',
    'Từ một nhóm nhỏ, nay đã thành chỗ dựa của bà con.',
    'Người mới tới thường nói: vô đây thấy mình phải cố gắng.',
    'Tiếng lành đồn xa, nhiều người xin vào cùng làm.',
    'Đó là lý do bà con gọi nơi này bằng cái tên thân thương “nhà mình”.',
  ],
};

const model: Voices = {
  middle: [
    'Điểm mấu chốt là dân bàn trước, làm sau, và thấy được kết quả sớm.',
    'Kinh phí ban đầu rất ít, phần lớn là công và vật liệu sẵn có.',
    'Người phản đối hôm đầu nay là người đi giới thiệu mô hình.',
    'Ba tháng đầu chậm, sau đó tự lan ra không cần ai đốc thúc.',
    'Chỗ khó nhất là giữ cho đều, nên sổ theo dõi được giao cho chính bà con.',
    'Mọi con số đều được đọc lên trước khi ghi vào báo cáo.',
    'Làm sai thì sửa ngay trong tuần, không đợi tới kỳ họp.',
    'Lúc bắt đầu chỉ chọn một nhóm nhỏ để dễ thấy, dễ chỉnh.',
  ],
  end: [
    'Nơi khác chỉ cần một người chịu đứng mũi là có thể làm theo.',
    'Mô hình đã được đưa vào quy ước chung và có người giữ lâu dài.',
    'Tài liệu hướng dẫn hai trang đang được chia sẻ cho các nơi cần.',
    'Đoàn các địa phương bạn đến xem đều hỏi cách lấy lòng tin của dân.',
    'Điều kiện áp dụng không khó: họp thật, số thật, người thật.',
    'Trong năm, mô hình được chọn để giới thiệu ở hội nghị sơ kết.',
    'Qua rà soát, cách làm này tiết kiệm và bền vì dân tự giữ.',
    'Cái được lớn nhất là người dân thấy đó là việc của mình.',
  ],
};

export const voices: Record<ExemplarKind, Voices> = { individual, collective, model };
