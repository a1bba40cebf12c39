/** Every kind of deadline in the words that people pick, and the cells that each needs. A new kind is one entry here. */
import type { DayRule } from '../../domain/deadline.ts';
import type { Values } from './tab.ts';

/** "trước ngày 15": the 15th is late. */
export const boundWords = { strict: 'trước ngày', inclusive: 'đến hết ngày' } as const;

export type RuleField = 'day' | 'month' | 'date';

interface Rule<K extends DayRule['kind'] = DayRule['kind']> {
  word: string;
  needs: readonly RuleField[];
  toValues: (rule: Extract<DayRule, { kind: K }>) => Partial<Record<RuleField, string | number>>;
  toRule: (values: Values) => Extract<DayRule, { kind: K }>;
}

/** Every kind of deadline there is, in the order of the drop-down. */
export const rules: { [K in DayRule['kind']]: Rule<K> } = {
  yearly: {
    word: 'Hằng năm',
    needs: ['day', 'month'],
    toValues: ({ day, month }) => ({ day, month }),
    toRule: ({ day, month }) => ({ kind: 'yearly', month: Number(month), day: Number(day) }),
  },
  monthly: {
    word: 'Hằng tháng',
    needs: ['day'],
    toValues: ({ day }) => ({ day }),
    toRule: ({ day }) => ({ kind: 'monthly', day: Number(day) }),
  },
  quarterly: {
    word: 'Hằng quý',
    needs: ['day', 'month'],
    toValues: ({ day, month }) => ({ day, month }),
    toRule: ({ day, month }) => ({ kind: 'quarterly', month: Number(month), day: Number(day) }),
  },
  halfYearly: {
    word: 'Nửa năm một lần',
    needs: ['day', 'month'],
    toValues: ({ day, month }) => ({ day, month }),
    toRule: ({ day, month }) => ({ kind: 'halfYearly', month: Number(month), day: Number(day) }),
  },
  once: {
    word: 'Một lần',
    needs: ['date'],
    toValues: ({ date }) => ({ date }),
    toRule: ({ date }) => ({ kind: 'once', date: String(date) }),
  },
  anniversary: {
    word: 'Ngày truyền thống của đơn vị',
    needs: [],
    toValues: () => ({}),
    toRule: () => ({ kind: 'anniversary' }),
  },
  periodEnd: {
    word: 'Cuối giai đoạn',
    needs: [],
    toValues: () => ({}),
    toRule: () => ({ kind: 'periodEnd' }),
  },
};

/** Rules whose month is one of the calendar; the others count it from the beginning of the period. */
export const isCalendarMonth = (rule: Rule): boolean => rule.word === rules.yearly.word;

export const ruleOf = (word: unknown): Rule | undefined =>
  (Object.values(rules) as Rule[]).find((rule) => rule.word === word);

export const valuesOf = <K extends DayRule['kind']>(rule: Extract<DayRule, { kind: K }>) =>
  (rules[rule.kind] as unknown as Rule<K>).toValues(rule);
