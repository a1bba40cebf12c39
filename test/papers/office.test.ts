/** What offices are called on paper, and what is left to them because nothing here knows it. */
import { expect, it } from 'vitest';
import type { Unit } from '../../functions/domain/unit.ts';
import { addresseeOf, numberOf, officeOf, placeAndDate } from '../../functions/papers/office.ts';

const aUnit = (name: string): Unit => ({ id: '1', name, kind: 'x', parent: null });

it.each([
  ['Xã Ninh Hòa', 'Ủy ban nhân dân xã Ninh Hòa', 'XÃ NINH HÒA', 'Ninh Hòa'],
  ['Phường 2', 'Ủy ban nhân dân phường 2', 'PHƯỜNG 2', 'Phường 2'],
  ['Thị trấn Ngan Dừa', 'Ủy ban nhân dân thị trấn Ngan Dừa', 'THỊ TRẤN NGAN DỪA', 'Ngan Dừa'],
  ['Thành phố Bạc Liêu', 'Ủy ban nhân dân thành phố Bạc Liêu', 'THÀNH PHỐ BẠC LIÊU', 'Bạc Liêu'],
  ['Đặc khu Phú Quốc', 'Ủy ban nhân dân đặc khu Phú Quốc', 'ĐẶC KHU PHÚ QUỐC', 'Phú Quốc'],
  ['UBND phường Ninh Hà', 'Ủy ban nhân dân phường Ninh Hà', 'PHƯỜNG NINH HÀ', 'Ninh Hà'],
])('%s issues as its People’s Committee', (unit, name, capitals, place) => {
  const office = officeOf(aUnit(unit.normalize('NFD')), aUnit('Tỉnh Bạc Liêu'));
  expect(office.name).toBe(name);
  expect(office.issuer).toEqual({ superior: 'UBND TỈNH BẠC LIÊU', name: ['ỦY BAN NHÂN DÂN', capitals] });
  expect(office.place).toBe(place);
  expect(office.authority).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  expect(numberOf('TTr', office)).toBe('Số: ……/TTr-UBND');
});

it('puts a department under the committee it belongs to', () => {
  const office = officeOf(aUnit('Sở Y tế'), aUnit('Tỉnh Bạc Liêu'));
  expect(office.issuer).toEqual({ superior: 'UBND TỈNH BẠC LIÊU', name: ['SỞ Y TẾ'] });
  expect(placeAndDate(office)).toBe('Bạc Liêu, ngày …… tháng …… năm ……');
  expect(numberOf('TTr', office)).toBe('Số: ……/TTr-……');
});

it.each(['Tỉnh đoàn Bạc Liêu', 'Huyện ủy Hồng Dân', 'Công an tỉnh', 'Công ty TNHH Sóng Ngàn'])(
  'does not guess to whom %s belongs or where it sits',
  (name) => {
    const office = officeOf(aUnit(name), aUnit('Tỉnh Bạc Liêu'));
    expect(office.name).toBe(name);
    expect(office.issuer.superior).toMatch(/^…+$/);
    expect(office.issuer.name).toEqual([name.toLocaleUpperCase('vi')]);
    expect(office.place).toMatch(/^…+$/);
  },
);

it('has nobody above the top', () => {
  expect(officeOf(aUnit('Tỉnh Bạc Liêu'), undefined).issuer.superior).toBe('');
});

it('writes to the body that reviews, where the plan names one', () => {
  const province = { ...aUnit('Tỉnh Bạc Liêu'), reviewBody: 'Sở Nội vụ' };
  expect(addresseeOf(province, undefined)).toBe('Sở Nội vụ');
  expect(addresseeOf(aUnit('Huyện Hồng Dân'), province)).toBe('Ủy ban nhân dân huyện Hồng Dân');
});
