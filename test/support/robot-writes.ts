/** Watches what the robot writes into sheets: after provisioning only its own tabs and appended review lines (I1). */
import { sheetIds } from '../../functions/domain/workbook.ts';
import { robot } from '../../infra/local/runtime/local.ts';
import type { OfficeOptions } from './office.ts';

type Observe = NonNullable<OfficeOptions['observe']>;

export interface RobotWrites {
  observe: Observe;
  /** Provisioning is over: from here on every write counts. */
  start(): void;
  count(): number;
  /** Writes where people are at home; must be empty. */
  strays(): unknown[];
}

type Request = Record<string, { sheetId?: number; range?: { sheetId?: number } }>;

const machineTabs: number[] = [sheetIds.machine, sheetIds.summary, sheetIds.shortlist, sheetIds.guide];

function isAllowed(request: Request): boolean {
  const [[kind, body] = ['', {}]] = Object.entries(request);
  if (kind === 'updateCells') return machineTabs.includes(body.range?.sheetId ?? 0);
  if (kind === 'appendCells') return body.sheetId === sheetIds.review;
  if (kind === 'appendDimension') return [...machineTabs, sheetIds.review].includes(body.sheetId ?? 0);
  return false;
}

export function watchRobot(): RobotWrites {
  let writes: { path: string; body: unknown }[] = [];
  return {
    observe({ method, path, email, requestBody }) {
      const isWrite = method !== 'GET' && path.startsWith('/v4/') && !/DataFilter$/.test(path);
      if (email === robot && isWrite) writes.push({ path, body: requestBody });
    },
    start() {
      writes = [];
    },
    count: () => writes.length,
    strays: () =>
      writes.flatMap(({ path, body }): unknown[] =>
        path.endsWith(':batchUpdate')
          ? (body as { requests: Request[] }).requests.filter((request) => !isAllowed(request))
          : [path],
      ),
  };
}
