import { ApiObject } from 'cdk8s';

/** What runs pods, as it is rendered. */
export interface RunsPods {
  readonly path: string;
  readonly kind: string;
  readonly namespace?: string;
  /** which pods it counts as its own; undefined where that is not for it to say */
  readonly selector?: PodSelector;
  readonly podLabels: Labels;
  readonly podAnnotations: Labels;
  readonly pod: PodSpec;
}

export type Labels = Readonly<Record<string, string>>;

export interface PodSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly Requirement[];
}

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** What of a pod counts here. */
export interface PodSpec {
  readonly containers?: readonly RenderedContainer[];
  readonly initContainers?: readonly RenderedContainer[];
  readonly securityContext?: RunsAs;
}

interface RenderedContainer {
  readonly ports?: readonly { readonly containerPort?: number }[];
  readonly restartPolicy?: string;
  readonly securityContext?: RunsAs;
}

interface RunsAs {
  readonly runAsUser?: number;
}

interface Rendered {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly items?: readonly Rendered[];
  readonly metadata?: Metadata;
  readonly spec?: RenderedSpec;
}

interface RenderedSpec extends PodSpec {
  readonly jobTemplate?: { readonly spec?: { readonly template?: Template } };
  readonly selector?: PodSelector;
  readonly template?: Template;
}

interface Template {
  readonly metadata?: Metadata;
  readonly spec?: PodSpec;
}

interface Metadata {
  readonly annotations?: Labels;
  readonly labels?: Labels;
  readonly namespace?: string;
}

/** What counts the pods as its own that it selects. */
const SELECTING = ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet'];

const KINDS = new Set([...SELECTING, 'core/Pod', 'core/ReplicationController', 'argoproj.io/Rollout', 'batch/CronJob', 'batch/Job']);

/** What runs pods in an object; a list stands for what is in it. */
export function podsIn(object: ApiObject): RunsPods[] {
  const { apiGroup, kind, node: { path } } = object;
  if (kind === 'List') {
    const { items } = object.toJson() as Rendered;
    return (items ?? []).filter(item => KINDS.has(kindOf(item))).map(item => podsOf(item, path));
  }
  return KINDS.has(`${apiGroup}/${kind}`) ? [podsOf(object.toJson() as Rendered, path)] : [];
}

/** Its group and its kind. */
function kindOf({ apiVersion = '', kind }: Rendered): string {
  const [group, version] = apiVersion.split('/');
  return `${version === undefined ? 'core' : group}/${kind}`;
}

function podsOf(rendered: Rendered, path: string): RunsPods {
  const { kind = '', metadata, spec: { selector = {} } = {} } = rendered;
  const { metadata: marks = {}, spec: pod = {} } = templateOf(rendered);
  return {
    path,
    kind,
    namespace: metadata?.namespace,
    selector: SELECTING.includes(kindOf(rendered)) ? selector : undefined,
    podLabels: marks.labels ?? {},
    podAnnotations: marks.annotations ?? {},
    pod,
  };
}

/** A pod is its own template. */
function templateOf(rendered: Rendered): Template {
  const { kind, spec = {} } = rendered;
  return kind === 'Pod' ? rendered : spec.jobTemplate?.spec?.template ?? spec.template ?? {};
}

/** An empty selector is refused by the API server, so it selects nothing here. */
export function selects({ matchLabels = {}, matchExpressions = [] }: PodSelector, podLabels: Labels): boolean {
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
