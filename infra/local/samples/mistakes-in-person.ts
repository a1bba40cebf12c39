/** Mistakes in the cells that only a row of an individual has, or that are judged as a person's. */
import { type Mistake, typed } from './mistake.ts';

const person = ['individual'] as const;

export const personMistakes: readonly Mistake[] = [
  {
    id: 'birth-year-two-digits',
    says: 'types "85" for the year of birth',
    onlyFor: person,
    apply: typed({ birthYear: '85' }),
    expects: 'number-out-of-range',
  },
  {
    id: 'birth-year-in-words',
    says: 'types "khoảng 1960" for the year of birth',
    onlyFor: person,
    apply: typed({ birthYear: 'khoảng 1960' }),
    expects: 'text-in-number',
  },
  {
    id: 'birth-year-with-comma',
    says: 'types a comma into the year of birth',
    onlyFor: person,
    apply: typed({ birthYear: '1985,5' }),
    expects: 'number-not-whole',
  },
  {
    id: 'birth-year-in-future',
    says: 'hits a wrong digit, so that the person is not born yet',
    onlyFor: person,
    apply: typed({ birthYear: '2058' }),
    expects: 'age-out-of-range',
  },
  {
    id: 'position-becomes-date',
    says: 'types "15/01" as a position, in a cell without text format',
    onlyFor: person,
    apply: typed({ position: '15/01' }),
    expects: 'date-in-text',
    inPlainCell: { column: 'position', becomes: 45_672 },
  },
  {
    id: 'position-blank',
    says: 'leaves the position blank',
    onlyFor: person,
    apply: typed({ position: '' }),
    expects: 'required-blank',
  },
  {
    id: 'name-in-capitals',
    says: 'types the name in capitals',
    onlyFor: person,
    apply: (row) => ({ ...row, name: (row.name ?? '').toLocaleUpperCase('vi') }),
    expects: 'name-all-capitals',
    severity: 'warning',
  },
  {
    id: 'name-one-word',
    says: 'types the given name only',
    onlyFor: person,
    apply: typed({ name: 'Phượng' }),
    expects: 'name-single-word',
  },
  {
    id: 'name-with-digit',
    says: 'tells namesakes apart by a number',
    onlyFor: person,
    apply: (row) => ({ ...row, name: `${row.name} 2` }),
    expects: 'name-has-digits',
  },
  {
    id: 'name-of-two',
    says: 'puts a couple into one row',
    onlyFor: person,
    apply: (row) => ({ ...row, name: `${row.name} và Lê Ngọc Bé` }),
    expects: 'name-is-group',
    severity: 'warning',
  },
  {
    id: 'honorific-of-other-sex',
    says: 'chooses Ông for a woman',
    onlyFor: person,
    apply: typed({ honorific: 'Ông', name: 'Nguyễn Thị Hồng Thắm' }),
    expects: 'honorific-mismatch',
    severity: 'warning',
  },
  {
    id: 'consent-of-child',
    says: 'notes the consent of a child alone',
    onlyFor: person,
    apply: typed({ honorific: 'Em', birthYear: '2014', consent: 'Đồng ý', consentDate: '20/12/2024' }),
    expects: 'consent-of-child',
    severity: 'warning',
  },
];
