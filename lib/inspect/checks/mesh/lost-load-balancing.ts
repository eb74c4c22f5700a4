import type { Field } from '../../mesh/field';
import { fullHost } from '../../mesh/hosts';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { HostRoute, routesByHost } from '../../mesh/route-splits';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const lostLoadBalancing = meshRule('MESH025', 'warning', [
  'lost-load-balancing', 'A load balancer is set where no request uses it, or a consistent hash where a split sends one client to different subsets.',
]);

/** Load balancers that never apply, and hashes that do not keep a client where it was. */
export const lostLoadBalancingCheck = defineCheck({
  rules: [lostLoadBalancing],
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['loadBalancer'],
  reads: ['networking.istio.io/VirtualService'],
  * judge(destinationRule, { set }) {
    const routes = routesTo(set, destinationRule);
    yield* hiddenByAllSubsets(destinationRule.spec, routes);
    yield* hashesAcrossSubsets(destinationRule.spec, routes);
  },
});

function routesTo(set: ObjectSet, { spec, namespace }: Resource): readonly HostRoute[] {
  return routesByHost(set).get(fullHost(set, spec.at('host').text ?? '', namespace)) ?? [];
}

function* hiddenByAllSubsets(spec: Field, routes: readonly HostRoute[]): Iterable<Problem> {
  const ofHost = spec.at('trafficPolicy', 'loadBalancer');
  const subsets = spec.at('subsets').items();
  const areUsed = routes.some(({ parts }) => parts.some(({ subset }) => subset === ''));
  if (ofHost.isFilled && subsets.length > 0 && subsets.every(subset => balancerOf(subset).isFilled) && !areUsed) {
    yield {
      rule: lostLoadBalancing,
      path: ofHost.path,
      message: 'every subset has its own load balancer, so no request to a subset uses this one',
      repair: 'set it in the subsets, or remove it',
    };
  }
}

function* hashesAcrossSubsets(spec: Field, routes: readonly HostRoute[]): Iterable<Problem> {
  const split = routes.find(({ parts }) => new Set(parts.map(({ subset }) => subset)).size > 1);
  if (split === undefined) {
    return;
  }
  const names = new Set(split.parts.map(({ subset }) => subset));
  const used = spec.at('subsets').items().filter(subset => names.has(subset.at('name').text ?? ''));
  const balancers = used.map(subset => (balancerOf(subset).isFilled ? balancerOf(subset) : spec.at('trafficPolicy', 'loadBalancer')));
  const hash = balancers.map(balancer => balancer.at('consistentHash')).find(({ isFilled }) => isFilled);
  if (hash !== undefined) {
    yield {
      rule: lostLoadBalancing,
      severity: 'info',
      path: hash.path,
      message: `VirtualService ${split.virtualService.fullName} picks a subset at random for each request (${sharesOf(split)}), so the hash does not keep a client on one endpoint`,
      repair: 'match the clients of a subset by a header or cookie instead of a weight',
    };
  }
}

function balancerOf(subset: Field): Field {
  return subset.at('trafficPolicy', 'loadBalancer');
}

function sharesOf({ parts }: HostRoute): string {
  return parts.map(({ subset, weight }) => `${subset === '' ? 'no subset' : subset} ${weight}`).join(', ');
}
