/** For each rule, by its slug, objects in which it is broken, and the same objects mended. */
export type RuleExamples = Readonly<Record<string, RuleExample>>;

export interface RuleExample {
  readonly bad: string;
  readonly good: string;
  /** Whether the rule speaks only where the objects are everything there is. */
  readonly complete?: boolean;
}

/** An object of a kind of Istio, from its spec. */
export function istioObject(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: sample, namespace: shop}\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}\n`;
}

/** Examples that differ in a part of one object: for each rule the bad part and the good one. */
export function examplesOf(object: (part: string) => string, parts: Readonly<Record<string, readonly [bad: string, good: string]>>): RuleExamples {
  return Object.fromEntries(Object.entries(parts).map(([slug, [bad, good]]) => [slug, { bad: object(bad), good: object(good) }]));
}
