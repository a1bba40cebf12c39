/** What a command cannot do without is told as missing, all at once, each with an example that would do. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run as carry } from '../../../infra/cli/carry-command.ts';
import { run as papers } from '../../../infra/cli/papers-command.ts';
import { run as provision } from '../../../infra/cli/provision-command.ts';
import { run as report } from '../../../infra/cli/report-command.ts';
import { run as template } from '../../../infra/cli/template-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'guong-sang-flags-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['carry', carry, ['from', 'to']],
  ['papers', papers, ['plan', 'period', 'unit']],
  ['provision', provision, ['plan', 'period']],
  ['report', report, ['plan', 'period', 'out']],
  ['template', template, ['plan', 'period', 'unit']],
])('%s names each flag that is missing', async (_name, run, flags) => {
  const lines = flags.map((flag) => `Thiếu --${flag}: hãy ghi thêm, ví dụ --${flag} .+`);
  await expect(run([])).rejects.toThrow(new RegExp(`^${lines.join('\\n')}$`));
});

it('takes the examples from the plan that is named', async () => {
  await expect(template(['--plan', '124-ninh-ha'])).rejects.toThrow(
    /--period 2025-12\nThiếu --unit.*--unit \S+ \(.+\)/,
  );
});

it.each(['t.pdf', 't', 't.xlsx.docx'])(
  'refuses a template to be called %s, and writes nothing',
  async (name) => {
    const out = join(folder, name);
    const order = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--unit', '31843', '--out', out];
    await expect(template(order)).rejects.toThrow(
      /kết thúc bằng \.xlsx, ví dụ kh-113-bac-lieu-2025-31843\.xlsx/,
    );
    expect(existsSync(out)).toBe(false);
  },
);

it('says that a template cannot be written, in words', async () => {
  const out = join(folder, 'không-có', 't.xlsx');
  const order = ['--plan', 'kh-113-bac-lieu', '--period', '2025', '--unit', '31843', '--out', out];
  await expect(template(order)).rejects.toThrow('Không ghi được tệp');
});
