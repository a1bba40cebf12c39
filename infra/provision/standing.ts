/**
 * What stands already: the workbooks of a plan and period, and which unit's tab each sheet is. The sheets say it
 * themselves (developer metadata), so that neither a renamed tab nor a changed list of units can mix two units up.
 */
import type { WorkbookAdmin, Workbook as WorkbookResource } from '../../functions/adapters/workbook-admin.ts';

export interface StandingTab {
  sheetId: number;
  /** '' on tabs that belong to no unit. */
  unitId: string;
}

export interface StandingWorkbook {
  spreadsheetId: string;
  /** The collecting unit. */
  unitId: string;
  part: number;
  tabs: StandingTab[];
  resource: WorkbookResource;
}

export const workbookFields =
  'properties(locale,timeZone),sheets(properties(sheetId,title),developerMetadata(metadataKey,metadataValue),protectedRanges(protectedRangeId,range,editors,warningOnly))';

/** Two files for one part can only come from a crash between search and creation; the first found is the one in use. */
export async function readStanding(
  admin: WorkbookAdmin,
  plan: string,
  period: string,
): Promise<StandingWorkbook[]> {
  const files = await admin.findByAppProperties({ app: 'guong-sang', plan, period });
  const byPart = new Map<string, (typeof files)[number]>();
  for (const file of files) {
    const { unit, part } = file.appProperties;
    if (!byPart.has(`${unit} ${part}`)) byPart.set(`${unit} ${part}`, file);
  }
  const standing: StandingWorkbook[] = [];
  for (const { id, appProperties } of byPart.values()) {
    const resource = await admin.get(id, workbookFields);
    standing.push({
      spreadsheetId: id,
      unitId: appProperties.unit ?? '',
      part: Number(appProperties.part),
      tabs: toStandingTabs(resource),
      resource,
    });
  }
  return standing;
}

const toStandingTabs = ({ sheets = [] }: WorkbookResource): StandingTab[] =>
  sheets.map(({ properties, developerMetadata }) => ({
    sheetId: properties?.sheetId ?? 0,
    unitId: developerMetadata?.find(({ metadataKey }) => metadataKey === 'unit')?.metadataValue ?? '',
  }));
