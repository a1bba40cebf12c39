/** Control sheets that are wrong now, each with the administrators of its plan. */

import { toPlanInfo } from '../mails/digest-state.ts';
import type { ControlFault } from '../mails/due-control.ts';
import { machineTabs } from '../plans/control-sheet/machine-tabs.ts';
import { type ControlRecord, readPlan, readStaff } from '../records.ts';
import type { Services } from '../services.ts';

export async function readControlFaults({ store, settings, log }: Services): Promise<ControlFault[]> {
  const controls = await store.list<ControlRecord>('controls');
  const wrong = controls.map(({ data }) => data).filter(({ wrongSince }) => wrongSince !== '');
  return Promise.all(
    wrong.map(async ({ spreadsheetId, planId, version, since, wrongSince, faults }) => {
      const [{ plan }, staff] = await Promise.all([
        readPlan(store, planId),
        readStaff(store, { planId, role: 'admin' }),
      ]);
      if (staff.length === 0)
        log.error('a control sheet is wrong, and its plan names no administrator', { planId });
      const people = new Map(staff.map(({ email, name }) => [email.toLowerCase(), name]));
      return {
        line: {
          plan: plan.number,
          timeZone: plan.timeZone,
          ...faults,
          wrongSince,
          version,
          versionSince: since,
          link: settings.workbookUrl(spreadsheetId, machineTabs.status.sheetId),
        },
        administrators: [...people].map(([email, name]) => ({ email, name, plans: [toPlanInfo(plan)] })),
      };
    }),
  );
}
