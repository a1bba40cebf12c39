/**
 * The Excel files of `gs carry`: for units that have their tab already, and for those with more rows than fit into a new
 * one. Looked at before anything is stored: a file that stands with other rows may have been filled in since.
 */
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dossier } from '../../functions/domain/dossier.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import { stampedRows } from '../../functions/domain/workbook.ts';
import { makeFolder } from '../local/runtime/make-folder.ts';
import type { LeftRows } from '../provision/carried-left.ts';
import type { TemplateInput } from '../xlsx/template.ts';
import { toTemplateInput } from '../xlsx/unit-template.ts';
import { UsageError } from './usage.ts';

export interface CarryFile {
  path: string;
  content: Uint8Array;
  /** It stands already and says the same. */
  isSame: boolean;
  /** What is said of it. */
  line: string;
}

/** Every file that stands with other rows is named at once; then nothing has been written or stored. */
export async function makeCarryFiles(
  plan: Plan,
  period: string,
  left: readonly LeftRows[],
  folder: string,
  overwrite: boolean,
): Promise<CarryFile[]> {
  const files: CarryFile[] = [];
  const changed: string[] = [];
  for (const { unitId, hasTab, dossiers } of left) {
    const input = dossiers.length > 0 ? toTemplateInput(plan, period, unitId) : undefined;
    if (!input) continue;
    const path = join(folder, `${plan.id}-${period}-${unitId}-mang-sang.xlsx`);
    const content = await writeCarried(input, dossiers);
    const isSame = existsSync(path) && (await isSameList(path, content));
    if (existsSync(path) && !isSame) changed.push(path);
    const why = hasTab ? 'đã có bảng' : `có nhiều hơn ${stampedRows} gương`;
    const line = `${input.unit.name} ${why}: ${path} (${dossiers.length} gương${isSame ? ', tệp đã có sẵn' : ''}). Đơn vị chép những dòng còn muốn đăng ký vào bảng của mình.`;
    files.push({ path, content, isSame, line });
  }
  if (changed.length > 0 && !overwrite)
    throw new UsageError(
      `${changed.map((path) => `Đã có tệp “${path}” với nội dung khác, có thể đã được điền.`).join('\n')}\nChưa mang sang gương nào. Hãy đổi tên tệp đó, chọn thư mục khác bằng --out, hoặc thêm --overwrite để ghi đè.`,
    );
  return files;
}

async function writeCarried(input: TemplateInput, carried: readonly Dossier[]): Promise<Uint8Array> {
  const { writeTemplate } = await import('../xlsx/template.ts');
  return writeTemplate({ ...input, carried });
}

/** By what the two say: a workbook made twice differs in its hours. */
async function isSameList(path: string, content: Uint8Array): Promise<boolean> {
  const { readFilledList } = await import('../xlsx/read-list.ts');
  const [before, after] = await Promise.all([readFilledList(await readFile(path)), readFilledList(content)]);
  return before.ok && after.ok && JSON.stringify(before.list) === JSON.stringify(after.list);
}

/** All or nothing. */
export async function saveCarryFiles(files: readonly CarryFile[], folder: string): Promise<void> {
  const wanted = files.filter(({ isSame }) => !isSame);
  try {
    if (wanted.length > 0) await makeFolder(folder);
    for (const { path, content } of wanted) await writeFile(`${path}.tmp`, content);
    for (const { path } of wanted) await rename(`${path}.tmp`, path);
  } catch {
    await Promise.allSettled(wanted.map(({ path }) => rm(`${path}.tmp`, { force: true })));
    throw new UsageError(
      `Không ghi được vào thư mục “${folder}”. Hãy xem thư mục có ghi được không, tệp có đang mở trong Excel không.`,
    );
  }
}
