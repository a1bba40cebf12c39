/** The add-on's real bundle running beside a small office: people open their tab, type and click. */
import type { AddonBundle } from '../../infra/local/apps-script/bundle.ts';
import { type AppsScript, type ScriptSession, startAppsScript } from '../../infra/local/apps-script/start.ts';
import { staffEmail } from '../../infra/local/samples/people.ts';
import type { Office } from './office.ts';
import { sheetIdOf, tokenFor } from './office-acts.ts';

export const startAddon = (office: Office, bundle: AddonBundle): Promise<AppsScript> =>
  startAppsScript({
    workspaceUrl: office.local.urls.workspace,
    functionsUrl: office.local.urls.functions,
    code: bundle.code,
    files: bundle.pages,
    manifest: bundle.manifest,
    token: (email) => tokenFor(office, email),
  });

/** The unit's clerk at the own tab. */
export const openAsClerk = (script: AppsScript, office: Office, unitId: string): Promise<ScriptSession> =>
  script.open(staffEmail('clerk', unitId), office.tab(unitId).spreadsheetId, sheetIdOf(office, unitId));

interface Look {
  note: string;
  background: string;
}

/** Note and colour of cells as a person sees them, row by row; '' and '' where there are none. */
export async function looksAt(office: Office, unitId: string, a1: string): Promise<Look[][]> {
  const email = staffEmail('clerk', unitId);
  const { spreadsheetId, title } = office.tab(unitId);
  const query = new URLSearchParams({
    ranges: `'${title}'!${a1}`,
    fields: 'sheets(data(rowData(values(note,userEnteredFormat(backgroundColor)))))',
  });
  const response = await fetch(`${office.local.urls.workspace}/v4/spreadsheets/${spreadsheetId}?${query}`, {
    headers: { authorization: `Bearer ${await tokenFor(office, email)}` },
  });
  const { sheets } = (await response.json()) as {
    sheets: {
      data: {
        rowData?: { values?: { note?: string; userEnteredFormat?: { backgroundColor?: object } }[] }[];
      }[];
    }[];
  };
  return (sheets[0]?.data[0]?.rowData ?? []).map(({ values = [] }) =>
    values.map(({ note = '', userEnteredFormat }) => ({
      note,
      background: userEnteredFormat?.backgroundColor ? JSON.stringify(userEnteredFormat.backgroundColor) : '',
    })),
  );
}

export const lookAt = async (office: Office, unitId: string, a1: string): Promise<Look> =>
  (await looksAt(office, unitId, a1))[0]?.[0] ?? { note: '', background: '' };
