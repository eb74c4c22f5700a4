import type { Field } from '../../mesh/field';
import { fitsSelector } from '../../mesh/label-selectors';
import { rootNamespace } from '../../mesh/mesh-config';
import { hasSidecar } from '../../mesh/mesh-membership';
import { effectiveMutualTls } from '../../mesh/mutual-tls';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import type { Resource } from '../../mesh/resource';
import { LabelIndex, Labels, selectorText } from '../../mesh/selectors';
import { podsOf, targetPort } from '../../mesh/workload-containers';
import { allWorkloads, Workload, WORKLOAD_KINDS, workloadsSelected } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const unreachableMetrics = meshRule('MESH027', 'error', [
  'unreachable-metrics', 'A ServiceMonitor scrapes a port that no Service has, or that accepts only mesh clients.',
]);

/** Ports of the proxy that serve metrics to everybody, whatever mutual TLS says. */
const OPEN_PORTS = new Set([15_020, 15_090]);

/** ServiceMonitors whose scrapes cannot succeed. */
export const unreachableMetricsCheck = defineCheck({
  rules: [unreachableMetrics],
  kinds: ['monitoring.coreos.com/ServiceMonitor'],
  reads: ['Service', 'Namespace', 'security.istio.io/PeerAuthentication', 'monitoring.coreos.com/Prometheus', ...WORKLOAD_KINDS],
  * judge(monitor, { set }) {
    const key = scopeKey(monitor);
    const services = selections(set, key, () => servicesOf(set, monitor));
    const isOfControlPlane = monitor.namespace === rootNamespace(set) || lookedInto(monitor).every(name => name === rootNamespace(set));
    if (services.length === 0 && (!set.settings.complete || isOfControlPlane)) {
      return;
    }
    for (const endpoint of monitor.spec.at('endpoints').items()) {
      const { path } = endpoint.at('port').isSet ? endpoint.at('port') : endpoint;
      const problem = problems(set, `${key} ${endpointKey(endpoint)}`, () => judgeEndpoint(set, endpoint, services));
      if (problem !== undefined) {
        yield { ...problem, path };
      }
    }
  },
});

const selections = perKey<readonly Resource[]>();
const problems = perKey<Omit<Problem, 'path'> | undefined>();

/** What says which Services a ServiceMonitor selects; many select the same. */
function scopeKey({ spec, namespace }: Resource): string {
  const [{ value: any }, matchNames] = [spec.at('namespaceSelector', 'any'), spec.at('namespaceSelector', 'matchNames').texts];
  const expressions = spec.at('selector', 'matchExpressions').items().map(one => [one.at('key').text, one.at('operator').text, ...one.at('values').texts]);
  return JSON.stringify([namespace, any === true, matchNames, selectorText(spec.at('selector', 'matchLabels').textMap), expressions]);
}

function endpointKey(endpoint: Field): string {
  const [port, target] = [endpoint.at('port'), endpoint.at('targetPort')].map(({ text, number, isSet }) => text ?? number ?? isSet);
  return JSON.stringify([port, target, hasCertificate(endpoint)]);
}

function hasCertificate(endpoint: Field): boolean {
  return ['cert', 'certFile'].some(key => endpoint.at('tlsConfig', key).isFilled);
}

function judgeEndpoint(set: ObjectSet, endpoint: Field, services: readonly Resource[]): Omit<Problem, 'path'> | undefined {
  const port = endpoint.at('port');
  const scraped = services.flatMap(service => service.spec.at('ports').items().filter(({ value }) => isPort(value, endpoint)).map(one => ({ service, one })));
  if (port.text !== undefined && scraped.length === 0) {
    return {
      rule: unreachableMetrics,
      message: services.length === 0 ? `it selects no Service, so there is no port ${port.text}` : `no selected Service has a port ${port.text}; ${portsText(services)}`,
      repair: 'name a port of the Service',
    };
  }
  if (hasCertificate(endpoint) || isPrometheusInMesh(set)) {
    return undefined;
  }
  for (const { service, one } of scraped) {
    const refused = workloadsSelected(set, service.namespace, service.spec.at('selector').textMap).map(workload => refusalOf(set, workload, one))
      .find(problem => problem !== undefined);
    if (service.spec.at('selector').isFilled && refused !== undefined) {
      return refused;
    }
  }
  return undefined;
}

function isPort(port: unknown, endpoint: Field): boolean {
  const { name, targetPort: target } = (port ?? {}) as Readonly<Record<string, unknown>>;
  return endpoint.at('port').isSet ? name === endpoint.at('port').value : target !== undefined && target === endpoint.at('targetPort').value;
}

function refusalOf(set: ObjectSet, workload: Workload, port: Field): Omit<Problem, 'path'> | undefined {
  const pods = podsOf(workload);
  const number = targetPort(port, pods);
  const { mode, policy } = effectiveMutualTls(set, workload, number);
  if (mode !== 'STRICT' || hasSidecar(set, pods) === false || OPEN_PORTS.has(number ?? 0) || isPastProxy(pods.annotations, number)) {
    return undefined;
  }
  return {
    rule: unreachableMetrics,
    message: `PeerAuthentication ${policy?.fullName} allows only mutual TLS on port ${number ?? port.at('targetPort').text} of ${workload.resource.fullName}, and Prometheus has no mesh certificate`,
    repair: 'scrape the merged metrics on port 15020 with a PodMonitor, or exclude the port from the proxy with the annotation traffic.sidecar.istio.io/excludeInboundPorts',
  };
}

/** Where connections go to the container itself, no proxy asks for a certificate. */
function isPastProxy({ [EXCLUDED]: excluded = '', [INCLUDED]: included = '*' }: Labels, number = 0): boolean {
  const [past, met] = [excluded, included].map(text => text.split(',').map(port => port.trim()));
  return past.includes(`${number}`) || ![`${number}`, '*'].some(port => met.includes(port));
}

const EXCLUDED = 'traffic.sidecar.istio.io/excludeInboundPorts';
const INCLUDED = 'traffic.sidecar.istio.io/includeInboundPorts';

const servicesByLabel = perSet(set => new LabelIndex(set.of('Service').map(service => ({ service, labels: service.labels }))));

/** The namespaces in which a monitor looks that does not look everywhere. */
function lookedInto({ spec, namespace }: Resource): readonly string[] {
  const names = spec.at('namespaceSelector', 'matchNames').texts;
  return names.length === 0 ? [namespace] : names;
}

function servicesOf(set: ObjectSet, monitor: Resource): readonly Resource[] {
  const { spec } = monitor;
  const selector = spec.at('namespaceSelector');
  const namespaces = new Set(lookedInto(monitor));
  return servicesByLabel(set).selectedBy(spec.at('selector', 'matchLabels').textMap)
    .filter(({ labels, service }) => fitsSelector(spec.at('selector'), labels) && (selector.at('any').value === true || namespaces.has(service.namespace)))
    .map(({ service }) => service);
}

/** Whether Prometheus is seen to run with a proxy, by which it may have a certificate. */
const isPrometheusInMesh = perSet(set => (
  set.of('monitoring.coreos.com/Prometheus').some(({ spec }) => spec.at('podMetadata', 'labels').textMap['sidecar.istio.io/inject'] === 'true')
  || allWorkloads(set).filter(isPrometheus).some(workload => hasSidecar(set, podsOf(workload)) === true)
));

function isPrometheus({ labels }: Workload): boolean {
  return labels.app === 'prometheus' || labels['app.kubernetes.io/name'] === 'prometheus';
}

function portsText(services: readonly Resource[]): string {
  const names = services.flatMap(({ spec }) => spec.at('ports').items().map(port => port.at('name').text ?? 'one without name'));
  return names.length === 0 ? 'they have none' : `they have ${[...new Set(names)].slice(0, 5).join(', ')}`;
}
