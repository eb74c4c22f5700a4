import { AppProtocol } from '../../app-protocol';
import { serviceOf } from '../hosts/service-host';
import type { PortIntent } from '../hosts/service-ports';
import type { HostPolicyIntent } from '../intent';
import { layerOf } from '../routing/layer';
import type { TrafficPolicyIntent } from './traffic-policy-intent';

/** What holds at one port of a host, or of one of its versions. */
interface Effective {
  readonly host: string;
  readonly port: PortIntent;
  /** what the service says of all ports */
  readonly general: TrafficPolicyIntent;
  readonly policy: TrafficPolicyIntent;
}

/** Says of what holds at a port what the mesh would ignore, or do wrong. */
type Rule = (effective: Effective) => string | undefined;

/** What of all that is said of connections the mesh would ignore at some port. */
export function policyProblems(said: HostPolicyIntent, ports: readonly PortIntent[], place: string): string[] {
  const { host, policy: general = {}, ports: byPort, subsets } = said;
  return ports.filter(({ protocol }) => layerOf(protocol) !== 'nothing').flatMap(port => {
    const policy = { ...general, ...byPort.get(port.port) };
    const problems = problemsOf({ host, port, general, policy });
    const here = ports.length === 1 ? place : `${place}, port ${port.port}`;
    return [
      ...problems.map(problem => `${here}: ${problem}`),
      ...subsets.flatMap(({ name, policy: own }) => problemsOf({ host, port, general, policy: { ...policy, ...own } })
        .filter(problem => !problems.includes(problem))
        .map(problem => `${here}, version "${name}": ${problem}`)),
    ];
  });
}

function problemsOf(effective: Effective): string[] {
  return RULES.flatMap(rule => rule(effective) ?? []);
}

const HTTP2: readonly AppProtocol[] = [AppProtocol.GRPC, AppProtocol.GRPC_WEB, AppProtocol.HTTP2];

const failoverWithoutEjection: Rule = ({ policy: { ejection, locality } }) => (
  (locality?.kind === 'failover' || locality?.kind === 'labels') && ejection === undefined
    ? 'requests go to the nearest healthy instances, and no instance is ever taken for unhealthy, so that the mesh ignores the locality. Say ejectOutliers(), or share the requests out with Locality.distribute(...).'
    : undefined
);

const localityWithoutChoice: Rule = ({ policy: { balancing, locality } }) => (
  balancing?.by === 'passthrough' && locality !== undefined && locality.kind !== 'ignored'
    ? 'requests go to the address that the caller wanted, so that the mesh ignores the locality. Say another LoadBalancing, or Locality.ignored().'
    : undefined
);

const streamsWithoutHttp2: Rule = ({ policy: { limits }, port: { protocol } }) => (
  limits?.maxConcurrentStreams !== undefined && !HTTP2.includes(protocol)
    ? `speaks ${protocol}, and the mesh limits streams only where HTTP/2 or gRPC is spoken. Leave maxConcurrentStreams out, or say it with traffic.onPort(...) for a port with protocol: AppProtocol.HTTP2 or AppProtocol.GRPC.`
    : undefined
);

/** The proxies would offer HTTP/2 to the other end, where something else is spoken. */
const upgradeWithoutRequests: Rule = ({ policy: { limits }, port: { protocol } }) => (
  limits?.upgradeToHttp2 === true && layerOf(protocol) !== 'requests'
    ? `speaks ${protocol}, which cannot be sent over HTTP/2. Say upgradeToHttp2 with traffic.onPort(...), for the ports that speak HTTP.`
    : undefined
);

/** For connections, Istio reads the duration in the policy of the host alone. */
const durationOfConnections: Rule = ({ general, policy: { limits }, port: { protocol } }) => (
  layerOf(protocol) !== 'requests' && limits?.maxConnectionDuration?.toMilliseconds() !== general.limits?.maxConnectionDuration?.toMilliseconds()
    ? `speaks ${protocol}, of which the mesh takes the duration of connections only from what holds for the whole service. Say the same maxConnectionDuration with traffic.limitConnections(...).`
    : undefined
);

/**
 * The authorities that proxies trust by themselves sign certificates of public names, which a host of the cluster has not; and where there are no
 * requests, whose host could be expected, any certificate of theirs would do.
 */
const serverWithoutProof: Rule = ({ host, policy: { tls }, port: { protocol } }) => (
  (tls?.mode === 'simple' || tls?.mode === 'mutual') && tls.caCertificates === undefined && tls.subjectAltNames === undefined
  && (serviceOf(host) !== undefined || layerOf(protocol) === 'connections')
    ? `clientTls says of no certificate that it is the one of the server. Say ClientTls.${tls.mode}({ caCertificates: "/etc/client/ca.pem" }), or subjectAltNames if its certificate is for a public name.`
    : undefined
);

const RULES: readonly Rule[] = [
  failoverWithoutEjection, localityWithoutChoice, streamsWithoutHttp2, upgradeWithoutRequests, durationOfConnections, serverWithoutProof,
];
