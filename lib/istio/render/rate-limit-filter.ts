import {
  EnvoyFilterSpec, EnvoyFilterSpecConfigPatchesApplyTo, EnvoyFilterSpecConfigPatchesMatch, EnvoyFilterSpecConfigPatchesMatchContext,
  EnvoyFilterSpecConfigPatchesPatchOperation,
} from '../../../imports/networking.istio.io';
import type { RateLimitIntent, RestrictionIntent } from '../private/rate-limit-intent';
import type { RequestRateIntent } from '../private/request-rate-intent';
import { gatewayTarget } from './gateway-target';
import { headerMatchers } from './header-matchers';

/**
 * How many requests pass, as an EnvoyFilter puts it into proxies. It says the type of the configuration, and no `TypedStruct`, so that the
 * webhook of Istio reads its fields, too.
 */
export function rateLimitFilterSpec(intent: RateLimitIntent): EnvoyFilterSpec {
  const { pods: { gateway, podLabels } } = intent;
  return {
    workloadSelector: podLabels && { labels: { ...podLabels } },
    targetRefs: gateway === undefined ? undefined : [gatewayTarget(gateway)],
    // Where it stands depends on another filter, so it comes after what others insert.
    priority: 10,
    configPatches: [{
      applyTo: EnvoyFilterSpecConfigPatchesApplyTo.HTTP_UNDERSCORE_FILTER,
      match: beforeRouter(intent),
      patch: {
        operation: EnvoyFilterSpecConfigPatchesPatchOperation.INSERT_UNDERSCORE_BEFORE,
        value: { name: 'envoy.filters.http.local_ratelimit', typed_config: configuration(intent) },
      },
    }],
  };
}

/** The last place: what is refused for other reasons is not counted. No release of the proxy is named, so that an upgrade does not end the limit. */
function beforeRouter({ pods }: RateLimitIntent): EnvoyFilterSpecConfigPatchesMatch {
  const { GATEWAY, SIDECAR_UNDERSCORE_INBOUND: INBOUND } = EnvoyFilterSpecConfigPatchesMatchContext;
  return {
    context: pods.ports === undefined ? GATEWAY : INBOUND,
    listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name: 'envoy.filters.http.router' } } } },
  };
}

function configuration({ name, rate, restrictions, tellsClients }: RateLimitIntent): Readonly<Record<string, unknown>> {
  return {
    '@type': 'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit',
    'stat_prefix': name,
    'token_bucket': bucket(rate),
    // Both are 0 percent if they are left out.
    'filter_enabled': ALWAYS,
    'filter_enforced': ALWAYS,
    'enable_x_ratelimit_headers': tellsClients ? 'DRAFT_VERSION_03' : undefined,
    // The other status is the one at which clients try again.
    'rate_limited_as_resource_exhausted': true,
    ...restrictions.length === 0 ? {} : {
      always_consume_default_token_bucket: true,
      rate_limits: restrictions.flatMap(ways),
      descriptors: restrictions.map(restriction => ({ entries: [entry(restriction)], token_bucket: bucket(restriction.rate) })),
    },
  };
}

const ALWAYS = { default_value: { numerator: 100, denominator: 'HUNDRED' } };

function bucket({ requests, interval, burst }: RequestRateIntent): unknown {
  return { max_tokens: burst, tokens_per_fill: requests, fill_interval: `${interval.toMilliseconds() / 1000}s` };
}

/** A request gets the entry of a restriction from the one of its alternatives that takes it. */
function ways(restriction: RestrictionIntent): unknown[] {
  const { key, value } = entry(restriction);
  return restriction.alternatives.map(conditions => ({
    actions: [{ header_value_match: { descriptor_key: key, descriptor_value: value, headers: headerMatchers(conditions) } }],
  }));
}

function entry({ name }: RestrictionIntent): { readonly key: string; readonly value: string } {
  return { key: 'restriction', value: name };
}
