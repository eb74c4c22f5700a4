import { listed, NAMES_SHOWN } from '../../listed';
import type { Field } from '../../mesh/field';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const bypassed = istioRule('IST0140', 'warning', ['bypassed-subsets', 'Requests from a gateway go to a host without the subsets by which another VirtualService routes it.']);

/** Gateways whose requests pass by the routes that sidecars have for the same host: a gateway applies its own VirtualService alone. */
export const bypassedSubsetsCheck = defineCheck({
  rules: [bypassed],
  analyzer: 'virtualservice.DestinationHostAnalyzer',
  kinds: [VIRTUAL_SERVICE],
  fields: ['gateways'],
  * judge(virtualService, { set }) {
    const said = new Set<string>();
    for (const destination of virtualService.spec.at('gateways').isFilled ? destinationsOf(virtualService) : []) {
      const host = destination.at('host');
      const others = destination.at('subset').isFilled ? undefined : subsetRoutes(set).get(host.text ?? '');
      for (const other of othersIn(others, virtualService.fullName).filter(one => !said.has(one))) {
        said.add(other);
        yield {
          rule: bypassed,
          path: host.path,
          message: `requests from the gateway go to ${host.text} without the subsets by which ${other} routes it`,
          repair: 'name the subsets here too, or bind one VirtualService to the gateway and to mesh',
        };
      }
    }
  },
});

function destinationsOf(virtualService: Resource): Field[] {
  return httpEntries(virtualService).flatMap(entry => entry.at('route').items()).map(route => route.at('destination'));
}

/** The names of all but one, or one text for all of them where they are many. */
function othersIn(names: ReadonlySet<string> = new Set(), own: string): readonly string[] {
  const others = names.size - (names.has(own) ? 1 : 0);
  const first = [...names].slice(0, NAMES_SHOWN + 1).filter(name => name !== own);
  return others > NAMES_SHOWN ? [listed([...names].filter(name => name !== own))] : first;
}

/** The names of the VirtualServices that route a host of theirs by subsets, by the host as they write it. */
const subsetRoutes = perSet(set => {
  const routes = new Map<string, Set<string>>();
  for (const virtualService of set.of(VIRTUAL_SERVICE)) {
    const hosts = new Set(virtualService.spec.at('hosts').texts);
    for (const destination of destinationsOf(virtualService)) {
      const { text = '' } = destination.at('host');
      if (destination.at('subset').isFilled && hosts.has(text)) {
        routes.set(text, (routes.get(text) ?? new Set()).add(virtualService.fullName));
      }
    }
  }
  return routes;
});
