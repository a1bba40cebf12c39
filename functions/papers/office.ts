/** What an office is called on paper: a commune issues as its People's Committee, a department under the committee above it. */
import type { Unit } from '../domain/unit.ts';
import { blank, type Issuer, type Signature } from './paper.ts';

export interface Office {
  /** In a sentence: "Ủy ban nhân dân xã Ninh Hòa", "Sở Y tế". */
  name: string;
  issuer: Issuer;
  /** In the number of a paper: "UBND"; dotted where only the office knows its own. */
  code: string;
  /** Where papers are dated: "Ninh Hòa", "Phường 2". */
  place: string;
  /** As the head signs. */
  authority: readonly string[];
}

const committee = 'Ủy ban nhân dân';

/** A name that a unit of administration bears; "Tỉnh đoàn", "Huyện ủy" are offices. */
const territory =
  /^(?:(?:Ủy ban nhân dân|UBND) )?(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường|Đặc khu) (.+)$/iu;

/** Offices of a People's Committee by law; of other bodies nothing here says whose they are. */
const departmental = /^(?:Sở|Phòng|Thanh tra|Văn phòng (?:Hội đồng nhân dân|Ủy ban nhân dân|HĐND|UBND)) /u;

interface Territory {
  /** "xã Ninh Hòa". */
  words: string;
  place: string;
}

function toTerritory(name: string): Territory | undefined {
  const [, type, rest] = territory.exec(name.normalize('NFC')) ?? [];
  if (type === undefined || rest === undefined || !/^[\p{Lu}\d]/u.test(rest)) return undefined;
  // A number is no name of a place: "Phường 2, ngày …" (NĐ 30/2020, Phụ lục I, II.4.a).
  return {
    words: `${type.toLocaleLowerCase('vi')} ${rest}`,
    place: /^\d/.test(rest) ? `${upperFirst(type)} ${rest}` : rest,
  };
}

const upperFirst = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
const capitals = (text: string): string => text.toLocaleUpperCase('vi');

const shortName = (unit: Unit): string => {
  const known = toTerritory(unit.name);
  return capitals(known ? `UBND ${known.words}` : unit.name);
};

export function officeOf(unit: Unit, parent: Unit | undefined): Office {
  const own = toTerritory(unit.name);
  if (own)
    return {
      name: `${committee} ${own.words}`,
      issuer: { superior: parent ? shortName(parent) : '', name: [capitals(committee), capitals(own.words)] },
      code: 'UBND',
      place: own.place,
      authority: [`TM. ${capitals(committee)}`, 'CHỦ TỊCH'],
    };
  const above = parent && departmental.test(unit.name) ? parent : undefined;
  return {
    name: unit.name,
    issuer: { superior: above ? shortName(above) : blank.repeat(4), name: [capitals(unit.name)] },
    code: blank,
    place: (above && toTerritory(above.name)?.place) ?? blank.repeat(2),
    authority: ['THỦ TRƯỞNG ĐƠN VỊ'],
  };
}

/** Who is written to: the body that reviews for the unit where the plan names one. */
export const addresseeOf = (unit: Unit, parent: Unit | undefined): string =>
  unit.reviewBody ?? officeOf(unit, parent).name;

/** Nobody's name but that of a signature on record. */
export const headSignature = ({ authority }: Office, name = ''): Signature => ({ authority, name });

export const numberOf = (type: string, { code }: Office): string => `Số: ${blank}/${type}-${code}`;

export const placeAndDate = ({ place }: Office): string =>
  `${place}, ngày ${blank} tháng ${blank} năm ${blank}`;
