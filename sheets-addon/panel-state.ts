/** What passes between the sidebar's page and the script: plain values, because the page gets them as JSON. */
import type { Problem } from '../functions/domain/problem.ts';
import type { UnitResponse } from '../functions/requests.ts';

export type TabKind = 'unit' | 'review' | 'other';

export interface ShownProblem {
  severity: Problem['severity'];
  code: string;
  /** Cell, or line as "5:5"; '' for what concerns the whole list. */
  place: string;
  message: string;
}

export interface PanelState {
  kind: TabKind;
  sheetId: number;
  tab: string;
  problems: ShownProblem[];
  /** "3 cá nhân, 2 tập thể, 1 dòng chưa ghi đúng loại". */
  summary: string;
  rows: number;
  /** How many of them do not show, hidden by hand or by a filter. */
  hidden: number;
  /** Where the list stands, from the server. */
  unit: UnitResponse | null;
  /** Why the server's part is missing. */
  notice: string;
}

export interface Sending {
  unit: string;
  documentNumber?: string;
  documentDate?: string;
  url?: string;
  nil?: boolean;
}
