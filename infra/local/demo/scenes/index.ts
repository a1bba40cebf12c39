/** The demo's script of each plan, by the plan's id. */
import type { Script } from '../script.ts';
import { caMau2026Script } from './ca-mau-2026/index.ts';
import { kh113Script } from './kh-113-bac-lieu/index.ts';

export const scripts: Readonly<Record<string, Script>> = {
  'kh-113-bac-lieu': kh113Script,
  'ca-mau-2026': caMau2026Script,
};
