/** Counts every Google call by service, method and caller, refused ones too: the proof that the product calls no more than it must. */
import type { CalledMethod, ServiceName } from './methods.ts';

export interface ServiceCounts {
  total: number;
  reads: number;
  writes: number;
  /** Method → e-mail → calls. */
  methods: Record<string, Record<string, number>>;
}

export type Counts = Record<ServiceName, ServiceCounts> & { reset(): void };

export function createCounts(): Counts & { add(called: CalledMethod, email: string): void } {
  const counts = {
    sheets: none(),
    drive: none(),
    gmail: none(),
    reset() {
      for (const service of ['sheets', 'drive', 'gmail'] as const) counts[service] = none();
    },
    add({ service, method, write }: CalledMethod, email: string) {
      const own = counts[service];
      own.total += 1;
      own[write ? 'writes' : 'reads'] += 1;
      const callers = own.methods[method] ?? {};
      own.methods[method] = callers;
      callers[email] = (callers[email] ?? 0) + 1;
    },
  };
  return counts;
}

function none(): ServiceCounts {
  return { total: 0, reads: 0, writes: 0, methods: {} };
}
