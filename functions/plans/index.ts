/** The plans that ship with the project, by id. */
import type { Plan } from '../domain/plan.ts';
import { ninhHa124 } from './124-ninh-ha.ts';
import { caMau2026 } from './ca-mau-2026.ts';
import { kh99HaNoi } from './kh-99-ha-noi.ts';
import { kh113BacLieu } from './kh-113-bac-lieu.ts';
import { kh282HaNoi } from './kh-282-ha-noi.ts';
import { kh661 } from './kh-661.ts';

export const presets: Record<string, Plan> = Object.fromEntries(
  [kh113BacLieu, ninhHa124, kh99HaNoi, kh282HaNoi, kh661, caMau2026].map((plan) => [plan.id, plan]),
);
