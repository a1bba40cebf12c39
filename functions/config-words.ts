/** What each setting of the cloud deployment is and how one looks, for whoever has to write it. */

const settings: Record<string, { what: string; example: string }> = {
  GOOGLE_CLOUD_PROJECT: { what: 'mã dự án Google Cloud', example: 'guong-sang-tinh' },
  LISTING_URL: {
    what: 'địa chỉ trang công khai, bắt đầu bằng https://, không có dấu / ở cuối',
    example: 'https://guong-sang.vidu.vn',
  },
  FUNCTIONS_URL: {
    what: 'địa chỉ các hàm, bắt đầu bằng https://, không có dấu / ở cuối',
    example: 'https://asia-southeast1-guong-sang-tinh.cloudfunctions.net',
  },
  LINK_SECRET: {
    what: 'chuỗi bí mật ít nhất 32 ký tự, lấy từ Secret Manager',
    example: 'kết quả của lệnh: openssl rand -hex 32',
  },
  OIDC_AUDIENCES: {
    what: 'các mã ứng dụng (OAuth client id) được nhận, cách nhau bằng dấu phẩy',
    example: '123-abc.apps.googleusercontent.com,https://ham.vidu.vn',
  },
  PLATFORM_EMAILS: {
    what: 'tài khoản dịch vụ của Cloud Scheduler và Cloud Tasks, cách nhau bằng dấu phẩy',
    example: 'lich@guong-sang-tinh.iam.gserviceaccount.com',
  },
  MAIL_SENDER: { what: 'địa chỉ thư gửi đi', example: 'guong-sang@vidu.vn' },
  MAIL_SENDER_NAME: { what: 'tên người gửi trên thư', example: 'Gương Sáng' },
  MAIL_TRANSPORT: { what: 'cách gửi thư: gmail hoặc smtp', example: 'gmail' },
  MAIL_DELEGATOR: {
    what: 'tài khoản dịch vụ được gửi thay hộp thư MAIL_SENDER (cần khi MAIL_TRANSPORT là gmail)',
    example: 'gui-thu@guong-sang-tinh.iam.gserviceaccount.com',
  },
  SMTP_URL: {
    what: 'máy chủ thư, không có đường dẫn ở cuối (cần khi MAIL_TRANSPORT là smtp)',
    example: 'smtps://tài-khoản:mật-khẩu@thu.vidu.vn:465',
  },
  MAIL_DAILY_LIMIT: { what: 'số thư trong 24 giờ, từ 10 đến 100000', example: '1500' },
  TASK_QUEUE: {
    what: 'tên đầy đủ của hàng đợi Cloud Tasks',
    example: 'projects/guong-sang-tinh/locations/asia-southeast1/queues/thu',
  },
  TASK_ACCOUNT: {
    what: 'tài khoản dịch vụ gọi các hàm',
    example: 'may-chu@guong-sang-tinh.iam.gserviceaccount.com',
  },
  TRUSTED_PROXIES: {
    what: 'số máy chủ trung gian đứng trước các hàm, từ 0 đến 5 (sau Firebase Hosting là 2)',
    example: '2',
  },
  DIGEST_HOUR: { what: 'giờ gửi thư buổi sáng, từ 0 đến 23', example: '7' },
};

/** The value is never repeated: it may be a secret. */
export function settingFault(name: string, value: string | undefined): string {
  const state = value === undefined || value === '' ? 'thiếu' : 'sai dạng';
  const known = settings[name];
  return known ? `${name}: ${state}; hãy ghi ${known.what}, ví dụ ${known.example}` : `${name}: ${state}`;
}
