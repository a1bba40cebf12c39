/** Reads Drive's search language ("'x' in parents and trashed = false") into a test of one file. */
import { ApiError } from '../api.ts';
import { type DriveFile, isSame } from './files.ts';

type Test = (file: DriveFile) => boolean;

const wordPattern = /'(?:[^'\\]|\\.)*'|<=|>=|!=|[=<>(){}]|[A-Za-z]+/g;

export function parseQuery(q: string): Test {
  const words = q.match(wordPattern) ?? [];
  if (q.replaceAll(wordPattern, '').trim() !== '') throw invalid(q);
  let next = 0;
  const peek = () => words[next]?.toLowerCase();
  const take = () => words[next++] ?? '';
  const takeText = () => {
    const word = take();
    if (!word.startsWith("'")) throw invalid(q);
    return word.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  };
  const expect = (word: string) => {
    if (take().toLowerCase() !== word) throw invalid(q);
  };

  function readEither(): Test {
    const tests = [readAll()];
    while (peek() === 'or') {
      take();
      tests.push(readAll());
    }
    return (file) => tests.some((test) => test(file));
  }

  function readAll(): Test {
    const tests = [readOne()];
    while (peek() === 'and') {
      take();
      tests.push(readOne());
    }
    return (file) => tests.every((test) => test(file));
  }

  function readOne(): Test {
    if (peek() === 'not') {
      take();
      const test = readOne();
      return (file) => !test(file);
    }
    if (peek() === '(') {
      take();
      const test = readEither();
      expect(')');
      return test;
    }
    return peek()?.startsWith("'") ? readMembership() : readComparison();
  }

  function readMembership(): Test {
    const value = takeText();
    expect('in');
    const place = take();
    if (place === 'parents') return (file) => file.parents.includes(value);
    const roles = {
      owners: ['owner'],
      writers: ['owner', 'writer'],
      readers: ['owner', 'writer', 'commenter', 'reader'],
    }[place];
    if (!roles) throw invalid(q);
    return (file) =>
      file.permissions.some((one) => isSame(one.emailAddress, value) && roles.includes(one.role));
  }

  function readComparison(): Test {
    const name = take();
    const operator = take().toLowerCase();
    if (operator === 'has' && (name === 'appProperties' || name === 'properties')) return readProperty(name);
    if (name === 'trashed') {
      const wanted = take().toLowerCase() === 'true';
      return (file) => (file.trashed === wanted) === (operator === '=');
    }
    const value = takeText();
    const compare = name in readers ? compareBy(operator, value) : undefined;
    if (!compare) throw invalid(q);
    return (file) => compare(readers[name]!(file));
  }

  function readProperty(kind: 'appProperties' | 'properties'): Test {
    expect('{');
    expect('key');
    expect('=');
    const key = takeText();
    expect('and');
    expect('value');
    expect('=');
    const value = takeText();
    expect('}');
    return (file) => file[kind][key] === value;
  }

  const test = readEither();
  if (next < words.length) throw invalid(q);
  return test;
}

const readers: Record<string, (file: DriveFile) => string> = {
  name: (file) => file.name,
  mimeType: (file) => file.mimeType,
  modifiedTime: (file) => file.modifiedTime,
  createdTime: (file) => file.createdTime,
};

function compareBy(operator: string, value: string): ((actual: string) => boolean) | undefined {
  const wanted = value.normalize('NFC');
  // Times come with any offset; as instants they compare right.
  const order = (actual: string) => new Date(actual).getTime() - new Date(value).getTime();
  const tests: Record<string, (actual: string) => boolean> = {
    '=': (actual) => actual.normalize('NFC') === wanted,
    '!=': (actual) => actual.normalize('NFC') !== wanted,
    contains: (actual) => actual.normalize('NFC').toLowerCase().includes(wanted.toLowerCase()),
    '<': (actual) => order(actual) < 0,
    '<=': (actual) => order(actual) <= 0,
    '>': (actual) => order(actual) > 0,
    '>=': (actual) => order(actual) >= 0,
  };
  return tests[operator];
}

function invalid(q: string): ApiError {
  return new ApiError(400, `Invalid Value: q ${q}`);
}
