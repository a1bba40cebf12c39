/** Holds calls of Firestore's REST interface against Google's own description of it, as the SDK ships it. */
import { createRequire } from 'node:module';

interface FieldDescription {
  type: string;
  rule?: 'repeated';
  /** Of a map: its values have `type`. */
  keyType?: string;
}

interface Description {
  nested?: Record<string, Description>;
  fields?: Record<string, FieldDescription>;
  oneofs?: Record<string, { oneof: string[] }>;
  /** Of an enum. */
  values?: Record<string, number>;
  methods?: Record<
    string,
    { requestType: string; responseType: string; parsedOptions: { '(google.api.http)'?: HttpRule }[] }
  >;
}

interface HttpRule {
  post?: string;
  additional_bindings?: HttpRule;
}

const sdk = createRequire(createRequire(import.meta.url).resolve('@google-cloud/firestore'));
const root = sdk('@google-cloud/firestore-api/build/protos/protos.json') as Description;
const packageName = ['google', 'firestore', 'v1'];

const find = (path: readonly string[]): Description | undefined =>
  path.reduce<Description | undefined>((at, name) => at?.nested?.[name], root);

/** As protobuf does: the innermost scope first. */
function resolve(type: string, scope: readonly string[]): { path: string[]; found: Description } | undefined {
  for (let depth = scope.length; depth >= 0; depth -= 1) {
    const path = [...scope.slice(0, depth), ...type.split('.')];
    const found = find(path);
    if (found) return { path, found };
  }
  return undefined;
}

const scalars: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  double: (value) => typeof value === 'number' || /^(NaN|-?Infinity)$/.test(String(value)),
  int64: (value) => /^-?\d+$/.test(typeof value === 'string' ? value : ''),
  int32: (value) => Number.isInteger(value),
};

/** Messages that JSON writes in a way of their own. */
const wellKnown: Record<string, (value: unknown) => boolean> = {
  'google.protobuf.Timestamp': (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(String(value)),
  'google.protobuf.NullValue': (value) => value === null,
  'google.protobuf.Int32Value': (value) => Number.isInteger(value),
};

function faultsOf(type: string, scope: readonly string[], value: unknown, at: string): string[] {
  const known = scalars[type] ?? wellKnown[type];
  if (known) return known(value) ? [] : [`${at}: ${JSON.stringify(value)} is no ${type}`];
  const resolved = resolve(type, scope);
  if (!resolved) return [`${at}: Google has no type ${type}`];
  const { path, found } = resolved;
  if (found.values)
    return typeof value === 'string' && value in found.values ? [] : [`${at}: ${value} is no ${type}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: is no ${type}`];
  const names = Object.keys(value);
  const several = Object.values(found.oneofs ?? {})
    .map(({ oneof }) => oneof.filter((name) => names.includes(name)))
    .filter((chosen) => chosen.length > 1)
    .map((chosen) => `${at}: at most one of ${chosen.join(', ')}`);
  return [
    ...several,
    ...Object.entries(value).flatMap(([name, inner]) =>
      fieldFaults(found.fields?.[name], path, inner, `${at}.${name}`),
    ),
  ];
}

function fieldFaults(
  field: FieldDescription | undefined,
  scope: string[],
  value: unknown,
  at: string,
): string[] {
  if (!field) return [`${at}: Google knows no such field`];
  const each = (items: [string | number, unknown][]) =>
    items.flatMap(([key, item]) => faultsOf(field.type, scope, item, `${at}[${key}]`));
  if (field.keyType) return each(Object.entries(value as object));
  if (field.rule !== 'repeated') return faultsOf(field.type, scope, value, at);
  return Array.isArray(value) ? each([...value.entries()]) : [`${at}: is no list`];
}

const patterns = (rule: HttpRule | undefined): string[] =>
  rule ? [rule.post ?? '', ...patterns(rule.additional_bindings)] : [];

// "/v1/{parent=projects/*/databases/*/documents/*/**}:runQuery" as an expression.
const toExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/\{\w+=([^}]+)\}/g, '$1')
      .replace(/\*\*|\*/g, (stars) => (stars === '*' ? '[^/:]+' : '[^:]+'))}$`,
  );

/** One sentence a violation of a streamed call: path, request, and each part of the answer. */
export function firestoreFaults(call: {
  path: string;
  body: unknown;
  status: number;
  answer: unknown;
}): string[] {
  const methods = Object.values(find([...packageName, 'Firestore'])?.methods ?? {});
  const method = methods.find(({ parsedOptions }) =>
    parsedOptions
      .flatMap((option) => patterns(option['(google.api.http)']))
      .some((pattern) => pattern !== '' && toExpression(pattern).test(call.path)),
  );
  if (!method) return [`POST ${call.path}: Google has no such method`];
  const { requestType, responseType } = method;
  const request = faultsOf(requestType, packageName, call.body, requestType);
  if (call.status !== 200) return request;
  if (!Array.isArray(call.answer)) return [...request, `${responseType}: a stream is a list`];
  return [
    ...request,
    ...call.answer.flatMap((part, index) =>
      faultsOf(responseType, packageName, part, `${responseType}[${index}]`),
    ),
  ];
}
