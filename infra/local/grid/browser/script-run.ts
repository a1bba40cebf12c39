/** `google.script.run` for the add-on's pages: asks the page around them, which asks the server. */

type Done = (value: unknown) => void;
type Failed = (error: Error) => void;

const waiting = new Map<number, { done: Done; failed: Failed }>();
let count = 0;

addEventListener('message', ({ source, data }: MessageEvent) => {
  if (source !== parent) return;
  const { id, ok, value } = data as { id: number; ok: boolean; value: unknown };
  const one = waiting.get(id);
  waiting.delete(id);
  if (ok) one?.done(value);
  else one?.failed(new Error(String(value)));
});

const createRunner = (done: Done, failed: Failed): unknown =>
  new Proxy(
    {},
    {
      get(_target, name) {
        if (name === 'withSuccessHandler') return (next: Done) => createRunner(next, failed);
        if (name === 'withFailureHandler') return (next: Failed) => createRunner(done, next);
        return (...args: unknown[]) => {
          count += 1;
          waiting.set(count, { done, failed });
          parent.postMessage({ id: count, call: String(name), args }, '*');
        };
      },
    },
  );

Object.assign(globalThis, {
  google: {
    script: {
      run: createRunner(
        () => undefined,
        (error) => console.error(error),
      ),
      host: { close: () => parent.postMessage({ close: true }, '*') },
    },
  },
});
