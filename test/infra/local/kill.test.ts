/** Kills a workspace in the middle of its work and shows that the next one goes on with everything that was confirmed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startTestWorkspace, testRobot } from '../../support/workspace.ts';

const source = new URL('../../../infra/local/workspace/server.ts', import.meta.url).href;
const program = `
import { startWorkspace } from ${JSON.stringify(source)};
const [dataFile, robot] = process.argv.slice(1);
const workspace = await startWorkspace({ port: 0, dataFile, robot, audiences: ['test'] });
process.stdout.write(workspace.url + ' ' + await workspace.issuer.issue({ email: robot }) + '\\n');`;

it('neither loses nor repeats a mail when killed between or during calls', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-'));
  const dataFile = join(folder, 'workspace.sqlite');
  const args = ['--input-type=module', '-e', program, dataFile, testRobot];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const [url, token] = line.toString().trim().split(' ');
  const post = async (path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const options = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(`${url}/gmail/v1/users/me/${path}`, options)).json()) as { id: string };
  };

  const created: { id: string; subject: string }[] = [];
  const confirmed: string[] = [];
  const sendOne = async (index: number) => {
    const raw = Buffer.from(`To: an@example.vn\r\nSubject: so${index}\r\n\r\nx`).toString('base64url');
    const { id } = await post('drafts', { message: { raw } });
    created.push({ id, subject: `so${index}` });
    await post('drafts/send', { id });
    confirmed.push(`so${index}`);
    if (confirmed.length === 20) child.kill('SIGKILL');
  };
  await Promise.allSettled(Array.from({ length: 60 }, (_, index) => sendOne(index)));
  await closed;

  const workspace = await startTestWorkspace({ dataFile });
  const listed = await workspace.call<{ drafts?: { id: string }[] }>(
    testRobot,
    'GET',
    '/gmail/v1/users/me/drafts',
  );
  const open = new Set((listed.body.drafts ?? []).map((draft) => draft.id));
  const arrived = (await (await fetch(`${workspace.url}/mailbox.json?to=an@example.vn`)).json()) as {
    messages: { subject: string }[];
  };
  const subjects = arrived.messages.map((message) => message.subject);
  expect(subjects).toEqual(expect.arrayContaining(confirmed));
  expect(new Set(subjects).size).toBe(subjects.length);
  // Every draft that was confirmed is either still there or was sent: never both, never neither.
  for (const { id, subject } of created) expect(open.has(id), subject).toBe(!subjects.includes(subject));
  await workspace.close();
  rmSync(folder, { recursive: true });
});
