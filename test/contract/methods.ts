/** The methods of Google's API descriptions, findable by verb and path, uploads included. */
import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { createSchemas, type GoogleSchema, type GoogleSchemas } from './schema.ts';

export interface GoogleParameter extends GoogleSchema {
  location?: string;
  repeated?: boolean;
  required?: boolean;
  pattern?: string;
}

interface MethodDescription {
  id: string;
  httpMethod: string;
  path: string;
  flatPath?: string;
  parameters?: Record<string, GoogleParameter>;
  request?: { $ref: string };
  response?: { $ref: string };
  supportsMediaDownload?: boolean;
  mediaUpload?: { protocols: { simple?: { path: string } } };
}

interface Resource {
  methods?: Record<string, MethodDescription>;
  resources?: Record<string, Resource>;
}

interface Description extends Resource {
  servicePath: string;
  parameters: Record<string, GoogleParameter>;
  schemas: GoogleSchemas;
}

export interface GoogleMethod {
  id: string;
  verb: string;
  pattern: RegExp;
  /** By name, those of the method and those that every method has. */
  query: Record<string, GoogleParameter>;
  request: string | undefined;
  response: string | undefined;
  /** Whether `alt=media` answers content. */
  hasContent: boolean;
  schemas: GoogleSchemas;
  validator(schema: string): ValidateFunction;
}

export const descriptionFiles = ['sheets.v4.json', 'drive.v3.json', 'gmail.v1.json'] as const;

export function readDescription(file: string): string {
  return readFileSync(new URL(`./google/data/${file}`, import.meta.url), 'utf8');
}

/** The path with most fixed text comes first, so that "drafts/send" is not taken for a draft called "send". */
export function readMethods(): GoogleMethod[] {
  const found = descriptionFiles.flatMap((file) => {
    const description = JSON.parse(readDescription(file)) as Description;
    const validator = createSchemas(description.schemas);
    return listMethods(description).flatMap((method) =>
      toPaths(description, method).map((path) => ({
        path,
        ...toMethod(description, method, path, validator),
      })),
    );
  });
  return found.sort((one, other) => other.path.length - one.path.length);
}

function listMethods({ methods = {}, resources = {} }: Resource): MethodDescription[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(listMethods)];
}

function toPaths(description: Description, method: MethodDescription): string[] {
  const upload = method.mediaUpload?.protocols.simple?.path;
  const usual = `/${description.servicePath}${method.flatPath ?? method.path}`;
  return upload ? [usual, upload] : [usual];
}

function toMethod(
  description: Description,
  method: MethodDescription,
  path: string,
  validator: GoogleMethod['validator'],
): GoogleMethod {
  const own = Object.entries(method.parameters ?? {}).filter(
    ([, parameter]) => parameter.location === 'query',
  );
  return {
    id: method.id,
    verb: method.httpMethod,
    pattern: new RegExp(`^${path.replaceAll(/\{\+\w+\}/g, '(.+)').replaceAll(/\{\w+\}/g, '([^/]+?)')}$`),
    query: { ...description.parameters, ...Object.fromEntries(own) },
    request: method.request?.$ref,
    response: method.response?.$ref,
    hasContent: method.supportsMediaDownload === true,
    schemas: description.schemas,
    validator,
  };
}
