/** The level workbook as data: its tabs, their layout, and what the machine's own tabs hold. */
import { type Column, columnOf, type Form, type ReviewedColumn } from './form.ts';
import { exemplarForm } from './forms/exemplar.ts';

export type TabKind = 'guide' | 'unit' | 'review' | 'summary' | 'shortlist' | 'machine' | 'requests';

export interface WorkbookTab {
  sheetId: number;
  title: string;
  kind: TabKind;
  /** The unit that fills it in; only on unit tabs. */
  unitId?: string;
}

/** One workbook of a collecting unit in a period. Its document id is the spreadsheet's. */
export interface Workbook {
  spreadsheetId: string;
  planId: string;
  period: string;
  /** The collecting unit. */
  unitId: string;
  /** 1, 2 … when the unit has more than `maxUnitTabs` children. */
  part: number;
  tabs: WorkbookTab[];
}

/** 60 units with 1.5 open devices each stay under the limit of 100 simultaneous editors (Google help). */
export const maxUnitTabs = 60;

/** Headers in row 1, column keys in the hidden row 2, data from row 3. */
export const headerLine = 1;
export const keyLine = 2;
export const firstDataLine = 3;

/** Rows with a pre-stamped id in a new unit tab. */
export const stampedRows = 40;

export interface SystemColumn {
  key: 'rowId' | 'status' | 'issues';
  header: string;
  width: number;
  hidden: boolean;
}

export const systemColumns: readonly SystemColumn[] = [
  { key: 'rowId', header: 'Mã hồ sơ', width: 120, hidden: true },
  { key: 'status', header: 'Trạng thái', width: 150, hidden: false },
  { key: 'issues', header: 'Cần sửa', width: 320, hidden: false },
];

/** All columns of a unit tab in order: the system's, then the form's. */
export const unitTabColumns = (form: Form): readonly (SystemColumn | Column)[] => [
  ...systemColumns,
  ...form.columns,
];

/** "2025-31813-": what every id of the unit's rows in the period begins with. */
export const rowIdPrefix = (period: string, unitId: string): string => `${period}-${unitId}`;

export const stampedRowId = (period: string, unitId: string, ordinal: number): string =>
  `${rowIdPrefix(period, unitId)}-${String(ordinal).padStart(3, '0')}`;

export const tabTitles = {
  guide: 'Hướng dẫn',
  review: 'Thẩm định',
  summary: 'Tổng hợp',
  machine: 'TRẠNG THÁI',
  requests: 'Đề nghị',
  shortlist: 'Gợi ý chọn',
} as const;

/** Fixed ids, so that provisioning twice meets the same tabs; unit tabs count from `firstUnitSheetId`. */
export const sheetIds = { guide: 1, review: 2, summary: 3, machine: 4, requests: 5, shortlist: 6 } as const;
export const firstUnitSheetId = 101;

/** Columns of the machine tab, in order; the status formulas of the unit tabs look up the second and third. */
export const machineColumns = ['key', 'status', 'issues', 'unit'] as const;

/**
 * Looks the row's id up in the machine tab. The same text in every row: INDEX(…, ROW()) finds its own line, so that
 * sorting, copying and inserting rows cannot make it point elsewhere.
 */
export const statusFormula = (column: 'status' | 'issues'): string => {
  const position = machineColumns.indexOf(column) + 1;
  // A line in which nobody wrote yet says nothing: kind (D) and name (F) are blank.
  const blank =
    column === 'status' ? 'IF(INDEX($D:$D,ROW())&INDEX($F:$F,ROW())="","","Chưa kiểm tra")' : '""';
  return `=IF(INDEX($A:$A,ROW())="","",IFNA(VLOOKUP(INDEX($A:$A,ROW()),'${tabTitles.machine}'!$A:$D,${position},FALSE)&"",${blank}))`;
};

export interface ReviewColumn {
  key: string;
  header: string;
  width: number;
}

/**
 * Columns of a form's review tab: what the machine appends once per dossier and round, and in their midst, within one
 * screen of the name, what reviewers type.
 */
export function reviewColumns(form: Form): readonly ReviewColumn[] {
  const shown = ({
    key,
    header = columnOf(form, key)?.header ?? '',
    width,
  }: ReviewedColumn): ReviewColumn => ({
    key,
    header,
    width,
  });
  return [
    { key: 'key', header: 'Mã hồ sơ', width: form.review?.keyWidth ?? 130 },
    { key: 'unit', header: 'Đơn vị', width: 130 },
    ...(form.review?.before.map(shown) ?? []),
    { key: 'status', header: 'Trạng thái', width: form.review?.statusWidth ?? 130 },
    { key: 'decision', header: 'Quyết định', width: 150 },
    { key: 'reason', header: 'Lý do', width: 240 },
    ...(form.review?.behind.map(shown) ?? []),
    { key: 'remark', header: 'Lưu ý', width: 220 },
  ];
}

/** Where it stands, 0-based. Up to the reason the same whatever the form, so that who types and who reads need not ask. */
export const reviewColumn = (key: string, form: Form = exemplarForm): number =>
  reviewColumns(form).findIndex((column) => column.key === key);

/** What a reviewer chooses in the review tab. */
export const decisionWords = {
  return: 'Trả lại',
  hold: 'Để lại xem thêm',
  approve: 'Duyệt',
  promote: 'Chọn lên cấp trên',
} as const;

/** A line of the review tab is about one dossier in one round: "2025-31813-003.2". */
export const reviewKey = (dossierId: string, round: number): string => `${dossierId}.${round}`;

export function parseReviewKey(text: string): { dossierId: string; round: number } | undefined {
  const match = /^(.+)\.(\d+)$/.exec(text.trim());
  return match ? { dossierId: match[1] as string, round: Number(match[2]) } : undefined;
}

export const unitTabOf = (workbook: Workbook, unitId: string): WorkbookTab | undefined =>
  workbook.tabs.find((tab) => tab.kind === 'unit' && tab.unitId === unitId);

/** Absent where nobody decides on rows: see Form's flow. */
export const reviewTabOf = (workbook: Workbook): WorkbookTab | undefined =>
  workbook.tabs.find(({ kind }) => kind === 'review');

export const tabOfKind = (workbook: Workbook, kind: TabKind): WorkbookTab => {
  const tab = workbook.tabs.find((candidate) => candidate.kind === kind);
  if (!tab) throw new Error(`workbook ${workbook.spreadsheetId} has no ${kind} tab`);
  return tab;
};
