/** `gs papers`: the papers that go with a plan as .docx files, drafted from what is stored. */
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../functions/domain/plan.ts';
import { fileName } from '../../functions/papers/file-name.ts';
import type { Paper } from '../../functions/papers/paper.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { readPlan } from '../../functions/records.ts';
import { makeFolder } from '../local/runtime/make-folder.ts';
import { isRefused, paperKinds, type Source } from './paper-kinds.ts';
import { readLines } from './papers-data.ts';
import { notSetUp, parseFlags, periodOf, planNames, planOf, requireFlags, UsageError } from './usage.ts';
import { openGoogle, withKept } from './worlds.ts';

const kindLines = Object.entries(paperKinds)
  .map(([word, { help }]) => `             ${word.padEnd(10)} ${help}`)
  .join('\n');

export const help = `Cách dùng: npm run gs -- papers --plan MÃ --period KỲ --unit MÃ_ĐƠN_VỊ [--paper LOẠI …] [--out THƯ_MỤC] [--data THƯ_MỤC | --google]

  --plan       ${planNames}
  --period     2025, hoặc 2021-04 với kế hoạch theo tháng
  --unit       mã đơn vị, ví dụ 31843
  --paper      loại văn bản, ghi nhiều lần được; không ghi thì làm mọi loại mà đơn vị có số liệu:
${kindLines}
  --out        thư mục để các tệp .docx (mặc định: thư mục đang đứng)
  --overwrite  ghi đè tệp cùng tên đã có nội dung khác
  --data       thư mục của bản chạy thử trên máy này (mặc định .data)
  --google     đọc từ Google thật: cần các biến môi trường của bản triển khai

Thể thức theo Nghị định 30/2020/NĐ-CP. Chỗ chấm chấm là điều hệ thống không biết, đơn vị tự điền. Chỉ đọc số liệu, không thay đổi gì.`;

const flags = {
  plan: { type: 'string' },
  period: { type: 'string' },
  unit: { type: 'string' },
  paper: { type: 'string', multiple: true },
  out: { type: 'string' },
  overwrite: { type: 'boolean' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  if (positionals.length > 0) throw new UsageError(`Không hiểu “${positionals.join(' ')}”.\n\n${help}`);
  requireFlags(values, ['plan', 'period', 'unit']);
  const plan = planOf(values.plan);
  const period = periodOf(values.period, plan);
  const named = values.paper ?? [];
  const unknown = named.filter((word) => !Object.hasOwn(paperKinds, word));
  if (unknown.length > 0)
    throw new UsageError(
      `--paper “${unknown.join(', ')}”: không có loại văn bản này. Hãy chọn: ${Object.keys(paperKinds).join(', ')}.`,
    );
  const request: Request = { unitId: values.unit ?? '', period, named };
  const drafts = values.google
    ? await draft(openGoogle().store, plan, request, new Date())
    : await withKept(values.data ?? '.data', ({ store, services }) =>
        draft(store, plan, request, services.clock.now()),
      );
  await save(drafts.papers, values.out ?? '.', values.overwrite === true);
  for (const line of drafts.left) process.stdout.write(`Không làm ${line}\n`);
}

interface Request {
  unitId: string;
  period: string;
  /** Kinds that were asked for by name; none means all that can be made. */
  named: readonly string[];
}

interface DraftedPaper {
  file: string;
  paper: Paper;
}

async function draft(
  store: DocumentStore,
  plan: Plan,
  { unitId, period, named }: Request,
  now: Date,
): Promise<{ papers: DraftedPaper[]; left: string[] }> {
  const lines = await readLines(store, plan.id, period, now);
  if (!lines) throw notSetUp(plan, period);
  const loaded = await readPlan(store, plan.id);
  const unit = loaded.tree.get(unitId);
  if (!unit)
    throw new UsageError(
      `--unit “${unitId}”: kế hoạch ${plan.number} không có đơn vị mã này. Hãy ghi mã đơn vị, ví dụ ${lines[0]?.standing.unit.id} (${lines[0]?.standing.unit.name}).`,
    );
  const source: Source = { store, loaded, unit, period, lines, now };
  const papers: DraftedPaper[] = [];
  const refused: { name: string; refusal: string }[] = [];
  const words = named.length > 0 ? [...new Set(named)] : Object.keys(paperKinds);
  for (const kind of words.flatMap((word) => paperKinds[word] ?? [])) {
    const made = await kind.make(source);
    if (isRefused(made)) refused.push({ name: kind.name, refusal: made.refusal });
    else papers.push({ file: fileName(kind.name, unit.name, kind.time?.(source) ?? period), paper: made });
  }
  // One reason may stand for several kinds.
  const left = [...Map.groupBy(refused, ({ refusal }) => refusal)].map(
    ([reason, same]) => `${same.map(({ name }) => name).join(', ')}: ${reason}`,
  );
  if (papers.length === 0 || (named.length > 0 && left.length > 0)) throw new UsageError(left.join('\n'));
  return { papers, left };
}

/** All or nothing: a file that somebody may have filled in since is not lost to a second run. */
async function save(papers: readonly DraftedPaper[], folder: string, overwrite: boolean): Promise<void> {
  const { toDocx } = await import('../../functions/papers/docx.ts');
  const files: { path: string; content: Uint8Array; before: Uint8Array | undefined }[] = [];
  for (const { file, paper } of papers) {
    const path = join(folder, file);
    const before = existsSync(path) ? await readFile(path) : undefined;
    files.push({ path, content: await toDocx(paper), before });
  }
  const changed = files.filter(({ before, content }) => before && !Buffer.from(content).equals(before));
  if (changed.length > 0 && !overwrite)
    throw new UsageError(
      `${changed.map(({ path }) => `Đã có tệp “${path}” với nội dung khác, có thể đã được điền.`).join('\n')}\nHãy đổi tên tệp đó, chọn thư mục khác bằng --out, hoặc thêm --overwrite để ghi đè.`,
    );
  try {
    await makeFolder(folder);
    for (const { path, content } of files) await writeFile(`${path}.tmp`, content);
    for (const { path } of files) await rename(`${path}.tmp`, path);
  } catch {
    await Promise.allSettled(files.map(({ path }) => rm(`${path}.tmp`, { force: true })));
    throw new UsageError(
      `Không ghi được vào thư mục “${folder}”. Hãy xem thư mục có ghi được không, tệp có đang mở trong Word không.`,
    );
  }
  for (const { path } of files) process.stdout.write(`Đã ghi: ${path}\n`);
}
