import { ApiObject } from 'cdk8s';
import { Workload } from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { boundaryOf } from '../boundary';
import { arePodsClaimed } from './pods-owner';

/**
 * Makes it an error that what runs pods in a namespace, whoever wrote it, selects pods that something else runs. All are looked at in one walk, so
 * the error is that of the environment, or of the app. Versions of our services are apart by themselves: both `app` and `version` are their own.
 */
export function refuseOverlappingSelectors(owner: IConstruct): void {
  const boundary: IConstruct & { [WATCHED]?: true } = boundaryOf(owner);
  if (boundary[WATCHED] === undefined) {
    boundary[WATCHED] = true;
    boundary.node.addValidation({ validate: () => overlaps(workloadsIn(boundary)) });
  }
}

const WATCHED = Symbol.for('cdk8s-mesh.WatchedSelectors');

const KINDS = ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'];

/** What runs pods, as it is rendered. */
export interface RunsPods {
  readonly path: string;
  readonly namespace?: string;
  readonly selector: { readonly matchLabels?: Labels; readonly matchExpressions?: readonly Requirement[] };
  readonly podLabels: Labels;
}

type Labels = Readonly<Record<string, string>>;

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

interface Rendered {
  readonly metadata?: Metadata;
  readonly spec?: { readonly selector?: RunsPods['selector']; readonly template?: { readonly metadata?: Metadata } };
}

interface Metadata {
  readonly labels?: Labels;
  readonly namespace?: string;
}

function workloadsIn(boundary: IConstruct): RunsPods[] {
  const objects = boundary.node.findAll().filter(ApiObject.isApiObject).filter(({ apiGroup, kind }) => apiGroup === 'apps' && KINDS.includes(kind));
  return objects.filter(object => boundaryOf(object) === boundary).map(object => ({ path: object.node.path, ...podsOf(object) }));
}

/** What a service has claimed says it without being rendered, which takes as long as all else. */
function podsOf(object: ApiObject): Omit<RunsPods, 'path'> {
  const { scope } = object.node;
  if (scope instanceof Workload && arePodsClaimed(scope)) {
    const { matchLabels, matchExpressions, podMetadata } = scope;
    const { labels = {} } = podMetadata.toJson() as Metadata;
    return { namespace: object.metadata.namespace, selector: { matchLabels, matchExpressions }, podLabels: labels };
  }
  const { metadata, spec: { selector = {}, template } = {} } = object.toJson() as Rendered;
  return { namespace: metadata?.namespace, selector, podLabels: template?.metadata?.labels ?? {} };
}

/** The problems of workloads that select pods of one another. Each is compared with those alone that share its rarest label. */
export function overlaps(workloads: readonly RunsPods[]): string[] {
  const byLabel = new Map<string, RunsPods[]>();
  for (const workload of workloads) {
    for (const key of [keyOf(workload), ...Object.entries(workload.podLabels).map(label => keyOf(workload, label))]) {
      const same = byLabel.get(key) ?? [];
      same.push(workload);
      byLabel.set(key, same);
    }
  }
  return workloads.flatMap(workload => {
    const keys = [keyOf(workload), ...Object.entries(workload.selector.matchLabels ?? {}).map(label => keyOf(workload, label))];
    const [rarest] = keys.map(key => byLabel.get(key) ?? []).sort((a, b) => a.length - b.length);
    return rarest.filter(other => other !== workload && selects(workload, other)).map(other => (
      `${workload.path}: selects the pods of "${other.path}" as well, so that whatever goes by selectors, an autoscaler say, counts them as its own. Let it select by labels that only its own pods have, such as app and version.`
    ));
  });
}

function keyOf({ namespace }: RunsPods, label: readonly string[] = []): string {
  return JSON.stringify([namespace, ...label]);
}

/** An empty selector is refused by the API server, so it selects nothing here. */
function selects({ selector: { matchLabels = {}, matchExpressions = [] } }: RunsPods, { podLabels }: RunsPods): boolean {
  const isEmpty = Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
  return !isEmpty
    && Object.entries(matchLabels).every(([name, value]) => podLabels[name] === value)
    && matchExpressions.every(requirement => holds(requirement, podLabels));
}

function holds({ key, operator, values = [] }: Requirement, labels: Labels): boolean {
  const isThere = key in labels;
  switch (operator) {
    case 'Exists': return isThere;
    case 'DoesNotExist': return !isThere;
    case 'In': return isThere && values.includes(labels[key]);
    default: return !(isThere && values.includes(labels[key]));
  }
}
