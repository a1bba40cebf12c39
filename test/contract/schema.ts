/** Turns the schemas of a Google API description into JSON Schema, strict where Google's servers are strict. */
import { Ajv, type ValidateFunction } from 'ajv';

export interface GoogleSchema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: GoogleSchema;
  properties?: Record<string, GoogleSchema>;
  additionalProperties?: GoogleSchema;
}

export type GoogleSchemas = Record<string, GoogleSchema>;

/** Compiles on first use: a description has hundreds of schemas and a test needs a dozen. */
export function createSchemas(schemas: GoogleSchemas): (name: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const definitions = Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(schema)]);
  ajv.addSchema({ $id: 'google', $defs: Object.fromEntries(definitions) });
  const compiled = new Map<string, ValidateFunction>();
  return (name) => {
    const validate = compiled.get(name) ?? ajv.compile({ $ref: `google#/$defs/${name}` });
    compiled.set(name, validate);
    return validate;
  };
}

function toJsonSchema(schema: GoogleSchema): Record<string, unknown> {
  if (schema.$ref) return { $ref: `google#/$defs/${schema.$ref}` };
  return {
    ...(schema.type && schema.type !== 'any' ? { type: toType(schema) } : {}),
    ...(schema.enum ? { enum: schema.enum } : {}),
    ...(schema.items ? { items: toJsonSchema(schema.items) } : {}),
    ...(schema.format === 'date-time' ? { pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d' } : {}),
    ...(schema.type === 'object' ? toMembers(schema) : {}),
  };
}

/** JSON numbers cannot hold 64 bits: Google sends text and takes both. */
function toType({ type, format }: GoogleSchema): string | string[] | undefined {
  return format === 'int64' || format === 'uint64' ? ['string', 'integer'] : type;
}

function toMembers({ properties, additionalProperties }: GoogleSchema): Record<string, unknown> {
  const members = Object.entries(properties ?? {}).map(([name, inner]) => [name, toJsonSchema(inner)]);
  return {
    ...(properties ? { properties: Object.fromEntries(members) } : {}),
    additionalProperties: additionalProperties ? toJsonSchema(additionalProperties) : !properties,
  };
}
