import { collectorImage } from '../../mesh/collector-images';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { OTLP_ENDPOINT, OtlpAddress, otlpAddress, serviceResolved } from '../../mesh/otlp-addresses';
import { isOwned } from '../../mesh/pods';
import { isRepresented, representedNamespaces } from '../../mesh/represented-namespaces';
import { namespacesWithService } from '../../mesh/services-by-name';
import { WORKLOAD_KINDS, Workload, workloadOf } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { isIpAddress } from '../webhook/primitives/addresses';
import { meshRule } from './mesh-rule';

const otlpEndpoint = meshRule('MESH022', 'error', ['otlp-endpoint', 'The address to which an application sends its telemetry is not a collector.']);

/** Where applications send spans, metrics and logs. */
export const otlpEndpointCheck = defineCheck({
  rules: [otlpEndpoint],
  kinds: WORKLOAD_KINDS,
  fields: ['env'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', 'flagger.app/Canary'],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    if (isOwned(set, workload)) {
      return;
    }
    for (const container of workload.pod.at('spec', 'containers').items()) {
      for (const variable of container.at('env').items()) {
        const endpoint = endpointOf(container, variable);
        if (endpoint !== undefined) {
          yield* judgeEndpoint(set, workload, endpoint);
        }
      }
    }
  },
});

interface Endpoint extends OtlpAddress {
  readonly container: Field;
  readonly place: Field;
  /** What the application is told to speak. */
  readonly protocol?: string;
}

/** Undefined for another variable, and for a value that is known only in the cluster. */
function endpointOf(container: Field, variable: Field): Endpoint | undefined {
  const signal = OTLP_ENDPOINT.exec(variable.at('name').text ?? '');
  const place = variable.at('value');
  const address = otlpAddress(place.text ?? '');
  if (signal === null || address === undefined) {
    return undefined;
  }
  const protocol = literal(container, `OTEL_EXPORTER_OTLP_${signal[1] ?? ''}PROTOCOL`) ?? literal(container, 'OTEL_EXPORTER_OTLP_PROTOCOL');
  return { container, place, protocol, ...address };
}

function literal(container: Field, name: string): string | undefined {
  return container.at('env').items().find(variable => variable.at('name').text === name)?.at('value').text;
}

interface Verdict {
  readonly message: string;
  readonly repair: string;
}

const COLLECTOR = 'http://opentelemetry-collector.observability.svc.cluster.local:4317';

function* judgeEndpoint(set: ObjectSet, workload: Workload, endpoint: Endpoint): Judgement {
  const verdict = ofProxyPage(endpoint) ?? ofOwnPod(workload, endpoint) ?? ofService(set, workload.namespace, endpoint) ?? ofProtocol(endpoint);
  if (typeof verdict === 'string') {
    yield { undecided: otlpEndpoint, unknown: verdict };
  } else if (verdict !== undefined) {
    yield { rule: otlpEndpoint, path: endpoint.place.path, ...verdict };
  }
}

function ofProxyPage({ port, path, shown }: Endpoint): Verdict | undefined {
  return port === 15_020 || path.startsWith('/stats/prometheus')
    ? { message: `${shown} is the Prometheus endpoint of the proxy, which does not accept telemetry`, repair: `name the collector: ${COLLECTOR}` }
    : undefined;
}

const LOCAL = ['localhost', '127.0.0.1', '::1'];

/** A proxy is no collector: somebody else of the pod has to listen, or somebody of the node. */
function ofOwnPod({ pod, annotations }: Workload, { container, host, port, shown }: Endpoint): Verdict | undefined {
  const spec = pod.at('spec');
  const injected = annotations['sidecar.opentelemetry.io/inject'] ?? 'false';
  if (!LOCAL.includes(host.toLowerCase()) || spec.at('hostNetwork').value === true || injected !== 'false') {
    return undefined;
  }
  const others = [...spec.at('containers').items(), ...spec.at('initContainers').items()].filter(({ value }) => value !== container.value);
  const isHeard = others.some(other => listensOn(other, port) || collectorImage(other.at('image').text ?? '') !== undefined);
  return isHeard ? undefined : {
    message: `no other container of the pod listens on ${shown}, and the mesh proxy is not a collector`,
    repair: `name the collector: ${COLLECTOR}`,
  };
}

function listensOn(container: Field, port: number | undefined): boolean {
  return port !== undefined && container.at('ports').items().some(one => one.at('containerPort').number === port);
}

/** A text says what would have to be known. */
function ofService(set: ObjectSet, own: string, { host }: Endpoint): Verdict | string | undefined {
  if (isIpAddress(host) || LOCAL.includes(host.toLowerCase()) || findHost(set, { namespace: own, exportTo: [] }, host) !== undefined) {
    return undefined;
  }
  return host.includes('.') ? ofFullName(set, host) : ofShortName(set, own, host);
}

function ofShortName(set: ObjectSet, own: string, host: string): Verdict | undefined {
  const elsewhere = namespacesWithService(set, host).filter(namespace => namespace !== own);
  const isThere = set.knows('Service', own, host) || isOfFlagger(set, serviceHost(set, host, own));
  if (isThere || (elsewhere.length === 0 && !set.settings.complete)) {
    return undefined;
  }
  const [there] = elsewhere;
  return {
    message: `${host} is not a Service in namespace ${own}${there === undefined ? '' : `, but in ${there}`}`,
    repair: there === undefined ? `name the collector: ${COLLECTOR}` : `write ${serviceHost(set, host, there)}`,
  };
}

function ofFullName(set: ObjectSet, host: string): Verdict | string | undefined {
  const resolved = serviceResolved(set, host);
  if (resolved === undefined) {
    return undefined;
  }
  const { name, namespace, isSure } = resolved;
  const full = serviceHost(set, name, namespace);
  if (set.knows('Service', namespace, name) || isOfFlagger(set, full) || findHost(set, { namespace, exportTo: [] }, full) !== undefined) {
    return undefined;
  }
  if (isSure ? !isRepresented(set, namespace) : !representedNamespaces(set).has(namespace)) {
    return isSure ? `namespace ${namespace}` : undefined;
  }
  return { message: `namespace ${namespace} has no Service ${name}`, repair: 'name the Service of the collector' };
}

function ofProtocol({ port, protocol, shown }: Endpoint): Verdict | undefined {
  const right = { 'grpc': 4317, 'http/protobuf': 4318, 'http/json': 4318 }[protocol ?? ''];
  const wrong = right === 4317 ? 4318 : 4317;
  return right !== undefined && port === wrong ? {
    message: `${shown} is the port for ${wrong === 4317 ? 'gRPC' : 'HTTP'}, but the application uses ${protocol}`,
    repair: `write port ${right}, or change OTEL_EXPORTER_OTLP_PROTOCOL`,
  } : undefined;
}
