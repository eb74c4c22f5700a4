import { AppProtocol } from '../../app-protocol';
import { serviceOf } from '../hosts/service-host';
import type { PortIntent } from '../hosts/service-ports';
import type { HostPolicyIntent } from '../intent';
import { layerOf } from '../routing/layer';
import { USUAL_LIMITS } from './connection-limits-intent';
import type { BalancingIntent, HashIntent, TrafficPolicyIntent } from './traffic-policy-intent';

/** What holds at one port of a host, or of one of its versions. */
interface Effective extends PolicyAtPort {
  readonly host: string;
  /** what holds at each port of the host, or of the version */
  readonly everywhere: readonly PolicyAtPort[];
  /** what the service says of all ports */
  readonly general: TrafficPolicyIntent;
}

interface PolicyAtPort {
  readonly port: PortIntent;
  readonly policy: TrafficPolicyIntent;
}

/** Says of what holds at a port what the mesh would ignore, or do wrong. */
type Rule = (effective: Effective) => string | undefined;

/** What of all that is said of connections the mesh would ignore at some port. */
export function policyProblems(said: HostPolicyIntent, ports: readonly PortIntent[], place: string): string[] {
  const { host, policy: general = {}, ports: byPort, subsets } = said;
  const seen = ports.filter(({ protocol }) => layerOf(protocol) !== 'nothing').map(port => ({ port, policy: { ...general, ...byPort.get(port.port) } }));
  const ofVersions = subsets.map(({ name, policy: own }) => (
    { name, everywhere: seen.map(({ port, policy }) => ({ port, policy: { ...policy, ...own } })) }
  ));
  return seen.flatMap((atPort, index) => {
    const problems = problemsOf({ host, general, ...atPort, everywhere: seen });
    const here = ports.length === 1 ? place : `${place}, port ${atPort.port.port}`;
    return [
      ...problems.map(problem => `${here}: ${problem}`),
      ...ofVersions.flatMap(({ name, everywhere }) => problemsOf({ host, general, ...everywhere[index], everywhere })
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
    ? 'requests go to the nearest healthy instances, but no instance is ever marked as unhealthy, so the mesh ignores the locality. Use ejectOutliers(), or distribute the requests with Locality.distribute(...).'
    : undefined
);

const localityWithoutChoice: Rule = ({ policy: { balancing, locality } }) => (
  balancing?.by === 'passthrough' && locality !== undefined && locality.kind !== 'ignored'
    ? 'requests go to the address that the caller wanted, so the mesh ignores the locality. Use another LoadBalancing, or Locality.ignored().'
    : undefined
);

const streamsWithoutHttp2: Rule = ({ policy: { limits }, port: { protocol } }) => (
  limits?.maxConcurrentStreams !== undefined && !HTTP2.includes(protocol)
    ? `speaks ${protocol}, but the mesh limits streams only for HTTP/2 and gRPC. Leave maxConcurrentStreams out, or set it with traffic.onPort(...) for a port with protocol: AppProtocol.HTTP2 or AppProtocol.GRPC.`
    : undefined
);

/** The proxies would offer HTTP/2 to the other end, where something else is spoken. */
const upgradeWithoutRequests: Rule = ({ policy: { limits }, port: { protocol } }) => (
  limits?.upgradeToHttp2 === true && layerOf(protocol) !== 'requests'
    ? `speaks ${protocol}, which cannot be sent over HTTP/2. Set upgradeToHttp2 with traffic.onPort(...), for the ports that speak HTTP.`
    : undefined
);

/** For connections, Istio reads the duration in the policy of the host alone. */
const durationOfConnections: Rule = ({ general, policy: { limits }, port: { protocol } }) => (
  layerOf(protocol) !== 'requests' && limits?.maxConnectionDuration?.toMilliseconds() !== general.limits?.maxConnectionDuration?.toMilliseconds()
    ? `speaks ${protocol}, for which the mesh reads the duration of connections only from the settings of the whole service. Set the same maxConnectionDuration with traffic.limitConnections(...).`
    : undefined
);

/** Of connections, the mesh knows nothing but where they come from. Where one port has requests, it can be meant for these. */
const hashWithoutRequests: Rule = ({ everywhere, policy: { balancing }, port: { protocol } }) => (
  isHashOfRequests(balancing) && !everywhere.some(({ port, policy }) => layerOf(port.protocol) === 'requests' && policy.balancing === balancing)
    ? `speaks ${protocol}, so the mesh sees no ${balancing.by} to hash, and sends connections at random. Use LoadBalancing.hashSourceIp(), or set protocol: AppProtocol.HTTP if the port speaks HTTP.`
    : undefined
);

function isHashOfRequests(balancing?: BalancingIntent): balancing is HashIntent {
  return balancing !== undefined && ['cookie', 'header', 'query'].includes(balancing.by);
}

/** How many may wait is not among them: where there are no requests, that limits the connections that are being made. */
const LIMITS_OF_REQUESTS = ['idleTimeout', 'maxRequests', 'maxRequestsPerConnection', 'maxRetries'] as const;

/** The usual limits are for all protocols, and say something of connections in any case. */
const limitsWithoutRequests: Rule = ({ everywhere, policy: { limits }, port: { protocol } }) => {
  const ignored = limits === undefined || limits === USUAL_LIMITS ? [] : LIMITS_OF_REQUESTS.filter(name => limits[name] !== undefined);
  return ignored.length > 0 && !everywhere.some(({ port, policy }) => layerOf(port.protocol) === 'requests' && policy.limits === limits)
    ? `speaks ${protocol}, where ${ignored.join(', ')} ${ignored.length === 1 ? 'limits' : 'limit'} nothing, because the mesh sees no requests. Set maxConnections, connectTimeout or maxConnectionDuration, or protocol: AppProtocol.HTTP if the port speaks HTTP.`
    : undefined;
};

/**
 * The authorities that proxies trust by themselves sign certificates of public names, which a host of the cluster has not; and where there are no
 * requests, whose host could be expected, any certificate of theirs would do.
 */
const serverWithoutProof: Rule = ({ host, policy: { tls }, port: { protocol } }) => (
  (tls?.mode === 'simple' || tls?.mode === 'mutual') && tls.caCertificates === undefined && tls.subjectAltNames === undefined
  && (serviceOf(host) !== undefined || layerOf(protocol) === 'connections')
    ? `clientTls does not verify the certificate of the server. Use ClientTls.${tls.mode}({ caCertificates: "/etc/client/ca.pem" }), or subjectAltNames if its certificate is for a public name.`
    : undefined
);

const RULES: readonly Rule[] = [
  failoverWithoutEjection, localityWithoutChoice, streamsWithoutHttp2, upgradeWithoutRequests, hashWithoutRequests, limitsWithoutRequests,
  durationOfConnections, serverWithoutProof,
];
