import type { HttpMethod } from '../../http-method';
import type { PathMatch } from '../../path-match';
import type { TextMatch } from '../../text-match';

/** What has to hold of a request all at once. */
export interface Conditions {
  readonly authority?: TextMatch;
  readonly headers: Readonly<Record<string, TextMatch>>;
  readonly method?: HttpMethod;
  readonly path?: PathMatch;
  readonly port?: number;
  readonly query: Readonly<Record<string, TextMatch>>;
  readonly sourceLabels?: Readonly<Record<string, string>>;
  readonly sourceNamespace?: string;
  readonly withoutHeaders: Readonly<Record<string, TextMatch>>;
}

/** What holds of every request. */
export const ANY_REQUEST: Conditions = { headers: {}, query: {}, withoutHeaders: {} };

/** No alternatives mean every request: the same, said. */
export function saidAlternatives(alternatives: readonly Conditions[]): readonly Conditions[] {
  return alternatives.length === 0 ? [ANY_REQUEST] : alternatives;
}

const COLLECTIONS = ['headers', 'query', 'sourceLabels', 'withoutHeaders'] as const;
const SINGLES = ['authority', 'method', 'path', 'port', 'sourceNamespace'] as const;

/** How many things are asked for; none of every request. A path that every request has asks for nothing. */
export function countOf(conditions: Conditions): number {
  const collected = COLLECTIONS.reduce((sum, name) => sum + Object.keys(conditions[name] ?? {}).length, 0);
  return collected + Object.keys(singlesOf(conditions)).length - Number(conditions.path?._takesEvery ?? false);
}

/**
 * Both at once, of two that some request fulfils.
 *
 * @throws when the mesh would have to compare one thing in two ways, such as the path
 */
export function both(a: Conditions, b: Conditions): Conditions {
  const twice = askedTwice(a, b);
  if (twice !== undefined) {
    throw new Error(`Match.all: "${twice}" is matched twice, but the mesh compares it only once. Use one regular expression for both, or Match.any to match one or the other.`);
  }
  return {
    ...singlesOf(a),
    ...singlesOf(b),
    headers: { ...a.headers, ...b.headers },
    query: { ...a.query, ...b.query },
    sourceLabels: (a.sourceLabels || b.sourceLabels) && { ...a.sourceLabels, ...b.sourceLabels },
    withoutHeaders: { ...a.withoutHeaders, ...b.withoutHeaders },
  };
}

/** What the mesh would have to compare in two ways. */
export function askedTwice(a: Conditions, b: Conditions): string | undefined {
  const compared = [[singlesOf(a), singlesOf(b)], ...COLLECTIONS.map(name => [a[name] ?? {}, b[name] ?? {}])];
  return compared.flatMap(([one, other]) => Object.keys(one).filter(name => (
    Object.hasOwn(other, name) && JSON.stringify(one[name]) !== JSON.stringify(other[name])
  )))[0];
}

/** Without those that say the same as one before. */
export function distinct(alternatives: readonly Conditions[]): readonly Conditions[] {
  const texts = alternatives.map(conditions => JSON.stringify([
    SINGLES.map(name => conditions[name] ?? null),
    COLLECTIONS.map(name => Object.entries(conditions[name] ?? {}).sort()),
  ]));
  return alternatives.filter((_, index) => texts.indexOf(texts[index]) === index);
}

function singlesOf(conditions: Conditions): Readonly<Record<string, unknown>> {
  return Object.fromEntries(SINGLES.filter(name => conditions[name] !== undefined).map(name => [name, conditions[name]]));
}
