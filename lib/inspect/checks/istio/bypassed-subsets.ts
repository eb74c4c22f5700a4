import type { Field } from '../../mesh/field';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const bypassed = istioRule('IST0140', 'warning', ['bypassed-subsets', 'Requests from a gateway go to a host without the subsets by which another VirtualService routes it.']);

const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';

/** Gateways whose requests pass by the routes that sidecars have for the same host: a gateway applies its own VirtualService alone. */
export const bypassedSubsetsCheck = defineCheck({
  rules: [bypassed],
  analyzer: 'virtualservice.DestinationHostAnalyzer',
  kinds: [VIRTUAL_SERVICE],
  * judge(virtualService, { set }) {
    const said = new Set<Resource>();
    for (const destination of virtualService.spec.at('gateways').isFilled ? destinationsOf(virtualService) : []) {
      const host = destination.at('host');
      const others = destination.at('subset').isFilled ? [] : subsetRoutes(set).get(host.text ?? '') ?? [];
      for (const other of [...others].filter(one => one !== virtualService && !said.has(one))) {
        said.add(other);
        yield {
          rule: bypassed,
          path: host.path,
          message: `requests from the gateway go to ${host.text} without the subsets by which ${other.fullName} routes it`,
          repair: 'name the subsets here too, or bind one VirtualService to the gateway and to mesh',
        };
      }
    }
  },
});

function destinationsOf({ spec }: Resource): Field[] {
  return spec.at('http').items().flatMap(entry => entry.at('route').items()).map(route => route.at('destination'));
}

/** The VirtualServices that route a host of theirs by subsets, by the host as they write it. */
const subsetRoutes = perSet(set => {
  const routes = new Map<string, Set<Resource>>();
  for (const virtualService of set.of(VIRTUAL_SERVICE)) {
    const hosts = new Set(virtualService.spec.at('hosts').texts);
    for (const destination of destinationsOf(virtualService)) {
      const { text = '' } = destination.at('host');
      if (destination.at('subset').isFilled && hosts.has(text)) {
        routes.set(text, (routes.get(text) ?? new Set()).add(virtualService));
      }
    }
  }
  return routes;
});
