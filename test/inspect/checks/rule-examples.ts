/** For each rule, by its slug, objects in which it is broken, and the same objects mended. */
export type RuleExamples = Readonly<Record<string, { readonly bad: string; readonly good: string }>>;

/** An object of a kind of Istio, from its spec. */
export function istioObject(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: sample, namespace: shop}\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}\n`;
}
