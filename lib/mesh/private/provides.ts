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

/** What constructs say that others create, sorted, each once. @param isRendered what is created here after all, in the same words */
export function providedTo(constructs: readonly IConstruct[], isRendered: (thing: string) => boolean = () => false): string[] {
  const said = constructs.flatMap(({ node }) => node.metadata).filter(({ type }) => type === PROVIDES);
  return [...new Set(said.flatMap(({ data }) => String(data).split(',')).map(one => one.trim().replace(/\s+/g, ' ')).filter(isObject))].filter(thing => !isRendered(thing)).sort();
}

function isObject(text: string): boolean {
  return /^\S+ \S+$/.test(text);
}
