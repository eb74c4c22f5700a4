import { groupOf } from '../api-group';
import { isObject } from '../is-object';

type Mapping = Readonly<Record<string, unknown>>;

/** Where a kustomization adds labels beside those of the object itself. */
interface LabelPlaces {
  /** To what selects pods, and to the pods. */
  readonly selectors: boolean;
  /** To the pods that templates make. */
  readonly templates: boolean;
}

/** An object with the labels that a kustomization gives it, where kustomize looks for them: in kinds of Kubernetes alone. */
export function withLabels(object: Mapping, labels: Mapping, { selectors, templates }: LabelPlaces): Mapping {
  const kind = `${groupOf(object.apiVersion)} ${String(object.kind)}`;
  const made = templates || selectors ? TEMPLATES.get(kind) ?? [] : [];
  const [selector, present] = selectors ? [SELECTORS.get(kind), PRESENT_SELECTORS.get(kind)] : [];
  return [
    ['metadata', 'labels'], ...made.map(template => [...template, 'metadata', 'labels']),
    ...(selector === undefined ? [] : [selector]), ...(present !== undefined && isThere(object, present) ? [present] : []),
  ].reduce((value, place) => added(value, place, labels), object);
}

/** An object with the annotations that a kustomization gives all, and the pods that templates make. */
export function withAnnotations(object: Mapping, annotations: Mapping): Mapping {
  const templates = TEMPLATES.get(`${groupOf(object.apiVersion)} ${String(object.kind)}`) ?? [];
  return [[], ...templates].reduce((value, template) => added(value, [...template, 'metadata', 'annotations'], annotations), object);
}

const CONTROLLERS: readonly string[] = ['apps Deployment', 'apps ReplicaSet', 'apps StatefulSet', 'apps DaemonSet'];

/** Where in an object others are described that are made of it. */
const TEMPLATES: ReadonlyMap<string, ReadonlyArray<readonly string[]>> = new Map([
  ...[...CONTROLLERS, 'batch Job', ' ReplicationController'].map((kind): [string, ReadonlyArray<readonly string[]>] => [kind, [['spec', 'template']]]),
  ['batch CronJob', [['spec', 'jobTemplate'], ['spec', 'jobTemplate', 'spec', 'template']]],
]);

const SELECTORS: ReadonlyMap<string, readonly string[]> = new Map([
  [' Service', ['spec', 'selector']], [' ReplicationController', ['spec', 'selector']],
  ...CONTROLLERS.map((kind): [string, readonly string[]] => [kind, ['spec', 'selector', 'matchLabels']]),
]);

/** Selectors that get labels where they have some. */
const PRESENT_SELECTORS: ReadonlyMap<string, readonly string[]> = new Map([
  ['networking.k8s.io NetworkPolicy', ['spec', 'podSelector', 'matchLabels']], ['policy PodDisruptionBudget', ['spec', 'selector', 'matchLabels']],
]);

function isThere(value: unknown, place: readonly string[]): boolean {
  return isObject(place.reduce<unknown>((found, step) => (isObject(found) ? found[step] : undefined), value));
}

function added(value: Mapping, [step, ...more]: readonly string[], labels: Mapping): Mapping {
  const child = isObject(value[step]) ? value[step] : {};
  return { ...value, [step]: more.length === 0 ? { ...child, ...labels } : added(child, more, labels) };
}
