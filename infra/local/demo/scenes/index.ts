/** The demo's script of each plan, by the plan's id. */
import type { Script } from '../script.ts';
import { ninhHaScript } from './124-ninh-ha/index.ts';
import { caMau2026Script } from './ca-mau-2026/index.ts';
import { kh99Script } from './kh-99-ha-noi/index.ts';
import { kh113Script } from './kh-113-bac-lieu/index.ts';
import { kh282Script } from './kh-282-ha-noi/index.ts';
import { kh661Script } from './kh-661/index.ts';

export const scripts: Readonly<Record<string, Script>> = {
  'kh-113-bac-lieu': kh113Script,
  '124-ninh-ha': ninhHaScript,
  'kh-99-ha-noi': kh99Script,
  'kh-282-ha-noi': kh282Script,
  'kh-661': kh661Script,
  'ca-mau-2026': caMau2026Script,
};
