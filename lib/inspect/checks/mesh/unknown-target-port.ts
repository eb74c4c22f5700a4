import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { hasSidecar } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { mayHaveOtherPods, podsSelectedIn, RunningPod } from '../../mesh/pods';
import { portWords } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { indexesByNamespace, selectorText } from '../../mesh/selectors';
import { isListUnread, isMisspelled } from '../../mesh/unread';
import { namedPorts } from '../../mesh/workload-containers';
import { selectsEntry, WORKLOAD_ENTRY } from '../../mesh/workload-entries';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { nearlySpelled } from '../../nearest';
import { answered } from '../../once-per';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const unknownTargetPort = meshRule('MESH102', 'error', ['unknown-target-port', 'A Service targets a port name that no selected pod has.']);

const GROUP = 'networking.istio.io/WorkloadGroup';

/** Names of ports behind which nobody is, though pods are selected, or that no port can have. Where some pods have the name, these are meant. */
export const unknownTargetPortCheck = defineCheck({
  rules: [unknownTargetPort],
  kinds: ['Service'],
  fields: ['targetPort'],
  reads: [...WORKLOAD_KINDS, WORKLOAD_ENTRY, GROUP, 'Namespace'],
  * judge(service, { set }) {
    const texts = service.spec.at('ports').items().filter(port => (port.at('targetPort').text ?? '') !== '');
    const named = texts.filter(port => isName(port.at('targetPort')));
    yield* texts.filter(port => !named.includes(port)).map(port => noName(port.at('targetPort')));
    const ports = named.length === 0 ? undefined : portsBehind(set, service);
    yield* ports === undefined ? [] : named.filter(port => !isThere(ports, port)).map(port => nowhere(ports, port));
  },
});

/** The API server asks for a letter. */
function isName({ text = '' }: Field): boolean {
  return /[a-z]/i.test(text);
}

function noName({ text = '', path }: Field): Problem {
  return {
    rule: unknownTargetPort,
    path,
    message: `"${text}" is a string, so it is read as a port name, which the API server rejects: a port name needs a letter`,
    repair: /^\d+$/.test(text) ? `write the number without quotes: targetPort: ${text}` : 'write the port number, or the port name that a container declares',
  };
}

/** What is known of the ports of the pods behind a Service. */
interface PortsBehind {
  /** Their names, by the transport. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether there may be others: names that cannot be read, or containers that are not shown. */
  readonly mayBeMore: boolean;
  /** Whether some of the pods may have a proxy of Istio. */
  readonly mayHaveProxy: boolean;
}

/** Undefined where nothing is selected, or where something may be of which nobody knows the ports. */
function portsBehind(set: ObjectSet, { spec, namespace }: Resource): PortsBehind | undefined {
  const selector = spec.at('selector').textMap;
  if (Object.keys(selector).length === 0 || spec.at('type').text === 'ExternalName' || mayHaveOtherPods(set, namespace)) {
    return undefined;
  }
  return byPods(set, `${namespace} ${selectorText(selector)}`, () => {
    const hasEntry = selectsEntry(set, namespace, selector) || (groups(set).get(namespace)?.selectedBy(selector) ?? []).length > 0;
    const pods = podsSelectedIn(set, namespace, selector).filter(({ resource }) => !JOBS.has(resource?.kind ?? ''));
    return hasEntry || pods.length === 0 ? undefined : portsOf(set, pods);
  });
}

const byPods = perKey<PortsBehind | undefined>();

/** Their pods have the labels of an application often enough, and serve nobody. */
const JOBS: ReadonlySet<string> = new Set(['batch/Job', 'batch/CronJob']);

function portsOf(set: ObjectSet, pods: readonly RunningPod[]): PortsBehind {
  const names = new Map<string, Set<string>>();
  for (const port of pods.flatMap(namedPorts)) {
    answered(names, transportOf(port), () => new Set<string>()).add(port.at('name').text ?? '');
  }
  return {
    names,
    mayBeMore: pods.some(pod => !areContainersShown(pod) || hasUnreadPorts(pod)),
    mayHaveProxy: pods.some(pod => hasSidecar(set, pod) !== false),
  };
}

/** What runs on machines of its own says its ports by the names of the Service. */
const groups = perSet(set => indexesByNamespace(
  set.of(GROUP).map(({ spec, namespace }) => ({ namespace, labels: spec.at('metadata', 'labels').textMap })),
));

function isThere({ names, mayBeMore, mayHaveProxy }: PortsBehind, port: Field): boolean {
  const name = port.at('targetPort').text ?? '';
  const isInjected = name === 'http-envoy-prom' ? mayHaveProxy : /^(?:linkerd|dapr)-/.test(name);
  return mayBeMore || isInjected || names.get(transportOf(port))?.has(name) === true;
}

/** Of the gateway of an installation nobody knows more than that it is there. */
function areContainersShown({ spec, resource }: RunningPod): boolean {
  return resource !== undefined && spec.at('containers').isFilled;
}

/** Whether ports have names that cannot be read. */
function hasUnreadPorts({ spec }: RunningPod): boolean {
  const ports = spec.at('containers').items().flatMap(container => container.at('ports').items());
  return isListUnread(spec, 'containers') || spec.at('containers').items().some(container => isListUnread(container, 'ports'))
    || ports.some(port => port.at('name').isSet ? port.at('name').text === undefined : isMisspelled(port, 'name'));
}

function transportOf(port: Field): string {
  return port.at('protocol').text ?? 'TCP';
}

function nowhere({ names: all }: PortsBehind, port: Field): Problem {
  const place = port.at('targetPort');
  const transport = transportOf(port);
  const names = [...all.get(transport) ?? []];
  const [meant] = nearlySpelled(place.text ?? '', names, 1);
  const others = names.length === 0 ? 'none of their ports has a name' : `they have ${listed(names, FEW)}`;
  return {
    rule: unknownTargetPort,
    path: place.path,
    message: `no selected pod has a port ${place.text}${transport === 'TCP' ? '' : ` of ${transport}`}, so ${portWords(port, 'port')} has no endpoints; ${others}`,
    repair: `${meant === undefined ? 'name a port of the pods' : `write ${meant} if that is what you meant`}, or declare the port in a container`,
  };
}

/** How many names are shown. */
const FEW = 10;
