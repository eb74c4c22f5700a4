import { isObject } from '../is-object';

type Mapping = Readonly<Record<string, unknown>>;

/** Where a kustomization adds labels beside those of the object itself. */
interface LabelPlaces {
  /** To what selects pods, and to the pods. */
  readonly selectors: boolean;
  /** To the pods that templates make. */
  readonly templates: boolean;
}

/** An object with the labels that a kustomization gives it. */
export function withLabels(object: Mapping, labels: Mapping, { selectors, templates }: LabelPlaces): Mapping {
  const pods = templates || selectors ? TEMPLATES : [];
  const withPods = pods.reduce(
    (made, place) => (isThere(made, place) ? added(made, [...place, 'metadata', 'labels'], labels) : made), added(object, ['metadata', 'labels'], labels),
  );
  const selector = selectors ? SELECTORS.get(String(object.kind)) : undefined;
  return selector !== undefined && isThere(withPods, selector) ? added(withPods, selector, labels) : withPods;
}

const TEMPLATES: ReadonlyArray<readonly string[]> = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template']];

const SELECTORS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Service', ['spec', 'selector']],
  ...['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'].map((kind): [string, readonly string[]] => [kind, ['spec', 'selector', 'matchLabels']]),
]);

function isThere(value: unknown, [step, ...more]: readonly string[]): boolean {
  return isObject(value) && isObject(value[step]) && (more.length === 0 || isThere(value[step], more));
}

function added(value: Mapping, [step, ...more]: readonly string[], labels: Mapping): Mapping {
  const child = isObject(value[step]) ? value[step] : {};
  return { ...value, [step]: more.length === 0 ? { ...child, ...labels } : added(child, more, labels) };
}
