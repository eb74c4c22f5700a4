import { groupBy } from './group-by';
import { hasSidecar, isAmbientPod } from './mesh/mesh-membership';
import type { ObjectSet } from './mesh/object-set';
import { allPods, RunningPod } from './mesh/pods';
import type { Resource } from './mesh/resource';
import { selects } from './mesh/selectors';

/** A command that somebody types who looks for a fault. */
export interface DebugCommand {
  readonly command: string;
  /** What it shows. */
  readonly shows: string;
}

/** The commands about one thing: the mesh, a namespace, or something that runs. */
export interface DebugTopic {
  readonly about: string;
  readonly commands: readonly DebugCommand[];
}

/**
 * The commands that show what a cluster makes of a set: with the names of the set, and as istioctl has them today. What is known to run
 * outside of the mesh has no proxy to look at.
 */
export function debugTopics(set: ObjectSet): readonly DebugTopic[] {
  const pods = allPods(set).filter((pod): pod is ShownPod => pod.resource !== undefined && isInMesh(set, pod));
  const topics = [...groupBy(pods, ({ namespace }) => namespace)].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([namespace, own]) => [
    topicOfNamespace(namespace),
    ...[...own].sort((one, other) => (one.fullName < other.fullName ? -1 : 1)).map(pod => topicOfPod(set, pod)),
  ]);
  return topics.length === 0 ? [] : [MESH, ...topics];
}

type ShownPod = RunningPod & { readonly resource: Resource };

function isInMesh(set: ObjectSet, pod: RunningPod): boolean {
  return isAmbientPod(set, pod) || hasSidecar(set, pod) !== false;
}

const MESH: DebugTopic = {
  about: 'the mesh',
  commands: [{ command: 'istioctl proxy-status', shows: 'which proxies have what istiod last sent' }],
};

function topicOfNamespace(namespace: string): DebugTopic {
  const at = inNamespace(namespace);
  return {
    about: `namespace ${namespace}`,
    commands: [
      { command: `istioctl analyze${at}`, shows: 'what istioctl finds wrong in the cluster' },
      { command: `kubectl get virtualservices,destinationrules${at} -o yaml`, shows: 'the rules and policies that are there' },
    ],
  };
}

function topicOfPod(set: ObjectSet, pod: ShownPod): DebugTopic {
  const { kind = 'Pod' } = pod.resource.reference;
  const { name } = pod.resource;
  const at = inNamespace(pod.namespace);
  const target = kind === 'Pod' ? quoted(name) : quoted(`${kind.toLowerCase()}/${name}`);
  const services = set.of('Service').filter(service => service.namespace === pod.namespace && isFrontOf(service, pod));
  return {
    about: `${kind} ${pod.fullName}`,
    commands: [
      ...services.map(service => ({
        command: `istioctl experimental describe service ${quoted(service.name)}${at}`,
        shows: 'which rules and which mutual TLS hold for its callers',
      })),
      ...(isAmbientPod(set, pod) ? ofNode(at) : ofSidecar(target, at)),
    ],
  };
}

function isFrontOf({ spec }: Resource, { labels }: RunningPod): boolean {
  const selector = spec.at('selector');
  return selector.isFilled && selects(selector.textMap, labels);
}

function ofSidecar(target: string, at: string): DebugCommand[] {
  const config = (what: string): string => `istioctl proxy-config ${what} ${target}${at}`;
  return [
    { command: config('listener'), shows: 'on which ports its proxy listens' },
    { command: config('route'), shows: 'where its proxy sends HTTP requests' },
    { command: config('cluster'), shows: 'which hosts and subsets its proxy knows' },
    { command: config('secret'), shows: 'with which certificate it speaks mutual TLS, and until when' },
    { command: `kubectl logs ${target}${at} -c istio-proxy`, shows: 'what its proxy logs, with the flags of each answer' },
    { command: `istioctl dashboard envoy ${target}${at}`, shows: 'all that its proxy was told' },
    { command: `${config('listener')} -o json | grep -A 12 '"tracing"'`, shows: 'whether its proxy makes spans, and of how many requests' },
  ];
}

/** In ambient mode, the proxy of the node speaks for the pod. */
function ofNode(at: string): DebugCommand[] {
  const namespace = at.replace(' -n ', ' --workload-namespace ');
  return [
    { command: `istioctl ztunnel-config workload${namespace}`, shows: 'what the proxies of the nodes know of its pods' },
    { command: 'istioctl ztunnel-config certificate', shows: 'with which certificates the nodes speak mutual TLS' },
    { command: 'kubectl logs daemonset/ztunnel -n istio-system', shows: 'what the proxies of the nodes log, with each connection' },
    { command: `istioctl waypoint status${at}`, shows: 'whether a waypoint is there, and ready' },
  ];
}

function inNamespace(namespace: string): string {
  return namespace === '' ? '' : ` -n ${quoted(namespace)}`;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
