/** Which function Hosting asks for an address that is no file: read from firebase.json, so that the trial does the same. */
import firebase from '../../firebase.json' with { type: 'json' };

const rules = firebase.hosting.rewrites.map(({ source, function: { functionId } }) => {
  // Hosting knows more patterns; what is not understood here must not be taken for something else.
  if (source !== '**' && !/^\/[a-z/-]*$/.test(source)) throw new Error(`firebase.json: rewrite of ${source}`);
  return { source, functionId };
});

/** Every function that Hosting may ask. */
export const rewritten: readonly string[] = [...new Set(rules.map(({ functionId }) => functionId))];

/** The first rule that fits decides; the query has no say. */
export function functionFor(address: string): string {
  const path = address.split('?')[0];
  const rule = rules.find(({ source }) => source === '**' || source === path);
  if (!rule) throw new Error(`firebase.json: nobody answers ${path}`);
  return rule.functionId;
}
