/** What the list can be narrowed by, as data: the name in an address, the heading people read, the value of a lead. */
import { kindLabels } from '../domain/form.ts';
import type { Lead } from './lead.ts';

export interface Facet {
  /** In the address: "?linh-vuc=kinh-te". */
  name: string;
  label: string;
  /** As people read it; '' for none. */
  read(lead: Lead): string;
  /** What its values mean, where not every reader knows. */
  meaning?: string;
  /** Values that mean something also while nobody has them. */
  always?: readonly string[];
}

/** The unit is no facet: it stands for all units below it, and for those it came from. */
export const facets: readonly Facet[] = [
  {
    name: 'loai',
    label: 'Loại',
    read: ({ kind }) => kindLabels[kind] ?? '',
    always: Object.values(kindLabels),
  },
  { name: 'linh-vuc', label: 'Lĩnh vực', read: ({ sector }) => sector },
  {
    name: 'khau',
    label: 'Khâu',
    read: ({ stage }) => stage,
    meaning:
      'Khâu là chặng đường của một gương: Phát hiện (mới được giới thiệu), Bồi dưỡng (đang được giúp đỡ để làm tốt hơn), Tổng kết (cách làm đã được đúc kết), Nhân rộng (cách làm đang được nơi khác học theo).',
  },
  { name: 'cap', label: 'Cấp công nhận', read: ({ level }) => level },
  { name: 'nam', label: 'Năm', read: ({ period }) => period.slice(0, 4) },
  { name: 'ke-hoach', label: 'Kế hoạch', read: ({ planId }) => planId },
  { name: 'phong-trao', label: 'Phong trào', read: ({ movement }) => movement },
];

export const unitParameter = 'don-vi';
