/** The plans that ship with the project, by id. */
import type { Plan } from '../domain/plan.ts';
import { caMau2026 } from './ca-mau-2026.ts';
import { kh113BacLieu } from './kh-113-bac-lieu.ts';

export const presets: Record<string, Plan> = {
  [kh113BacLieu.id]: kh113BacLieu,
  [caMau2026.id]: caMau2026,
};
