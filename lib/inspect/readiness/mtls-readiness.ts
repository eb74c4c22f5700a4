import type { Field } from '../mesh/field';
import { hasSidecar, isAmbientPod, isOfControlPlane, PROXY_CONTAINER } from '../mesh/mesh-membership';
import { effectiveMutualTls, MutualTlsMode } from '../mesh/mutual-tls';
import type { ObjectSet } from '../mesh/object-set';
import { podsSelectedIn, RunningPod } from '../mesh/pods';
import type { Resource } from '../mesh/resource';
import { namedCallers } from './named-callers';
import { outsideCallers } from './outside-callers';
import { podObstacles } from './pod-obstacles';
import { obstacle, Reason, unknown } from './reason';
import { scrapesOfPods, scrapesOfService } from './scrapers';
import { tlsOverrides } from './tls-overrides';

/** Whether a Service is ready to take callers of the mesh alone. */
export interface MtlsReadiness {
  /** `namespace/name`. */
  readonly service: string;
  /** Undefined where the input does not show enough. */
  readonly ready: boolean | undefined;
  /** The mode that holds today, of several the one that takes most callers. */
  readonly mode: MutualTlsMode;
  /** Why it is not ready, or why that is not known. */
  readonly reasons: readonly Reason[];
}

/**
 * Which Services with pods are ready for `STRICT`, as far as objects show it, by name. What calls from outside of the input, no object shows.
 * Left out is the control plane, and so are Services without selector. Gateways are none of it, though the chart of Istio labels them like it.
 */
export function mtlsReadiness(set: ObjectSet): readonly MtlsReadiness[] {
  return set.of('Service')
    .filter(({ spec }) => spec.at('selector').isFilled && spec.at('type').text !== 'ExternalName')
    .map(service => ({ service, pods: podsSelectedIn(set, service.namespace, service.spec.at('selector').textMap) }))
    .filter(({ service, pods }) => !isOfControlPlane(service) || areGateways(pods))
    .map(({ service, pods }) => readinessOf(set, service, pods))
    .sort((one, other) => (one.service < other.service ? -1 : 1));
}

function readinessOf(set: ObjectSet, service: Resource, pods: readonly RunningPod[]): MtlsReadiness {
  const reasons = distinct([
    ...membership(set, service, pods),
    ...pods.filter(pod => !isAmbientPod(set, pod)).flatMap(pod => podObstacles(set, service, pod)),
    ...openToOutside(service, pods),
    ...outsideCallers(set).of(service.fullName),
    ...scrapes(set, service, pods),
    ...namedCallers(set).of(service.fullName),
    ...tlsOverrides(set, service),
  ]);
  return { service: service.fullName, ready: verdict(reasons), mode: weakest(set, service, pods), reasons };
}

function verdict(reasons: readonly Reason[]): boolean | undefined {
  return reasons.some(reason => !reason.unknown) ? false : reasons.length === 0 ? true : undefined;
}

function membership(set: ObjectSet, service: Resource, pods: readonly RunningPod[]): Reason[] {
  if (pods.length === 0) {
    return [unknown('the input does not show the pods that it selects', service)];
  }
  return pods.filter(pod => !isAmbientPod(set, pod)).flatMap(pod => {
    const member = isInstalled(pod) || hasSidecar(set, pod);
    if (member === undefined) {
      return [unknown(`the input does not show namespace ${pod.namespace}, so nobody knows whether its pods have a proxy`, pod.resource)];
    }
    return member ? [] : [obstacle('its pods have no proxy, so nobody answers mutual TLS', pod.resource)];
  });
}

/** Whether it is the gateway of the installation, of which no object shows that it is a proxy. */
function isInstalled({ resource }: RunningPod): boolean {
  return resource === undefined;
}

/** Who comes from outside of the cluster has no certificate of the mesh; gateways are made for them. */
function openToOutside(service: Resource, pods: readonly RunningPod[]): Reason[] {
  const type = service.spec.at('type').text;
  const isOpen = type === 'NodePort' || type === 'LoadBalancer';
  return isOpen && !areGateways(pods) ? [obstacle(`it is open to callers from outside of the cluster, by its type ${type}`, service)] : [];
}

function areGateways(pods: readonly RunningPod[]): boolean {
  return pods.length > 0 && pods.every(isGateway);
}

function isGateway({ spec }: RunningPod): boolean {
  const containers = spec.at('containers').items();
  return containers.length > 0 && containers.every(container => container.at('name').text === PROXY_CONTAINER);
}

function scrapes(set: ObjectSet, service: Resource, pods: readonly RunningPod[]): Reason[] {
  const found = [...scrapesOfService(set, service), ...pods.flatMap(pod => scrapesOfPods(set, pod))];
  return found
    .filter(({ port }) => !isAnsweredInPlain(set, pods, targetPort(service, pods, port)))
    .map(({ monitor, port }) => obstacle(`port ${port} is read for metrics without a client certificate`, monitor));
}

/** The port of the agent beside the proxy takes everybody, and so does one that a policy leaves open; both are named elsewhere if they matter. */
function isAnsweredInPlain(set: ObjectSet, pods: readonly RunningPod[], port: number | undefined): boolean {
  return port !== undefined && (AGENT_PORTS.has(port) || (pods.length > 0 && pods.every(pod => isLeftOpen(set, pod, port))));
}

const AGENT_PORTS = new Set([15_020, 15_090]);

function isLeftOpen(set: ObjectSet, pod: RunningPod, port: number): boolean {
  const { mode, policy } = effectiveMutualTls(set, pod, port);
  return mode !== 'STRICT' && policy?.spec.at('portLevelMtls', String(port), 'mode').text === mode;
}

function targetPort({ spec }: Resource, pods: readonly RunningPod[], port: string): number | undefined {
  const own = spec.at('ports').items().find(one => one.at('name').text === port);
  const target = own?.at('targetPort').value ?? own?.at('port').value ?? (/^\d+$/.test(port) ? Number(port) : port);
  return typeof target === 'number' ? target : containerPort(pods, target);
}

function containerPort(pods: readonly RunningPod[], name: unknown): number | undefined {
  const ports = pods.flatMap(({ spec }) => spec.at('containers').items()).flatMap((container: Field) => container.at('ports').items());
  return ports.find(port => port.at('name').text === name)?.at('containerPort').number;
}

const ORDER: readonly MutualTlsMode[] = ['DISABLE', 'PERMISSIVE', 'STRICT'];

function weakest(set: ObjectSet, { namespace, spec }: Resource, pods: readonly RunningPod[]): MutualTlsMode {
  const asked = pods.length > 0 ? pods : [{ namespace, labels: spec.at('selector').textMap }];
  const modes = asked.map(pod => effectiveMutualTls(set, pod).mode);
  return ORDER.find(mode => modes.includes(mode))!;
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map(reason => [`${reason.text}\n${reason.object}`, reason])).values()];
}
