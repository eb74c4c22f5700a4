import { EgressHosts, egressHosts, letsKnow } from '../../mesh/egress-hosts';
import type { Field } from '../../mesh/field';
import { fullHost, serviceHost } from '../../mesh/hosts';
import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import { OTLP_ENDPOINT, otlpAddress, serviceResolved } from '../../mesh/otlp-addresses';
import { perKey } from '../../mesh/per-key';
import type { Resource } from '../../mesh/resource';
import { Labels, selectorText } from '../../mesh/selectors';
import { telemetryServices } from '../../mesh/telemetry-services';
import { applicationContainers, podsOf } from '../../mesh/workload-containers';
import { Workload, WORKLOAD_KINDS, workloadsSelected } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { isIpAddress } from '../webhook/primitives/addresses';
import { meshRule } from './mesh-rule';

const sidecarEgress = meshRule('MESH039', 'warning', [
  'sidecar-egress', 'The egress of a Sidecar omits the control plane, or a Service to which its proxies or pods send telemetry.',
]);

/** Sidecars that hide from their pods what these need. */
export const sidecarEgressCheck = defineCheck({
  rules: [sidecarEgress],
  kinds: ['networking.istio.io/Sidecar'],
  reads: ['telemetry.istio.io/Telemetry', ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(sidecar, { set }) {
    const egress = sidecar.spec.at('egress');
    const entries = egressHosts(sidecar);
    if (!egress.isFilled || hasUnread(egress)) {
      return;
    }
    const root = rootNamespace(set);
    if (!importsNothing(entries) && !coversNamespace(entries, root)) {
      yield { rule: sidecarEgress, path: egress.path, message: `no entry covers the namespace ${root} of the control plane`, repair: `add the host "${root}/*"` };
    }
    for (const { host, user } of needs(set, `${sidecar.namespace} ${selectorText(labelsOf(sidecar))}`, () => needed(set, sidecar)).filter(one => !letsKnow(set, entries, one.host))) {
      yield { rule: sidecarEgress, path: egress.path, message: `no entry covers ${host}, to which ${user} sends`, repair: `add the host "${entryFor(host)}"` };
    }
  },
});

/** Whether a host does not say of which namespace it is, of which IST0106 speaks: what it stands for is not known. */
function hasUnread(egress: Field): boolean {
  return egress.items().some(listener => listener.at('hosts').texts.some(host => !host.includes('/')));
}

/** `~/*` is how a Sidecar says that its pods know nothing of the mesh, on purpose. */
function importsNothing(entries: readonly EgressHosts[]): boolean {
  return entries.length > 0 && entries.every(({ namespace }) => namespace === '~');
}

function coversNamespace(entries: readonly EgressHosts[], wanted: string): boolean {
  return entries.some(({ namespace, hosts }) => (namespace === '*' || namespace === wanted) && hosts === '*');
}

interface Needed {
  readonly host: string;
  readonly user: string;
}

const needs = perKey<readonly Needed[]>();

function labelsOf({ spec }: Resource): Labels {
  return spec.at('workloadSelector', 'labels').textMap;
}

/** Where the proxies and pods of a Sidecar send telemetry, each place once. */
function needed(set: ObjectSet, sidecar: Resource): Needed[] {
  const [{ namespace }, selector] = [sidecar, labelsOf(sidecar)];
  const workloads = Object.keys(selector).length > 0 ? workloadsSelected(set, namespace, selector) : [];
  const all = [
    ...telemetryServices(set, namespace).map(({ host, provider }) => ({ host, user: `the provider ${provider}` })),
    ...workloads.flatMap(workload => endpointsOf(set, workload).map(host => ({ host, user: workload.resource.fullName }))),
  ];
  return [...new Map(all.map(one => [one.host, one])).values()];
}

/** The hosts of the collectors that the variables of OpenTelemetry name. */
function endpointsOf(set: ObjectSet, workload: Workload): string[] {
  const variables = applicationContainers(podsOf(workload)).flatMap(container => container.at('env').items());
  return variables.filter(variable => OTLP_ENDPOINT.test(variable.at('name').text ?? '')).flatMap(variable => {
    const host = otlpAddress(variable.at('value').text ?? '')?.host.toLowerCase();
    return host === undefined || host === 'localhost' || isIpAddress(host) ? [] : [clusterHost(set, host, workload.namespace)];
  });
}

function clusterHost(set: ObjectSet, host: string, own: string): string {
  const service = serviceResolved(set, host);
  return service === undefined ? fullHost(set, host.replace(/\.$/, ''), own) : serviceHost(set, service.name, service.namespace);
}

function entryFor(host: string): string {
  const [, namespace = '*', svc] = host.split('.');
  return `${svc === 'svc' ? namespace : '*'}/${host}`;
}
