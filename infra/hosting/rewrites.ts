/** Whom Hosting asks for an address that is no file: read from firebase.json, so that the trial does the same. */
import firebase from '../../firebase.json' with { type: 'json' };

/** A function, or the service of Cloud Run that carries its name. */
interface Rewrite {
  source: string;
  function?: { functionId: string };
  run?: { serviceId: string };
}

const rules = (firebase.hosting.rewrites as Rewrite[]).map(({ source, function: named, run }) => {
  // Hosting knows more patterns; what is not understood here must not be taken for something else.
  if (source !== '**' && !/^\/[a-z/-]*$/.test(source)) throw new Error(`firebase.json: rewrite of ${source}`);
  const name = named?.functionId ?? run?.serviceId;
  if (name === undefined) throw new Error(`firebase.json: nobody answers ${source}`);
  return { source, name };
});

/** Every function that Hosting may ask. */
export const rewritten: readonly string[] = [...new Set(rules.map(({ name }) => name))];

/** The first rule that fits decides; the query has no say. */
export function functionFor(address: string): string {
  const path = address.split('?')[0];
  const rule = rules.find(({ source }) => source === '**' || source === path);
  if (!rule) throw new Error(`firebase.json: nobody answers ${path}`);
  return rule.name;
}
