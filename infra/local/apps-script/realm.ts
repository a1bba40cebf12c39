/** The sandbox of one execution: nothing but the language, and services whose unknown members throw by name. */
import { types } from 'node:util';
import vm from 'node:vm';

type Member = (...args: never[]) => unknown;

/** Methods and constants of one class of Apps Script. */
export interface Members {
  [name: string]: Member | string | number | boolean | object;
}

export interface Realm {
  /** An object of Apps Script. Errors that its methods throw, and what they answer, belong to the sandbox. */
  emulate(name: string, members: Members): object;
  define(name: string, value: object): void;
  load(script: vm.Script): void;
  /** Calls a global function of the script; its own errors come out as errors of ours. */
  call(name: string, args: readonly unknown[]): unknown;
  globals(): string[];
}

/** Without arguments it tells the virtual time; the rest is the sandbox's own Date. */
const dateOf = `(now) => {
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...args) { if (args.length === 0) super(now()); else super(...args); }
    static now() { return now(); }
  };
}`;

export function createRealm(now: () => number): Realm {
  const context = vm.createContext({});
  const inside = <T>(code: string): T => vm.runInContext(code, context) as T;
  inside<(now: () => number) => void>(dateOf)(now);
  const own = inside<{
    Error: ErrorConstructor;
    Array: ArrayConstructor;
    Object: ObjectConstructor;
    Date: DateConstructor;
  }>('({ Error, Array, Object, Date })');
  const emulated = new WeakSet<object>();
  const before = new Set<string>(inside('Object.getOwnPropertyNames(globalThis)'));

  /** `instanceof Date` and `Array.isArray` must hold inside, so results are built of the sandbox's own classes. */
  const toInside = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || emulated.has(value)) return value;
    if (types.isDate(value)) return new own.Date(value.getTime());
    if (Array.isArray(value)) return own.Array.from(value.map(toInside));
    return own.Object.fromEntries(own.Array.from(Object.entries(value).map(([k, v]) => [k, toInside(v)])));
  };

  const emulate = (name: string, members: Members): object => {
    const proxy = new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        if (!(key in target)) throw new own.Error(`not emulated: ${name}.${key}`);
        const member = target[key];
        return typeof member === 'function' ? guarded(member as Member) : toInside(member);
      },
      set(_target, key) {
        throw new own.Error(`not emulated: ${name}.${String(key)} =`);
      },
    });
    emulated.add(proxy);
    return proxy;
  };

  const guarded =
    (member: Member) =>
    (...args: unknown[]): unknown => {
      try {
        return toInside((member as (...args: unknown[]) => unknown)(...args));
      } catch (error) {
        throw error instanceof own.Error ? error : new own.Error((error as Error).message);
      }
    };

  return {
    emulate,
    define(name, value) {
      context[name] = value;
      before.add(name);
    },
    load: (script) => void script.runInContext(context),
    call(name, args) {
      const target: unknown = context[name];
      if (typeof target !== 'function') throw new Error(`Script function not found: ${name}`);
      try {
        return target(...args.map(toInside));
      } catch (error) {
        throw new Error(`${name}: ${error instanceof own.Error ? error.message : String(error)}`);
      }
    },
    globals: () =>
      inside<string[]>('Object.getOwnPropertyNames(globalThis)').filter((name) => !before.has(name)),
  };
}
