/**
 * Days off of state agencies in Viet Nam beside weekends, by year: Bộ luật Lao động 2019, art. 112 (eleven days: 01/01,
 * five at Tết, Giỗ Tổ Hùng Vương on 10/3 lunar, 30/4, 01/5, two around 02/9), art. 111.3 (a day that falls on a weekend
 * is made good on the next working day), and working days swapped for a Saturday by the notice of the year. Which five
 * days Tết has is set by a notice each year. `isChecked` only where the named papers say the days (as ministries,
 * provinces or the press reported them) and nothing about the year is open; an administrator checks the others. A Saturday worked in exchange stays a Saturday here: nobody is reminded on it.
 */

export interface HolidayYear {
  year: number;
  /** Where the days come from, in Vietnamese. */
  source: string;
  isChecked: boolean;
  /** ISO dates, or "first/last" with all days between. */
  days: readonly string[];
}

const law = 'Bộ luật Lao động 2019, Điều 111, 112';

export const vietnamHolidays: readonly HolidayYear[] = [
  {
    year: 2021,
    source: `${law}; Tết Tân Sửu 10/02–16/02 và Quốc khánh 02/9–03/9 theo thông báo 4875/TB-LĐTBXH`,
    isChecked: true,
    days: [
      '2021-01-01',
      '2021-02-10/2021-02-16',
      '2021-04-21',
      '2021-04-30/2021-05-03',
      '2021-09-02/2021-09-03',
    ],
  },
  {
    year: 2022,
    source: `${law}; Tết Nhâm Dần theo công văn 245 của Văn phòng Chính phủ, tháng 01/2022`,
    isChecked: true,
    days: [
      '2022-01-03',
      '2022-01-31/2022-02-04',
      '2022-04-11',
      '2022-05-02/2022-05-03',
      '2022-09-01/2022-09-02',
    ],
  },
  {
    year: 2023,
    source: `${law}; Tết Quý Mão 20/01–26/01 theo ý kiến Phó Thủ tướng do Văn phòng Chính phủ truyền đạt`,
    isChecked: true,
    days: [
      '2023-01-02',
      '2023-01-20/2023-01-26',
      '2023-04-29/2023-05-03',
      '2023-09-01/2023-09-04',
    ],
  },
  {
    year: 2024,
    source: `${law}; Tết Giáp Thìn 08/02–14/02 và Quốc khánh 02/9–03/9 theo thông báo 5015/TB-LĐTBXH ngày 22/11/2023, ngày 29/4 hoán đổi theo công văn 2450/VPCP-KGVX ngày 12/4/2024`,
    isChecked: true,
    days: [
      '2024-01-01',
      '2024-02-08/2024-02-14',
      '2024-04-18',
      '2024-04-29/2024-05-01',
      '2024-09-02/2024-09-03',
    ],
  },
  {
    year: 2025,
    source: `${law}; Tết Ất Tỵ 25/01–02/02 và ngày 02/5 hoán đổi theo công văn 8726/VPCP-KGVX ngày 26/11/2024 và thông báo 6150/TB-BLĐTBXH ngày 03/12/2024`,
    isChecked: true,
    days: [
      '2025-01-01',
      '2025-01-25/2025-02-02',
      '2025-04-07',
      '2025-04-30/2025-05-02',
      '2025-09-01/2025-09-02',
    ],
  },
  {
    year: 2026,
    source: `${law}; Tết Bính Ngọ 14/02–22/02, Quốc khánh và ngày 31/8 hoán đổi theo thông báo 9441 ngày 16/10/2025 của Bộ Nội vụ, 02/01 theo công văn 12729/VPCP-KGVX ngày 25/12/2025; cần xem lại: 24/11 (Nghị quyết 80-NQ/TW) có thành ngày nghỉ theo luật`,
    isChecked: false,
    days: [
      '2026-01-01/2026-01-02',
      '2026-02-14/2026-02-22',
      '2026-04-27',
      '2026-04-30/2026-05-01',
      '2026-08-31/2026-09-02',
    ],
  },
  {
    year: 2027,
    source: `${law}; mùng 1 Tết Đinh Mùi là 06/02/2027, năm ngày nghỉ Tết tạm tính từ 29 tháng Chạp; chờ thông báo của năm; cần xem lại: 24/11 (Nghị quyết 80-NQ/TW) có thành ngày nghỉ theo luật`,
    isChecked: false,
    days: [
      '2027-01-01',
      '2027-02-05/2027-02-11',
      '2027-04-16',
      '2027-04-30',
      '2027-05-03',
      '2027-09-02/2027-09-03',
    ],
  },
];
