import type { Field } from '../mesh/field';
import { effectiveMutualTls } from '../mesh/mutual-tls';
import type { ObjectSet } from '../mesh/object-set';
import type { RunningPod } from '../mesh/pods';
import type { Resource } from '../mesh/resource';
import { obstacle, Reason } from './reason';

/** What keeps pods with a sidecar from taking callers of the mesh alone, at the ports of a Service. */
export function podObstacles(set: ObjectSet, service: Resource, pod: RunningPod): Reason[] {
  const ports = [...new Set(service.spec.at('ports').items().map(port => targetOf(port, pod)).filter(port => port !== undefined))];
  return [...passedBy(pod, ports), ...keptOpen(set, pod, ports), ...unwrittenProbes(pod)];
}

/** The port of the pod that a port of a Service leads to. */
function targetOf(port: Field, { spec }: RunningPod): number | undefined {
  const target = port.at('targetPort');
  if (target.text === undefined) {
    return target.number ?? port.at('port').number;
  }
  const ports = spec.at('containers').items().flatMap(container => container.at('ports').items());
  return ports.find(one => one.at('name').text === target.text)?.at('containerPort').number;
}

function passedBy({ annotations, resource }: RunningPod, ports: readonly number[]): Reason[] {
  const excluded = (annotations['traffic.sidecar.istio.io/excludeInboundPorts'] ?? '').split(',').map(port => port.trim());
  return ports.filter(port => excluded.includes(String(port)))
    .map(port => obstacle(`port ${port} is kept from its proxy by traffic.sidecar.istio.io/excludeInboundPorts, and takes everybody in plain text`, resource));
}

/** What stays as it is when the policy of the namespace changes. */
function keptOpen(set: ObjectSet, pod: RunningPod, ports: readonly number[]): Reason[] {
  const { mode, policy } = effectiveMutualTls(set, pod);
  const ofPods = mode !== 'STRICT' && policy?.spec.at('selector', 'matchLabels').isFilled === true
    ? [obstacle(`a policy of its own keeps its pods ${mode}`, policy)]
    : [];
  return [...ofPods, ...ports.flatMap(port => ofPort(set, pod, port))];
}

function ofPort(set: ObjectSet, pod: RunningPod, port: number): Reason[] {
  const { mode, policy } = effectiveMutualTls(set, pod, port);
  const isSaid = policy?.spec.at('portLevelMtls', String(port), 'mode').text === mode;
  return mode !== 'STRICT' && isSaid ? [obstacle(`portLevelMtls keeps port ${port} ${mode}`, policy)] : [];
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** The node asks without a certificate, unless the injector has its questions answered by the agent. */
function unwrittenProbes({ annotations, spec, resource }: RunningPod): Reason[] {
  const probes = spec.at('containers').items().flatMap(container => PROBES.map(probe => container.at(probe)));
  const isAsked = probes.some(probe => probe.at('httpGet').isSet || probe.at('grpc').isSet);
  return annotations['sidecar.istio.io/rewriteAppHTTPProbers'] === 'false' && isAsked
    ? [obstacle('the probes of the node come without a certificate, since sidecar.istio.io/rewriteAppHTTPProbers is "false"', resource)]
    : [];
}
