/**
 * Sets up a plan with its control sheet. Where the sheet stands already, the plan and the people are what it put in
 * force, not what the caller brings: people change them there. Every form of the plan gets the workbooks of its own
 * periods that fall into the one asked for.
 */
import { periodsWithin } from '../../functions/domain/period.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import {
  type ControlRecord,
  controlMark,
  type OwedProvisioning,
  paths,
  readStaff,
} from '../../functions/records.ts';
import { provisionControl } from './control-workbook.ts';
import { type ProvisionInput, type ProvisionReport, provision } from './provision.ts';

export async function readControl(store: DocumentStore, planId: string): Promise<ControlRecord | undefined> {
  const [found] = await store.list<ControlRecord>('controls', { where: { planId } });
  return found?.data;
}

export async function provisionOffice(input: ProvisionInput & { now: Date }): Promise<ProvisionReport> {
  const { store, now } = input;
  const planId = input.plan.id;
  const owedPath = paths.owedProvisioning(planId);
  const owed = await store.read<OwedProvisioning>(owedPath);
  const inForce = (await readControl(store, planId))
    ? { ...input, ...(await readInForce(input)), departed: (owed?.data.left ?? []).map(({ email }) => email) }
    : input;
  const reports: ProvisionReport[] = [];
  for (const period of periodsWithin(inForce.plan, input.period))
    reports.push(await provision({ ...inForce, period }));
  const { changes, ...workbook } = await provisionControl(inForce);
  if (owed)
    await store.commit([
      { kind: 'delete', path: owedPath, version: owed.version },
      controlMark(workbook.spreadsheetId, now),
    ]);
  return {
    workbooks: [...reports.flatMap(({ workbooks }) => workbooks), workbook],
    changes: reports.reduce((sum, report) => sum + report.changes, 0) + changes + (owed ? 1 : 0),
  };
}

/**
 * What a newer release of a preset adds comes from the preset; what the store has stays. The plan's own columns have no
 * other home than the preset, so there they are changed.
 */
async function readInForce({ store, plan }: ProvisionInput) {
  const stored = await store.read<Plan>(paths.plan(plan.id));
  const staff = await readStaff(store, { planId: plan.id });
  return {
    plan: { ...plan, ...stored?.data, ...(plan.columns ? { columns: plan.columns } : {}) },
    staff: staff.map(({ email, name, unitId, role }) => ({ email, name, unitId, role })),
  };
}
