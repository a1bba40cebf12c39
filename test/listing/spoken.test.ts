/** What is written for the eye, and how somebody on the air says it. */
import { expect, it } from 'vitest';
import { toSpoken } from '../../functions/listing/spoken.ts';

it.each([
  ['320 triệu đồng/ha/năm', '320 triệu đồng một héc-ta một năm'],
  ['giảm 55% vụ việc', 'giảm 55 phần trăm vụ việc'],
  ['hiến 4.200 m² đất; 3,1 km lộ', 'hiến 4.200 mét vuông đất; 3,1 ki-lô-mét lộ'],
  ['ngày 05/03/2025', 'ngày 5 tháng 3 năm 2025'],
  ['ngày 5/3 và 6/3, đêm 30/4', 'ngày 5 tháng 3 và 6 tháng 3, đêm 30 tháng 4'],
  ['tháng 2/2025, từ 11/2021', 'tháng 2 năm 2025, từ tháng 11 năm 2021'],
  ['tháng 3-5/2025, quý II/2025', 'tháng 3 đến tháng 5 năm 2025, quý II năm 2025'],
  ['còn 4 giờ/hồ sơ', 'còn 4 giờ một hồ sơ'],
  ['đạt 3,8/4; 15/18 hộ; 9/9 tiêu chí', 'đạt 3,8 trên 4; 15 trên 18 hộ; 9 trên 9 tiêu chí'],
  ['3.5 ki-lô-mét, 3.5 km, 3.500 m', '3,5 ki-lô-mét, 3,5 ki-lô-mét, 3.500 mét'],
  ['25.000đ/kg, 300 người/km²', '25.000 đồng một ki-lô-gam, 300 người một ki-lô-mét vuông'],
  ['7h30, 60 km/h', '7 giờ 30, 60 ki-lô-mét một giờ'],
  ['15-20 hộ, giai đoạn 2021-2025', '15 đến 20 hộ, giai đoạn 2021 đến 2025'],
  ['45/QĐ-UBND', '45/QĐ-UBND'],
  ['số 45/2021, 12/2025/NĐ-CP, Quyết định 5/2021', 'số 45/2021, 12/2025/NĐ-CP, Quyết định 5/2021'],
  ['ấp 30/4, tổ 3/12 hộ, 24/7', 'ấp 30/4, tổ 3/12 hộ, 24/7'],
  ['ông/bà, 12 xã/phường', 'ông/bà, 12 xã/phường'],
  ['Covid-19, phiên bản 3.5', 'Covid-19, phiên bản 3.5'],
  ['8 kmh và 3 hai', '8 kmh và 3 hai'],
])('says "%s" as "%s"', (written, spoken) => {
  expect(toSpoken(written)).toBe(spoken);
});
