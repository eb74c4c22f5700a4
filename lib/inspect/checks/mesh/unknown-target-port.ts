import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { hasSidecar } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { mayHaveOtherPods, podsSelectedIn, RunningPod } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { indexesByNamespace } from '../../mesh/selectors';
import { isListUnread, isMisspelled } from '../../mesh/unread';
import { namedPorts } from '../../mesh/workload-containers';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { nearlySpelled } from '../../nearest';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const unknownTargetPort = meshRule('MESH102', 'error', ['unknown-target-port', 'A Service leads to a port by a name that no selected pod has.']);

const [ENTRY, GROUP] = ['networking.istio.io/WorkloadEntry', 'networking.istio.io/WorkloadGroup'];

/** Names of ports behind which nobody is, though pods are selected, or that no port can have. Where some pods have the name, these are meant. */
export const unknownTargetPortCheck = defineCheck({
  rules: [unknownTargetPort],
  kinds: ['Service'],
  fields: ['targetPort'],
  reads: [...WORKLOAD_KINDS, ENTRY, GROUP, 'Namespace'],
  * judge(service, { set }) {
    const texts = service.spec.at('ports').items().filter(port => (port.at('targetPort').text ?? '') !== '');
    const named = texts.filter(port => isName(port.at('targetPort')));
    yield* texts.filter(port => !named.includes(port)).map(port => noName(port.at('targetPort')));
    const pods = named.length === 0 ? [] : podsBehind(set, service);
    for (const port of pods.length === 0 ? [] : named) {
      yield* pods.some(pod => isThere(set, pod, port)) || pods.some(hasUnreadPorts) ? [] : [nowhere(port, pods)];
    }
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
    message: `"${text}" is a text and so the name of a port, which the API server refuses: a name has a letter`,
    repair: /^\d+$/.test(text) ? `write the number without quotes: targetPort: ${text}` : 'write the number of the port, or the name that a container gives it',
  };
}

/** The pods that a Service selects; none where it may have others, of which nobody knows the ports. */
function podsBehind(set: ObjectSet, { spec, namespace }: Resource): readonly RunningPod[] {
  const selector = spec.at('selector').textMap;
  if (Object.keys(selector).length === 0 || spec.at('type').text === 'ExternalName' || mayHaveOtherPods(set, namespace)) {
    return [];
  }
  const hasEntry = (machines(set).get(namespace)?.selectedBy(selector) ?? []).length > 0;
  return hasEntry ? [] : podsSelectedIn(set, namespace, selector);
}

/** What runs on machines of its own says its ports by the names of the Service. */
const machines = perSet(set => indexesByNamespace([
  ...set.of(ENTRY).map(({ spec, namespace }) => ({ namespace, labels: spec.at('labels').textMap })),
  ...set.of(GROUP).map(({ spec, namespace }) => ({ namespace, labels: spec.at('metadata', 'labels').textMap })),
]));

function isThere(set: ObjectSet, pod: RunningPod, port: Field): boolean {
  const name = port.at('targetPort').text ?? '';
  return !areContainersShown(pod) || mayBeInjected(set, pod, name)
    || namedPorts(pod).some(one => one.at('name').text === name && transportOf(one) === transportOf(port));
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

/** Ports of containers that others bring into the pods. */
function mayBeInjected(set: ObjectSet, pod: RunningPod, name: string): boolean {
  return name === 'http-envoy-prom' ? hasSidecar(set, pod) !== false : /^(?:linkerd|dapr)-/.test(name);
}

function transportOf(port: Field): string {
  return port.at('protocol').text ?? 'TCP';
}

function nowhere(port: Field, pods: readonly RunningPod[]): Problem {
  const place = port.at('targetPort');
  const transport = transportOf(port);
  const names = [...new Set(pods.flatMap(namedPorts).filter(one => transportOf(one) === transport).map(one => one.at('name').text ?? ''))];
  const [meant] = nearlySpelled(place.text ?? '', names, 1);
  const others = names.length === 0 ? 'none of their ports has a name' : `they have ${listed(names, FEW)}`;
  return {
    rule: unknownTargetPort,
    path: place.path,
    message: `no selected pod has a port ${place.text}${transport === 'TCP' ? '' : ` of ${transport}`}, so that nobody is behind port ${port.at('port').number ?? 0}; ${others}`,
    repair: `${meant === undefined ? 'name a port of the pods' : `write ${meant}, if that is meant`}, or declare the port in a container`,
  };
}

/** How many names are shown. */
const FEW = 10;
