/** The search of the list: without marks, any way of writing a tone, unfinished and misspelt words, best first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchWords } from '../../functions/domain/search-words.ts';
import { noFilter } from '../../functions/listing/filter.ts';
import { look } from '../../functions/listing/look.ts';
import { hostileText } from './hostile.ts';
import { aPublicRow, shelfWith } from './rows.ts';

const people = [
  ['Nguyễn Văn A', 'Giữ rừng ven biển'],
  ['Nguyễn Văn An', 'Dạy chữ cho trẻ em nghèo'],
  ['Trần Thị Hoà', 'Nuôi tôm hai giai đoạn'],
  ['Trần Thị Hòa Bình', 'Mở lớp học tình thương'],
  ['Đặng Hữu Phước', 'Chế máy gieo hạt'],
  ['Dang Sa Rươl', 'Hiến đất mở lộ'],
] as const;

const shelf = shelfWith(
  people.map(([name, title], index) =>
    aPublicRow({ id: `2025-31813-00${index + 1}`, name, title, keyResults: 'x', position: '' }),
  ),
);

const found = (query: string) => look(shelf, { ...noFilter, query });
const namesFor = (query: string): string[] => found(query).leads.map(({ name }) => name);

describe('a search', () => {
  it.each([
    ['nguyen van a', ['Nguyễn Văn A']],
    ['nguyễn văn a', ['Nguyễn Văn A']],
    ['NGUYEN VAN AN', ['Nguyễn Văn An']],
    ['hoà', ['Trần Thị Hoà', 'Trần Thị Hòa Bình']],
    ['hòa', ['Trần Thị Hoà', 'Trần Thị Hòa Bình']],
    ['hòa'.normalize('NFD'), ['Trần Thị Hoà', 'Trần Thị Hòa Bình']],
    ['dang', ['Dang Sa Rươl', 'Đặng Hữu Phước']],
    ['đặng', ['Đặng Hữu Phước', 'Dang Sa Rươl']],
    ['nuôi tôm', ['Trần Thị Hoà']],
    ['gieo', ['Đặng Hữu Phước']],
    ['phuoc dan', ['Đặng Hữu Phước']],
  ])('for "%s" finds %j', (query, names) => {
    expect(namesFor(query)).toEqual(names);
    expect(found(query).isNear).toBe(false);
  });

  it.each([
    ['nguyan van an', 'Nguyễn Văn An'],
    ['dagn huu phuoc', 'Đặng Hữu Phước'],
    ['binhh', 'Trần Thị Hòa Bình'],
    ['ngueyn van an', 'Nguyễn Văn An'],
    ['nguyen ven ahn', 'Nguyễn Văn An'],
    ['dang huu phuowcs', 'Đặng Hữu Phước'],
    ['dag huu phuowcs', 'Đặng Hữu Phước'],
  ])('for the slip "%s" finds %s, and says that it is near', (query, name) => {
    expect(namesFor(query)).toContain(name);
    expect(found(query).isNear).toBe(true);
  });

  it.each([
    ['do ti thuy yen', 'Đỗ Thị Thúy Yến'],
    ['do tih thuy yen', 'Đỗ Thị Thúy Yến'],
    ['d thi thuy yen', 'Đỗ Thị Thúy Yến'],
    ['do thi thuy yen ban', 'Đỗ Thị Thúy Yến'],
    ['tra ti sa rinh', 'Trà Thị Sa Rinh'],
    ['tra thi sa rin h', 'Trà Thị Sa Rinh'],
    ['cao tuyetnga', 'Cao Tuyết Nga'],
    ['c ao tuyet nga', 'Cao Tuyết Nga'],
    ['tuyetnga', 'Cao Tuyết Nga'],
    ['huynh cih loc', 'Huỳnh Chí Lộc'],
    ['bà đõ tị thúy yến', 'Đỗ Thị Thúy Yến'],
  ])('for the slip "%s" among short words finds %s alone, and says that it is near', (query, name) => {
    const some = shelfWith(
      ['Đỗ Thị Thúy Yến', 'Trà Thị Sa Rinh', 'Cao Tuyết Nga', 'Huỳnh Chí Lộc', 'Lê Văn Tám'].map(
        (one, index) => aPublicRow({ id: `2025-31813-00${index + 1}`, name: one, position: '' }),
      ),
    );
    const { leads, isNear } = look(some, { ...noFilter, query });
    expect(leads.map((lead) => lead.name)).toEqual([name]);
    expect(isNear).toBe(true);
  });

  it('takes y and i at the end of "sĩ", "mỹ", "lý", "quý" for one letter, and "thúy" for no "thui"', () => {
    const some = shelfWith(
      ['Bác Sĩ', 'Lâm Mỹ Loan', 'Trần Minh', 'Lý Quý', 'Võ Thúy', 'Mai Thy', 'Lê Thị Mai'].map(
        (name, index) =>
          aPublicRow({
            id: `2025-31813-00${index + 1}`,
            name,
            honorific: '',
            title: 'x',
            keyResults: 'x',
            position: '',
          }),
      ),
    );
    const names = (query: string): string[] => {
      const { leads, isNear } = look(some, { ...noFilter, query });
      return leads.map(({ name }) => (isNear ? `gần đúng: ${name}` : name));
    };
    expect(names('bác sỹ')).toEqual(['Bác Sĩ']);
    expect(names('mĩ loan')).toEqual(['Lâm Mỹ Loan']);
    expect(names('lâm mĩ')).toEqual(['Lâm Mỹ Loan']);
    expect(names('lí quí')).toEqual(['Lý Quý']);
    expect(names('mỹ')).toEqual(['Lâm Mỹ Loan']);
    expect(names('mai thy')).toEqual(['Mai Thy']);
    expect(names('võ thui')).toEqual(['gần đúng: Võ Thúy']);
  });

  it('reads a number as it stands, and knows no dossier by nearly its number', () => {
    const some = shelfWith([aPublicRow({ title: 'Giúp 18 hộ ở khóm 5' })]);
    const total = (query: string) => look(some, { ...noFilter, query }).total;
    expect([total('khom 5'), total('khom5'), total('khom 6'), total('giup 19')]).toEqual([1, 1, 0, 0]);
    expect([total('2025-31813-003'), total('2025-31813-004')]).toEqual([1, 0]);
  });

  it('leaves one word out of three or more when no slip explains them, and none of two', () => {
    const names = (query: string): string[] => {
      const { leads, isNear } = found(query);
      expect(isNear || leads.length === 0).toBe(true);
      return leads.map(({ name }) => name);
    };
    expect(names('đặng hữu phước zzzzzz')).toEqual(['Đặng Hữu Phước']);
    expect(names('zzzzzz đặng hữu phước')).toEqual(['Đặng Hữu Phước']);
    expect(names('ông đặng zzzzzz')).toEqual([]);
    expect(names('ông đặng hữu phước zzzzzz')).toEqual(['Đặng Hữu Phước']);
    expect(names('phước zzzzzz')).toEqual([]);
    expect(names('phước zzzzzz xxxxxx')).toEqual([]);
  });

  it('does not guess at a word of one or two letters that is alone or beside another such', () => {
    for (const query of ['q', 'qh', 'q 🙂', 'an vn', 'vn an']) expect(found(query).total).toBe(0);
    expect(namesFor('vn an nguyen')).toEqual(['Nguyễn Văn An']);
  });

  it.each(['zzzzzz', '!!!', 'nguyen zzzzzz', '🙂'])('for "%s" finds nobody', (query) => {
    expect(namesFor(query)).toEqual([]);
  });

  it('puts a person of that name before those who have its words here and there', () => {
    const others = ['Tổ an ninh xã Nguyễn Văn Linh', 'Nguyễn Văn An', 'Nguyễn Vân An'].map((name, index) =>
      aPublicRow({ id: `2025-31813-10${index}`, name, approvedOn: `2025-03-0${9 - index}` }),
    );
    const ranked = (query: string) =>
      look(shelfWith(others), { ...noFilter, query }).leads.map(({ name }) => name);
    expect(ranked('nguyen van an')).toEqual([
      'Nguyễn Văn An',
      'Nguyễn Vân An',
      'Tổ an ninh xã Nguyễn Văn Linh',
    ]);
    expect(ranked('nguyễn vân an')[0]).toBe('Nguyễn Vân An');
  });

  it('finds by unit and by those above', () => {
    expect(found('phuong 2 bac lieu').total).toBe(people.length);
  });

  it('finds by what people do, by sector and by movement, those who have the words in their title no later', () => {
    const some = shelfWith([
      aPublicRow({ id: '2025-31813-001', name: 'Một', position: 'Giáo viên tiểu học', title: 'Mở lớp đêm' }),
      aPublicRow({ id: '2025-31813-002', name: 'Hai', position: 'Y sĩ', sector: 'Y tế', movement: '' }),
      aPublicRow({ id: '2025-31813-003', name: 'Ba', position: '', title: 'Giúp giáo viên mới', sector: '' }),
      aPublicRow({ id: '2025-31813-004', name: 'Giáo Viên', position: '', sector: '', movement: '' }),
    ]);
    const names = (query: string): string[] => {
      const { leads, isNear } = look(some, { ...noFilter, query });
      expect(isNear).toBe(false);
      return leads.map(({ name }) => name);
    };
    expect(names('giáo viên')).toEqual(['Giáo Viên', 'Ba', 'Một']);
    expect(names('y si')).toEqual(['Hai']);
    expect(names('y tế')).toEqual(['Hai']);
    expect(names('nông dân thi đua sản xuất')).toEqual(['Ba', 'Một']);
    expect(names('mở lớp kinh tế')).toEqual(['Một']);
  });

  it('finds people by what they are called before their name, whatever the row says', () => {
    const some = shelfWith([
      aPublicRow({ id: '2025-31813-001', honorific: 'Ông', name: 'Châu Hoàng Sóc Phan' }),
      aPublicRow({ id: '2025-31813-002', honorific: 'Bà', name: 'Châu Thị Giàu' }),
      aPublicRow({
        id: '2025-31813-003',
        honorific: 'Bà',
        name: 'Lê Thị Mỹ',
        title: 'Ở Châu Thới, cùng chị em',
      }),
      aPublicRow({ id: '2025-31813-004', honorific: 'Bà', name: 'Lê Thị Mai', title: 'Cô giáo của xóm' }),
    ]);
    const names = (query: string): string[] => {
      const { leads, isNear } = look(some, { ...noFilter, query });
      expect(isNear).toBe(false);
      return leads.map(({ name }) => name);
    };
    expect(names('ông Châu')).toEqual(['Châu Hoàng Sóc Phan', 'Châu Thị Giàu']);
    expect(names('chú chau hoang')).toEqual(['Châu Hoàng Sóc Phan']);
    expect(names('cô giáo')).toEqual(['Lê Thị Mai']);
    expect(names('chị em')).toEqual(['Lê Thị Mỹ']);
    expect(names('bà Mai')).toEqual(['Lê Thị Mai']);
  });

  it('finds a story by the number of its dossier, and no other by it', () => {
    const some = shelfWith([
      aPublicRow({ id: '2025-CQ01-005', name: 'Một' }),
      aPublicRow({ id: '2025-CQ01-0051', name: 'Hai' }),
      aPublicRow({ id: '2025-03-CQ01-005', name: 'Ba', title: '2025-CQ01-005' }),
    ]);
    const names = (query: string) => look(some, { ...noFilter, query }).leads.map(({ name }) => name);
    expect(names('2025-CQ01-005')).toEqual(['Một']);
    expect(names('Mã hồ sơ: 2025-cq01-005.')).toEqual(['Một']);
    expect(names('2025-03-CQ01-005')).toEqual(['Ba']);
    expect(names('2025-CQ01-999')).toEqual([]);
  });

  it('goes together with filters', () => {
    expect(look(shelf, { ...noFilter, query: 'tran thi', values: { loai: 'tap-the' } }).total).toBe(0);
    expect(look(shelf, { ...noFilter, query: 'tran thi', values: { loai: 'ca-nhan' } }).total).toBe(2);
  });

  it('finds every row by any of its words, and breaks on nothing typed', () => {
    for (const [name, title] of people)
      for (const word of searchWords(`${name} ${title}`)) expect(namesFor(word)).toContain(name);
    fc.assert(
      fc.property(hostileText, (query) => {
        expect(found(query.slice(0, 100)).total).toBeLessThanOrEqual(people.length);
      }),
    );
  });
});

it('makes the same words of a text however its marks were typed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...people), ([name]) => {
      expect(searchWords(name.normalize('NFD').toUpperCase())).toEqual(searchWords(name));
    }),
  );
  expect(searchWords('Hoà, Đặng – thị')).toEqual(['hoa', 'dang', 'thi']);
});
