/** Every Google method the workspace knows by verb and path: the one list behind call counts, quotas and faults. */

export type ServiceName = 'sheets' | 'drive' | 'gmail';

export interface CalledMethod {
  service: ServiceName;
  /** Google's own name without the service: "spreadsheets.values.update". */
  method: string;
  write: boolean;
}

const spreadsheet = '/v4/spreadsheets/{id}';
const file = '/drive/v3/files/{id}';
const user = '/gmail/v1/users/{id}';

/** "r" reads, "w" writes; Sheets counts the two against different quotas. */
const rows: [ServiceName, string, 'r' | 'w', string, string][] = [
  ['sheets', 'spreadsheets.create', 'w', 'POST', '/v4/spreadsheets'],
  ['sheets', 'spreadsheets.get', 'r', 'GET', spreadsheet],
  ['sheets', 'spreadsheets.batchUpdate', 'w', 'POST', `${spreadsheet}:batchUpdate`],
  ['sheets', 'spreadsheets.getByDataFilter', 'r', 'POST', `${spreadsheet}:getByDataFilter`],
  ['sheets', 'spreadsheets.developerMetadata.get', 'r', 'GET', `${spreadsheet}/developerMetadata/{id}`],
  ['sheets', 'spreadsheets.developerMetadata.search', 'r', 'POST', `${spreadsheet}/developerMetadata:search`],
  ['sheets', 'spreadsheets.sheets.copyTo', 'w', 'POST', `${spreadsheet}/sheets/{id}:copyTo`],
  ['sheets', 'spreadsheets.values.batchGet', 'r', 'GET', `${spreadsheet}/values:batchGet`],
  [
    'sheets',
    'spreadsheets.values.batchGetByDataFilter',
    'r',
    'POST',
    `${spreadsheet}/values:batchGetByDataFilter`,
  ],
  ['sheets', 'spreadsheets.values.batchUpdate', 'w', 'POST', `${spreadsheet}/values:batchUpdate`],
  [
    'sheets',
    'spreadsheets.values.batchUpdateByDataFilter',
    'w',
    'POST',
    `${spreadsheet}/values:batchUpdateByDataFilter`,
  ],
  ['sheets', 'spreadsheets.values.batchClear', 'w', 'POST', `${spreadsheet}/values:batchClear`],
  [
    'sheets',
    'spreadsheets.values.batchClearByDataFilter',
    'w',
    'POST',
    `${spreadsheet}/values:batchClearByDataFilter`,
  ],
  ['sheets', 'spreadsheets.values.append', 'w', 'POST', `${spreadsheet}/values/{range}:append`],
  ['sheets', 'spreadsheets.values.clear', 'w', 'POST', `${spreadsheet}/values/{range}:clear`],
  ['sheets', 'spreadsheets.values.get', 'r', 'GET', `${spreadsheet}/values/{range}`],
  ['sheets', 'spreadsheets.values.update', 'w', 'PUT', `${spreadsheet}/values/{range}`],
  ['drive', 'about.get', 'r', 'GET', '/drive/v3/about'],
  ['drive', 'changes.getStartPageToken', 'r', 'GET', '/drive/v3/changes/startPageToken'],
  ['drive', 'changes.list', 'r', 'GET', '/drive/v3/changes'],
  ['drive', 'files.create', 'w', 'POST', '/drive/v3/files'],
  ['drive', 'files.create', 'w', 'POST', '/upload/drive/v3/files'],
  ['drive', 'files.list', 'r', 'GET', '/drive/v3/files'],
  ['drive', 'files.get', 'r', 'GET', file],
  ['drive', 'files.export', 'r', 'GET', `${file}/export`],
  ['drive', 'files.update', 'w', 'PATCH', file],
  ['drive', 'files.update', 'w', 'PATCH', '/upload/drive/v3/files/{id}'],
  ['drive', 'files.delete', 'w', 'DELETE', file],
  ['drive', 'permissions.create', 'w', 'POST', `${file}/permissions`],
  ['drive', 'permissions.list', 'r', 'GET', `${file}/permissions`],
  ['drive', 'permissions.get', 'r', 'GET', `${file}/permissions/{id}`],
  ['drive', 'permissions.update', 'w', 'PATCH', `${file}/permissions/{id}`],
  ['drive', 'permissions.delete', 'w', 'DELETE', `${file}/permissions/{id}`],
  ['gmail', 'users.getProfile', 'r', 'GET', `${user}/profile`],
  ['gmail', 'users.labels.list', 'r', 'GET', `${user}/labels`],
  ['gmail', 'users.drafts.create', 'w', 'POST', `${user}/drafts`],
  ['gmail', 'users.drafts.create', 'w', 'POST', `/upload${user}/drafts`],
  ['gmail', 'users.drafts.list', 'r', 'GET', `${user}/drafts`],
  ['gmail', 'users.drafts.send', 'w', 'POST', `${user}/drafts/send`],
  ['gmail', 'users.drafts.get', 'r', 'GET', `${user}/drafts/{id}`],
  ['gmail', 'users.drafts.update', 'w', 'PUT', `${user}/drafts/{id}`],
  ['gmail', 'users.drafts.delete', 'w', 'DELETE', `${user}/drafts/{id}`],
  ['gmail', 'users.messages.send', 'w', 'POST', `${user}/messages/send`],
  ['gmail', 'users.messages.send', 'w', 'POST', `/upload${user}/messages/send`],
  ['gmail', 'users.messages.list', 'r', 'GET', `${user}/messages`],
  ['gmail', 'users.messages.get', 'r', 'GET', `${user}/messages/{id}`],
];

const known = rows.map(([service, method, kind, verb, template]) => ({
  called: { service, method, write: kind === 'w' },
  verb,
  pattern: toPattern(template),
}));

/** The first row that fits wins, so the fixed words stand above the placeholders. */
export function findMethod(verb: string, path: string): CalledMethod | undefined {
  return known.find((row) => row.verb === verb && row.pattern.test(path))?.called;
}

/** A range may hold anything ("Tab!A1:B2"); an id holds neither slash nor colon. */
function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('{range}', '.+').replaceAll('{id}', '[^/:]+')}$`);
}
