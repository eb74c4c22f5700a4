import { durationText } from '../../mesh/private/duration-text';
import type { HashAlgorithmIntent, HashIntent, BalancingIntent, LocalityIntent, TrafficPolicyIntent } from '../../mesh/private/policy/traffic-policy-intent';
import type { WarmUp } from '../../mesh/warm-up';
import type { RenderedPolicy } from './traffic-policy';

type LoadBalancer = NonNullable<RenderedPolicy['loadBalancer']>;

/** What decides which instance gets a request: Istio says the way and the localities in one setting. */
export function loadBalancer({ balancing, locality }: TrafficPolicyIntent): LoadBalancer | undefined {
  if (balancing === undefined && locality === undefined) {
    return undefined;
  }
  return { ...balancing && way(balancing), localityLbSetting: locality && localitySetting(locality) };
}

function way(balancing: BalancingIntent): LoadBalancer {
  switch (balancing.by) {
    case 'least-request': return { simple: 'LEAST_REQUEST', warmup: balancing.warmUp && warmup(balancing.warmUp) };
    case 'passthrough': return { simple: 'PASSTHROUGH' };
    case 'random': return { simple: 'RANDOM' };
    case 'round-robin': return { simple: 'ROUND_ROBIN', warmup: balancing.warmUp && warmup(balancing.warmUp) };
    default: return { consistentHash: { ...hashed(balancing), ...balancing.algorithm && algorithm(balancing.algorithm) } };
  }
}

function hashed(hash: HashIntent): LoadBalancer['consistentHash'] {
  switch (hash.by) {
    case 'cookie': return { httpCookie: { name: hash.name, path: hash.path, ttl: durationText(hash.ttl) } };
    case 'header': return { httpHeaderName: hash.name };
    case 'query': return { httpQueryParameterName: hash.name };
    case 'source-address': return { useSourceIp: true };
  }
}

function algorithm(intent: HashAlgorithmIntent): LoadBalancer['consistentHash'] {
  return intent.kind === 'maglev' ? { maglev: { tableSize: intent.tableSize } } : { ringHash: { minimumRingSize: intent.minimumSize } };
}

function warmup({ aggression, duration, minimumPercent }: WarmUp): LoadBalancer['warmup'] {
  return { aggression, duration: durationText(duration), minimumPercent: minimumPercent?.value };
}

function localitySetting(locality: LocalityIntent): LoadBalancer['localityLbSetting'] {
  switch (locality.kind) {
    case 'distribute': return { enabled: true, distribute: locality.shares.map(({ from, to }) => ({ from, to: { ...to } })) };
    case 'failover': {
      const failover = Object.entries(locality.regions).map(([from, to]) => ({ from, to }));
      return { enabled: true, failover: failover.length === 0 ? undefined : failover };
    }
    case 'ignored': return { enabled: false };
    case 'labels': return { enabled: true, failoverPriority: [...locality.labels] };
  }
}
