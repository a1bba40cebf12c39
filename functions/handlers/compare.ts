/** "So sánh hồ sơ gần giống": one line of a desk beside the dossiers that are like it, shared phrases marked. Reads only. */
import { alikeSentence } from '../domain/alike-words.ts';
import { comparedState, type Dossier } from '../domain/dossier.ts';
import { columnOf } from '../domain/form.ts';
import { exemplarForm } from '../domain/forms/exemplar.ts';
import {
  type Alike,
  compareReadings,
  type Reading,
  rankAlike,
  tellingColumns,
  textOf,
  toReading,
} from '../domain/near-copies.ts';
import { periodLabel } from '../domain/period.ts';
import { type Numbers, sharedParts } from '../domain/phrases.ts';
import { dossierLabel } from '../domain/status-label.ts';
import type { UnitTree } from '../domain/unit.ts';
import { parseReviewKey, type Workbook } from '../domain/workbook.ts';
import { paths, readPlan, readWorkbook } from '../records.ts';
import { refusal } from '../refusal.ts';
import type {
  ComparedSide,
  ComparedText,
  CompareRequest,
  CompareResponse,
  RefusalResponse,
} from '../requests.ts';
import type { Services } from '../services.ts';
import { mayActFor, staffAccess } from '../staff-access.ts';

export async function compare(
  services: Services,
  token: string | undefined,
  { spreadsheetId, key }: CompareRequest,
): Promise<CompareResponse | RefusalResponse> {
  const { store } = services;
  const workbook = await readWorkbook(store, spreadsheetId);
  if (!workbook)
    return refusal(
      'unknown-workbook',
      'Bảng tính này không thuộc kế hoạch nào đang chạy. Hãy mở lại từ thư nhắc.',
    );
  const access = await staffAccess(services, token, workbook.planId);
  if (!access.ok) return access;
  const { tree } = await readPlan(store, workbook.planId);
  const unitName = tree.get(workbook.unitId)?.name ?? workbook.unitId;
  const isAdmin = access.roles.some(({ role }) => role === 'admin');
  if (!isAdmin && !mayActFor(access.roles, workbook.unitId, ['reviewer']))
    return refusal(
      'not-your-unit',
      `Địa chỉ ${access.email} không phải người thẩm định của ${unitName}, nên không xem được phần so sánh. Hãy nhờ người thẩm định của ${unitName} xem.`,
    );
  const line = await readLine(services, workbook, key);
  if (!line)
    return refusal(
      'unknown-dossier',
      `Không có hồ sơ nào mang mã “${key.slice(0, 60)}” ở ${unitName}. Hãy chọn một dòng có mã ở cột “Mã hồ sơ”, ví dụ 2025-31813-003.1.`,
    );
  const others = await readAlike(services, line);
  return {
    ok: true,
    line: { ...sideOf(line, tree), texts: textsOf(line, new Uint32Array()) },
    others: others.map(({ hint, dossier, mine, theirs }) => ({
      kind: hint.kind,
      share: hint.share,
      sentence: `${alikeSentence(hint, tree)}.`,
      mine: textsOf(line, theirs.phrases),
      other: { ...sideOf(dossier, tree), texts: textsOf(dossier, mine.phrases) },
    })),
    message: messageFor(line, others.length),
  };
}

/** A dossier that stands, or stood, at this desk. */
async function readLine(
  { store }: Services,
  { planId, period, unitId }: Workbook,
  key: string,
): Promise<Dossier | undefined> {
  const id = parseReviewKey(key)?.dossierId;
  if (id === undefined || !/^[\w-]+$/.test(id)) return undefined;
  const dossier = (await store.read<Dossier>(paths.dossier(planId, id)))?.data;
  if (dossier?.period !== period) return undefined;
  const wasHere = [dossier.at, dossier.parentId, ...dossier.history.map((event) => event.unitId)];
  return dossier.unitId !== unitId && wasHere.includes(unitId) ? dossier : undefined;
}

interface Pair {
  hint: Alike;
  dossier: Dossier;
  mine: Reading;
  theirs: Reading;
}

/** Compared anew as both stand now: what was noted may be of an earlier text. */
async function readAlike({ store }: Services, line: Dossier): Promise<Pair[]> {
  const stored = await store.readMany<Dossier>(
    (line.alike ?? []).map(({ dossierId }) => paths.dossier(line.planId, dossierId)),
  );
  const mine = toReading(line);
  const pairs = stored.flatMap((document): Pair[] => {
    if (!document || document.data.status === 'recalled') return [];
    const theirs = toReading(document.data);
    const hint = compareReadings(mine, theirs);
    return hint ? [{ hint, dossier: document.data, mine, theirs }] : [];
  });
  const order = rankAlike(pairs.map(({ hint }) => hint));
  return pairs.sort((a, b) => order.indexOf(a.hint) - order.indexOf(b.hint));
}

/** Only what the review tab shows, too. */
const sideOf = (dossier: Dossier, tree: UnitTree): Omit<ComparedSide, 'texts'> => ({
  dossier: dossier.id,
  unit: tree.get(dossier.unitId)?.name ?? dossier.unitId,
  period: periodLabel(dossier.period),
  name: textOf(dossier.row, 'name'),
  state: dossierLabel(dossier, tree),
});

const textsOf = ({ row }: Dossier, others: Numbers): ComparedText[] =>
  tellingColumns
    .map((key) => ({
      header: columnOf(exemplarForm, key)?.header ?? key,
      parts: sharedParts(textOf(row, key), others),
    }))
    .filter(({ parts }) => parts.length > 0);

function messageFor(line: Dossier, count: number): string {
  if (count > 0)
    return `Có ${count} hồ sơ gần giống. Đây chỉ là gợi ý: hãy đọc cả hai nội dung, hỏi đơn vị nếu cần, rồi tự quyết định.`;
  return line.compared === comparedState(line)
    ? 'Chưa thấy hồ sơ nào gần giống hồ sơ này ở các đơn vị và các kỳ của kế hoạch.'
    : 'Hồ sơ này đang được đối chiếu với các đơn vị và các năm khác. Hãy xem lại sau một phút.';
}
