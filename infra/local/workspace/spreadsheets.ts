/** Keeps Drive and Sheets of one mind about a spreadsheet (its making, its name) and lists the product's workbooks. */
import { ApiError, type ApiRequest, type ApiService, type WorkspaceContext } from './api.ts';
import { type DriveFiles, ownerOf } from './drive/files.ts';

export interface WorkbookTab {
  sheetId: number;
  title: string;
  /** 'guide', 'unit', 'review', 'summary', 'shortlist', 'requests', 'machine', or 'control' in a control sheet; '' for a tab that nobody marked. */
  kind: string;
  unit?: string;
}

export interface Workbook {
  plan: string;
  period: string;
  /** Id of the collecting unit. */
  unit: string;
  part?: string;
  /** 'control' for a plan's control sheet, which has neither period nor unit; absent otherwise. */
  kind?: string;
  spreadsheetId: string;
  title: string;
  url: string;
  tabs: WorkbookTab[];
}

/** A call that the workspace makes itself, in somebody's name. */
export function callSheets(
  sheets: ApiService,
  email: string,
  call: { method: string; path: string; body?: unknown },
): unknown {
  const [path = '', query = ''] = call.path.split('?');
  const request: ApiRequest = {
    method: call.method,
    path,
    query: new URLSearchParams(query),
    body: call.body,
    raw: new Uint8Array(),
    contentType: 'application/json',
    email,
  };
  const response = sheets(request);
  if (response?.status !== 200) throw new ApiError(500, `Sheets did not answer ${call.method} ${path}`);
  return response.body;
}

/** What Drive asks of Sheets. */
export interface Spreadsheets {
  /** Id of the new spreadsheet, which Sheets registers in Drive itself. */
  create(name: string, email: string): string;
  rename(id: string, name: string, email: string): void;
}

export function createSpreadsheets(sheets: ApiService): Spreadsheets {
  return {
    create(name, email) {
      const body = { properties: { title: name } };
      const made = callSheets(sheets, email, { method: 'POST', path: '/v4/spreadsheets', body });
      return (made as { spreadsheetId: string }).spreadsheetId;
    },
    rename(id, name, email) {
      const change = { updateSpreadsheetProperties: { properties: { title: name }, fields: 'title' } };
      const path = `/v4/spreadsheets/${id}:batchUpdate`;
      callSheets(sheets, email, { method: 'POST', path, body: { requests: [change] } });
    },
  };
}

/** A spreadsheet renamed through Sheets has its new name in Drive too. */
export function withNamesInDrive(sheets: ApiService, files: DriveFiles): ApiService {
  return (request) => {
    const response = sheets(request);
    const [, id] = /^\/v4\/spreadsheets\/([^/:]+):batchUpdate$/.exec(request.path) ?? [];
    const file = id === undefined ? undefined : files.find(id);
    const name = response?.status === 200 ? findNewTitle(request.body) : undefined;
    if (file && name !== undefined && name !== file.name) files.save({ ...file, name }, request.email);
    return response;
  };
}

function findNewTitle(body: unknown): string | undefined {
  const { requests = [] } = (body ?? {}) as {
    requests?: { updateSpreadsheetProperties?: { fields?: string; properties?: { title?: string } } }[];
  };
  const changes = requests.flatMap((one) => one.updateSpreadsheetProperties ?? []);
  return changes.findLast((one) => /(^|,)\s*(title|\*)\s*(,|$)/.test(one.fields ?? ''))?.properties?.title;
}

const workbookFields =
  'properties(title),sheets(properties(sheetId,title),developerMetadata(metadataKey,metadataValue))';

interface SpreadsheetAnswer {
  properties: { title: string };
  sheets?: {
    properties: { sheetId?: number; title: string };
    developerMetadata?: { metadataKey: string; metadataValue?: string }[];
  }[];
}

/** Workbooks are known by what the product wrote into Drive's appProperties; their tabs by sheet metadata. */
export function readWorkbooks(
  context: WorkspaceContext,
  files: DriveFiles,
  sheets: ApiService,
  root: string,
): Workbook[] {
  return files
    .all()
    .filter((file) => file.appProperties.app === 'guong-sang' && !file.trashed)
    .sort((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }))
    .flatMap((file) => {
      const path = `/v4/spreadsheets/${file.id}?fields=${encodeURIComponent(workbookFields)}`;
      const answer = callSheets(sheets, ownerOf(file) || context.robot, {
        method: 'GET',
        path,
      }) as SpreadsheetAnswer;
      const { plan = '', period = '', unit = '', part, kind } = file.appProperties;
      return {
        plan,
        period,
        unit,
        ...(part === undefined ? {} : { part }),
        ...(kind === undefined ? {} : { kind }),
        spreadsheetId: file.id,
        title: answer.properties.title,
        url: `${root}/workbook/${file.id}`,
        tabs: (answer.sheets ?? []).map(toTab),
      };
    });
}

function toTab({
  properties,
  developerMetadata = [],
}: NonNullable<SpreadsheetAnswer['sheets']>[number]): WorkbookTab {
  const marks = new Map(developerMetadata.map((one) => [one.metadataKey, one.metadataValue ?? '']));
  const unit = marks.get('unit');
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title,
    kind: marks.get('kind') ?? '',
    ...(unit === undefined ? {} : { unit }),
  };
}
