/** Faults to order: before or after the effect, by seed, over HTTP, and refused when they are written wrongly. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../infra/local/workspace/faults.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await startTestWorkspace();
});
afterEach(() => workspace.close());

const call = <T = unknown>(method: string, path: string, body?: unknown) =>
  workspace.call<T>(testRobot, method, path, body);
const profile = () => call('GET', '/gmail/v1/users/me/profile');
const setFaults = (rules: FaultRule[], seed = 1) => workspace.faults.set({ rules, seed });

describe('faults', () => {
  const send = (id: string) => call('POST', '/gmail/v1/users/me/drafts/send', { id });
  const aDraft = async () => {
    const raw = Buffer.from('To: an@example.vn\r\nSubject: x\r\n\r\nx').toString('base64url');
    return (await call<{ id: string }>('POST', '/gmail/v1/users/me/drafts', { message: { raw } })).body.id;
  };
  const delivered = async () =>
    ((await (await fetch(`${workspace.url}/mailbox.json`)).json()) as { messages: unknown[] }).messages
      .length;

  it('before the effect leave nothing behind; after it the effect stays', async () => {
    const [first, second] = [await aDraft(), await aDraft()];
    setFaults([{ service: 'gmail', method: 'users.drafts.send', rate: 1, when: 'before', times: 1 }]);
    expect((await send(first)).status).toBe(503);
    expect(await delivered()).toBe(0);
    expect((await send(first)).status).toBe(200);
    setFaults([{ service: 'gmail', method: 'users.drafts.send', rate: 1, when: 'after', status: 500 }]);
    expect((await send(second)).status).toBe(500);
    expect(await delivered()).toBe(2);
  });

  it('cut the connection with status 0', async () => {
    setFaults([{ service: '*', rate: 1, when: 'after', status: 0 }]);
    await expect(profile()).rejects.toThrow();
  });

  it('only slow a call down when they have no status', async () => {
    setFaults([{ service: 'gmail', rate: 1, when: 'before', delayMs: 1 }]);
    expect((await profile()).status).toBe(200);
  });

  it('strike the same calls for the same seed, and others for another', async () => {
    const strikes = async (seed: number) => {
      setFaults([{ service: 'gmail', rate: 0.5, when: 'before' }], seed);
      const statuses = [];
      for (let index = 0; index < 24; index += 1) statuses.push((await profile()).status);
      return statuses;
    };
    const first = await strikes(7);
    expect(await strikes(7)).toEqual(first);
    expect(await strikes(8)).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 503]));
  });

  it('are set and cleared over HTTP, and wrong ones are refused by name', async () => {
    const put = (body: unknown) =>
      fetch(`${workspace.url}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await put({ rules: [{ service: 'gmail', rate: 1, when: 'before' }], seed: 1 })).status).toBe(200);
    expect((await profile()).status).toBe(503);
    const wrong = await put({ rules: [{ service: 'gmail', rate: 2, when: 'before' }] });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('rules[0].rate')]);
    await fetch(`${workspace.url}/faults`, { method: 'DELETE' });
    expect((await profile()).status).toBe(200);
  });
});
