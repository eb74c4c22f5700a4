import type { Construct, IConstruct } from 'constructs';

/**
 * The kind of metadata with which a construct says that an object exists which nobody here renders: `Kind namespace/name`, several joined by
 * commas. Whoever writes files tells checks of it. On an object, an annotation of this name says the same.
 */
export const PROVIDES = 'cdk8s-mesh/provides';

/** Says that somebody else creates an object. */
export function provide(construct: Construct, kind: string, namespace: string, name: string): void {
  construct.node.addMetadata(PROVIDES, `${kind} ${namespace}/${name}`);
}

/** What is wrong with what constructs say that others create, each in a sentence: nobody would look for it, and nobody would know why. */
export function providesProblems(constructs: readonly IConstruct[]): string[] {
  return constructs.filter(({ node }) => node.metadata.length > 0).flatMap(construct => saidBy([construct]).filter(one => !isObject(one)).map(one => (
    `${construct.node.path || 'the app'}: the metadata "${PROVIDES}" has "${one}", which is not an object reference. Write 'Kind namespace/name', as in 'Secret istio-system/shop-tls', several separated by commas.`
  )));
}

/** What constructs say that others create, sorted, each once. @param isRendered what is created here after all, in the same words */
export function providedTo(constructs: readonly IConstruct[], isRendered: (thing: string) => boolean = () => false): string[] {
  return [...new Set(saidBy(constructs).filter(isObject))].filter(thing => !isRendered(thing)).sort();
}

/** A comma at the end names nothing. */
function saidBy(constructs: readonly IConstruct[]): string[] {
  const said = constructs.flatMap(({ node }) => node.metadata).filter(({ type }) => type === PROVIDES);
  return said.flatMap(({ data }) => String(data).split(',')).map(one => one.trim().replace(/\s+/g, ' ')).filter(one => one !== '');
}

function isObject(text: string): boolean {
  return /^[A-Z]\w* (?:[^\s/]*\/)?[^\s/]+$/.test(text);
}
