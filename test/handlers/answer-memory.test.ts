/** Answers kept for the next reader: from the second asking on, as long as nothing new is in force. */
import { describe, expect, it } from 'vitest';
import { createAnswerMemory } from '../../functions/handlers/answer-memory.ts';
import type { Answer } from '../../functions/listing/answer.ts';

const inForce = {};

function createReader(answer: (address: string) => Partial<Answer> = () => ({})) {
  const memory = createAnswerMemory();
  const made: string[] = [];
  return {
    made,
    async ask(address: string, of: object = inForce): Promise<string> {
      const { body } = await memory.recall(of, address, async () => {
        made.push(address);
        return { status: 200, headers: {}, body: `trang ${address}`, ...answer(address) };
      });
      return body.toString();
    },
  };
}

describe('the memory of answers', () => {
  it('makes what is asked for again and again twice, and gives everybody the same', async () => {
    const { ask, made } = createReader();
    for (let turn = 0; turn < 5; turn += 1) expect(await ask('/')).toBe('trang /');
    expect(made).toEqual(['/', '/']);
  });

  it('keeps what everybody asks for, however many addresses are asked for once', async () => {
    const { ask, made } = createReader(() => ({ body: 'x'.repeat(100_000) }));
    await ask('/');
    await ask('/');
    for (let other = 0; other < 1000; other += 1) await ask(`/guong/${other}`);
    await ask('/');
    expect(made.filter((address) => address === '/')).toHaveLength(2);
  });

  it('forgets those asked for longest ago when it is full, and never the one just asked for', async () => {
    const { ask, made } = createReader(() => ({ body: 'x'.repeat(1_000_000) }));
    const twice = async (address: string) => {
      await ask(address);
      await ask(address);
    };
    for (let other = 0; other < 8; other += 1) await twice(`/${other}`);
    await ask('/0');
    await twice('/8');
    made.length = 0;
    await ask('/0');
    await ask('/8');
    expect(made).toEqual([]);
    await ask('/1');
    expect(made).toEqual(['/1']);
  });

  it('forgets everything when something new is in force', async () => {
    const { ask, made } = createReader();
    await ask('/');
    await ask('/');
    await ask('/', {});
    expect(made).toHaveLength(3);
  });

  it.each([
    ['a fault', { status: 404 }],
    ['what is somebody’s own', { headers: { 'Cache-Control': 'no-store' } }],
  ])('keeps nothing of %s', async (_, answer) => {
    const { ask, made } = createReader(() => answer);
    for (let turn = 0; turn < 3; turn += 1) await ask('/x');
    expect(made).toHaveLength(3);
  });

  it('keeps nothing under an address longer than any of ours', async () => {
    const { ask, made } = createReader();
    for (let turn = 0; turn < 3; turn += 1) await ask(`/?q=${'a'.repeat(600)}`);
    expect(made).toHaveLength(3);
  });

  it('keeps no answer that was made from what is no longer in force', async () => {
    const memory = createAnswerMemory();
    const [old, fresh] = [{}, {}];
    const answer = (body: string) => async (): Promise<Answer> => ({ status: 200, headers: {}, body });
    await memory.recall(old, '/', answer('cũ'));
    let finish: (made: Answer) => void = () => undefined;
    const late = memory.recall(old, '/', () => new Promise((resolve) => (finish = resolve)));
    await memory.recall(fresh, '/other', answer('mới'));
    finish({ status: 200, headers: {}, body: 'cũ' });
    await late;
    expect((await memory.recall(fresh, '/', answer('mới'))).body.toString()).toBe('mới');
  });
});
