/** "So sánh hồ sơ gần giống": one line of a desk beside the dossiers that are like it, shared phrases marked. Reads only. */
import { openDeskLine } from '../desks/desk-line.ts';
import { alikeSentence } from '../domain/alike-words.ts';
import { comparedState, type Dossier, isOffList } from '../domain/dossier.ts';
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
import { paths } from '../records.ts';
import type {
  ComparedSide,
  ComparedText,
  CompareRequest,
  CompareResponse,
  RefusalResponse,
} from '../requests.ts';
import type { Services } from '../services.ts';

export async function compare(
  services: Services,
  token: string | undefined,
  request: CompareRequest,
): Promise<CompareResponse | RefusalResponse> {
  const opened = await openDeskLine(services, token, request, {
    wish: 'xem được phần so sánh',
    ask: 'xem',
  });
  if (!opened.ok) return opened;
  const { tree } = opened.loaded;
  const line = opened.line.data;
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
    if (!document || isOffList(document.data)) return [];
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
  if (line.row.kind === 'entry')
    return 'Máy không so nội dung của bài dự thi. Bài dùng cùng một tệp với hồ sơ khác được báo ở cột “Lưu ý”.';
  return line.compared === comparedState(line)
    ? 'Chưa thấy hồ sơ nào gần giống hồ sơ này ở các đơn vị và các kỳ của kế hoạch.'
    : 'Hồ sơ này đang được đối chiếu với các đơn vị và các năm khác. Hãy xem lại sau một phút.';
}
