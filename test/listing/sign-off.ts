/** A sign-off page for the tests: open, two rows, every field filled in. */
import type { SignOffPage } from '../../functions/listing/sign-off-page.ts';

export const aSignOffPage = (fields: Partial<SignOffPage> = {}): SignOffPage => ({
  unitName: 'Xã Ninh Hòa',
  planTitle: 'Phát hiện, bồi dưỡng, nhân rộng các gương điển hình tiên tiến',
  planNumber: '113/KH-UBND',
  listTitle: 'Danh sách đăng ký mô hình, gương điển hình tiên tiến',
  rowWord: 'gương',
  timeZone: 'Asia/Ho_Chi_Minh',
  rows: [
    { kind: 'individual', name: 'Nguyễn Thị Hoa', title: 'Nuôi tôm hai giai đoạn, giúp bà con cùng làm' },
    { kind: 'collective', name: 'Tổ hợp tác ấp Ninh Bình', title: 'Giữ 3 km kênh sạch rác quanh năm' },
  ],
  submittedAt: '2025-01-10T01:00:00.000Z',
  clerk: 'Trần Văn Bình',
  headName: 'Lê Thị Ánh Tuyết',
  expiresAt: '2025-01-14T10:00:00.000Z',
  action: 'https://guongsang.vidu.vn/confirm',
  token: 'abc.def',
  snapshotId: '9b74c9897bac770ffc029102a200c5de',
  state: 'open',
  ...fields,
});
