import { count } from '../../count';
import { isApplied } from '../../mesh/applied-rules';
import type { Field } from '../../mesh/field';
import { HostIndex } from '../../mesh/host-index';
import { serviceHost } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { hasSidecar, isAmbientPod, unknownInjection } from '../../mesh/mesh-membership';
import { effectiveMutualTls, PodsOfPolicy } from '../../mesh/mutual-tls';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { portKey } from '../../mesh/policy-workloads';
import { providerScopes } from '../../mesh/provider-scopes';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { hostOfRule } from '../../mesh/subsets';
import { podsOf, targetPort } from '../../mesh/workload-containers';
import { Workload, WORKLOAD_KINDS, workloadsSelected } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const tlsContradiction = meshRule('MESH053', 'error', ['tls-contradiction', 'The TLS mode of a DestinationRule conflicts with what the pods of the host accept.']);

/** What clients do that DestinationRules tell, and what the pods let in by PeerAuthentication, that cannot meet. */
export const tlsContradictionCheck = defineCheck({
  rules: [tlsContradiction],
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['tls'],
  reads: ['Namespace', 'Service', 'networking.istio.io/ServiceEntry', 'security.istio.io/PeerAuthentication', ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(rule, { set }) {
    const targets = targetsOf(set, rule);
    for (const policy of targets.length === 0 ? [] : [rule.spec.at('trafficPolicy'), ...rule.spec.at('subsets').items().map(subset => subset.at('trafficPolicy'))]) {
      const settings = policy.at('portLevelSettings').items().filter(setting => setting.at('tls').isSet);
      const special = new Set(settings.map(setting => setting.at('port', 'number').value));
      yield* judgeTls(set, policy.at('tls', 'mode'), targets.map(target => portsWith(target, number => !special.has(number))));
      for (const setting of settings) {
        yield* judgeTls(set, setting.at('tls', 'mode'), targets.map(target => portsWith(target, number => number === setting.at('port', 'number').value)));
      }
    }
  },
});

/** A Service whose clients go by a DestinationRule, and ports of it. */
interface Target {
  readonly service: Resource;
  readonly ports: readonly Field[];
  /** Whether the rule is for many hosts, of which somebody may call only some. */
  readonly isOneOfMany: boolean;
}

function portsWith(target: Target, isMeant: (number: unknown) => boolean): Target {
  return { ...target, ports: target.ports.filter(port => isMeant(port.at('port').value)) };
}

function targetsOf(set: ObjectSet, rule: Resource): readonly Target[] {
  const host = hostOfRule(set, rule);
  const isOneOfMany = host.startsWith('*');
  const services = isOneOfMany ? servicesWithPods(set).meeting(host).filter(service => isSeen(service, rule)) : [serviceOf(set, rule, host)];
  return services.filter(service => service !== undefined)
    .filter(service => isApplied(set, rule, [isOneOfMany ? serviceHost(set, service.name, service.namespace) : host, service.namespace]))
    .map(service => ({ service, ports: service.spec.at('ports').items(), isOneOfMany }));
}

function serviceOf(set: ObjectSet, { spec, namespace }: Resource, host: string): Resource | undefined {
  const provider = findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, host)?.provider;
  return provider !== undefined && hasPods(provider) ? provider : undefined;
}

const servicesWithPods = perSet(set => new HostIndex(set.of('Service').filter(hasPods)
  .map(service => [serviceHost(set, service.name, service.namespace), service] as const)));

function hasPods({ kind, spec }: Resource): boolean {
  return kind === 'Service' && Object.keys(spec.at('selector').textMap).length > 0;
}

function isSeen(service: Resource, rule: Resource): boolean {
  const scopes = providerScopes(service);
  return scopes.includes('*') || scopes.includes(rule.namespace);
}

/** Modes by which the proxies of the other side know no caller of the mesh. */
const FOREIGN = new Set(['DISABLE', 'SIMPLE', 'MUTUAL']);

function* judgeTls(set: ObjectSet, mode: Field, targets: readonly Target[]): Judgement {
  const refused = MODES.has(mode.text ?? '') ? targets.flatMap(target => refusalBy(set, mode.text!, target) ?? []) : [];
  if (refused.length > 0) {
    const does = FOREIGN.has(mode.text!) ? 'do not use mesh mutual TLS' : 'use mutual TLS';
    yield {
      rule: tlsContradiction,
      path: mode.path,
      message: `with this mode clients ${does}, but ${refused[0].refusal}${whose(refused)}`,
      repair: FOREIGN.has(mode.text!) ? 'write ISTIO_MUTUAL, or remove tls' : 'remove tls, so that the mesh detects it automatically',
    };
  } else if (mode.text === 'ISTIO_MUTUAL') {
    yield* targets.flatMap(target => unknownOf(set, target)).map(unknown => ({ undecided: tlsContradiction, unknown }));
  }
}

/** Of many hosts, none counts whose pods may have no proxy. */
function unknownOf(set: ObjectSet, { service: { namespace, spec }, ports, isOneOfMany }: Target): readonly string[] {
  const isAsked = !isOneOfMany && ports.length > 0;
  return isAsked ? unknownInjection(set, workloadsSelected(set, namespace, spec.at('selector').textMap).map(podsOf)) : [];
}

/** Which Services are meant, where the host of the rule does not say it. */
function whose([{ service, isOneOfMany }, ...others]: readonly Refused[]): string {
  const more = others.length === 0 ? '' : `, and the same for ${count(others.length, 'other Service')}`;
  return isOneOfMany ? ` of Service ${service.fullName}${more}` : '';
}

const MODES = new Set([...FOREIGN, 'ISTIO_MUTUAL']);

interface Refused extends Target {
  readonly refusal: string;
}

function refusalBy(set: ObjectSet, mode: string, target: Target): Refused | undefined {
  const { service, ports, isOneOfMany } = target;
  for (const port of ports) {
    const key = [mode, service.namespace, selectorText(service.spec.at('selector').textMap), portKey(port), isOneOfMany].join(' ');
    const refusal = refusals(set, key, () => refusalOf(set, mode, [target, port]));
    if (refusal !== undefined) {
      return { ...target, refusal };
    }
  }
  return undefined;
}

/** Many rules say the same of the same pods. */
const refusals = perKey<string | undefined>();

/** Why pods refuse what clients do; undefined when they take it. */
function refusalOf(set: ObjectSet, mode: string, [target, port]: readonly [target: Target, port: Field]): string | undefined {
  return podsBehind(set, target, port).map(pods => {
    const { mode: taken, policy } = effectiveMutualTls(set, pods, pods.number);
    const place = `on port ${pods.number ?? port.at('targetPort').text}`;
    if (FOREIGN.has(mode)) {
      return taken === 'STRICT' && !pods.isOutside ? `PeerAuthentication ${policy!.fullName} accepts nothing else ${place}` : undefined;
    }
    return pods.isOutside ? `the pods of ${pods.workload} have no proxy` : taken === 'DISABLE' ? `PeerAuthentication ${policy!.fullName} turns it off ${place}` : undefined;
  }).find(text => text !== undefined);
}

/** Pods that some port of a Service leads to. */
interface PodsBehind extends PodsOfPolicy {
  readonly number: number | undefined;
  readonly isOutside: boolean;
  readonly workload?: string;
}

/**
 * The pods of which something is known for certain. For one host, the selector of the Service stands in for pods that the set does not show.
 * Of many hosts, those count whose pods are known to be in the mesh: that others cannot be called so may be known, and nobody calls them.
 */
function podsBehind(set: ObjectSet, { service: { namespace, spec }, isOneOfMany }: Target, port: Field): readonly PodsBehind[] {
  const selector = spec.at('selector').textMap;
  const workloads = workloadsSelected(set, namespace, selector);
  if (workloads.length === 0 && !isOneOfMany) {
    const number = port.at('targetPort').number ?? (port.at('targetPort').isSet ? undefined : port.at('port').number);
    return [{ namespace, labels: selector, number, isOutside: false }];
  }
  return workloads.filter(workload => !isOneOfMany || isInMesh(set, workload)).map(workload => ({
    namespace: workload.namespace,
    labels: workload.labels,
    number: targetPort(port, podsOf(workload)),
    isOutside: isOutsideMesh(set, workload),
    workload: workload.resource.fullName,
  }));
}

function isInMesh(set: ObjectSet, workload: Workload): boolean {
  return hasSidecar(set, podsOf(workload)) === true || isAmbientPod(set, podsOf(workload));
}

function isOutsideMesh(set: ObjectSet, workload: Workload): boolean {
  return hasSidecar(set, podsOf(workload)) === false && !isAmbientPod(set, podsOf(workload));
}
