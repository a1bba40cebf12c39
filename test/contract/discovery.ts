/** Holds calls and answers against Google's own API descriptions: what Google would not know is a violation here. */
import type { ValidateFunction } from 'ajv';
import type { Exchange } from '../../infra/local/workspace/google.ts';
import { type Mask, parseMask } from '../../infra/local/workspace/sheets/fields.ts';
import { type GoogleMethod, type GoogleParameter, readMethods } from './methods.ts';
import type { GoogleSchema } from './schema.ts';

export interface ContractChecker {
  /** One sentence a violation; empty when the exchange keeps the contract. */
  check(exchange: Exchange): string[];
}

export function createContractChecker(): ContractChecker {
  const methods = readMethods();
  return {
    check(exchange) {
      const name = `${exchange.method} ${exchange.path}`;
      const method = methods.find((one) => one.verb === exchange.method && one.pattern.test(exchange.path));
      if (!method) return [`${name}: Google has no such method`];
      const faults = [
        ...checkQuery(method, exchange.query),
        ...checkMask(method, exchange.query.get('fields')),
        ...checkBody('request', method, method.request, withoutNulls(exchange.requestBody)),
        ...checkAnswer(method, exchange),
      ];
      return faults.map((fault) => `${method.id}: ${fault}`);
    },
  };
}

/** To Google a null in a request is a field left out; it is how a property is taken away. */
function withoutNulls(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutNulls);
  if (typeof body !== 'object' || body === null) return body;
  const kept = Object.entries(body).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutNulls(value)]));
}

function checkQuery(method: GoogleMethod, query: URLSearchParams): string[] {
  const names = [...new Set(query.keys())];
  const missing = Object.entries(method.query)
    .filter(([name, parameter]) => parameter.required && !query.has(name))
    .map(([name]) => `query ${name} is required`);
  return [
    ...missing,
    ...names.flatMap((name) => checkParameter(name, method.query[name], query.getAll(name))),
  ];
}

function checkParameter(name: string, parameter: GoogleParameter | undefined, values: string[]): string[] {
  if (!parameter) return [`query ${name} is unknown`];
  const repeated =
    values.length > 1 && !parameter.repeated ? [`query ${name} is given ${values.length} times`] : [];
  return [
    ...repeated,
    ...values.filter((one) => !isValue(parameter, one)).map((one) => `query ${name}=${one} is wrong`),
  ];
}

function isValue({ type, enum: words, pattern }: GoogleParameter, value: string): boolean {
  if (words && !words.includes(value)) return false;
  if (type === 'integer' && !/^-?\d+$/.test(value)) return false;
  if (type === 'boolean' && value !== 'true' && value !== 'false') return false;
  if (type === 'number' && !Number.isFinite(Number(value))) return false;
  return !pattern || new RegExp(pattern).test(value);
}

/** The schemas do not say that a `fields` mask must name what exists; Google answers 400 when it does not. */
function checkMask(method: GoogleMethod, mask: string | null): string[] {
  if (mask === null || !method.response) return [];
  try {
    return findUnknown(method, { $ref: method.response }, parseMask(mask)).map(
      (path) => `fields names no ${path}`,
    );
  } catch {
    return [`fields cannot be read: ${mask}`];
  }
}

function findUnknown(method: GoogleMethod, schema: GoogleSchema, tree: Mask): string[] {
  const target = resolve(method, schema);
  if (!target.properties) return [];
  return [...tree].flatMap(([name, below]) => {
    if (name === '*') return [];
    const inner = target.properties?.[name];
    if (!inner) return [name];
    return findUnknown(method, inner, below).map((path) => `${name}/${path}`);
  });
}

/** Behind references and lists, the object that a mask's names belong to. */
function resolve(method: GoogleMethod, schema: GoogleSchema): GoogleSchema {
  if (schema.$ref) return resolve(method, method.schemas[schema.$ref] ?? {});
  return schema.items ? resolve(method, schema.items) : schema;
}

function checkAnswer(method: GoogleMethod, { status, query, responseBody }: Exchange): string[] {
  if (status >= 400) return checkError(status, responseBody);
  if (query.get('alt') === 'media') return method.hasContent ? [] : ['alt=media answers no content'];
  // files.export: content and nothing else.
  if (method.hasContent && !method.response) return [];
  if (method.response && responseBody === undefined) return ['response has no body'];
  return checkBody('response', method, method.response, responseBody);
}

function checkBody(kind: string, method: GoogleMethod, schema: string | undefined, body: unknown): string[] {
  if (body === undefined || body === '') return [];
  if (!schema) return [`${kind} must have no body`];
  const validate = method.validator(schema);
  return validate(body) ? [] : toSentences(kind, validate);
}

function toSentences(kind: string, { errors }: ValidateFunction): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const detail = params.additionalProperty ?? params.allowedValues?.join(', ') ?? '';
    return `${kind}${instancePath} ${message} ${detail}`.trim();
  });
}

/** Errors are in no schema; every Google API of today answers this shape. */
function checkError(status: number, body: unknown): string[] {
  const { error } = (body ?? {}) as { error?: { code?: unknown; message?: unknown; status?: unknown } };
  const isGood =
    error?.code === status && typeof error.message === 'string' && typeof error.status === 'string';
  return isGood ? [] : [`error ${status} is not in Google's shape`];
}
