import { groupBy } from '../group-by';
import type { Field } from './field';
import { fullHost } from './hosts';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { routeEntries } from './route-entries';

/** One destination of a route. */
export interface RoutePart {
  readonly host: string;
  readonly subset: string;
  readonly weight: number;
}

/** A route of a VirtualService, as far as it sends requests to one host. */
export interface HostRoute {
  readonly virtualService: Resource;
  readonly host: string;
  readonly parts: readonly RoutePart[];
}

const routes = perSet(set => groupBy(set.of('networking.istio.io/VirtualService').flatMap(virtualService => routesOf(set, virtualService)), ({ host }) => host));

/** The routes that send requests to a host, by its full name. */
export const routesByHost: (set: Parameters<typeof routes>[0]) => ReadonlyMap<string, readonly HostRoute[]> = routes;

function routesOf(set: ObjectSet, virtualService: Resource): HostRoute[] {
  const { namespace } = virtualService;
  return routeEntries(virtualService).flatMap(entry => {
    const destinations = entry.at('route').items();
    const parts = destinations.map(route => partOf(set, [route, namespace], destinations.length)).filter(({ weight }) => weight > 0);
    return [...groupBy(parts, ({ host }) => host)].map(([host, ofHost]) => ({ virtualService, host, parts: ofHost }));
  });
}

/** A single destination gets everything, whatever its weight; of several, one without weight gets nothing. */
function partOf(set: ObjectSet, [route, namespace]: readonly [route: Field, namespace: string], siblings: number): RoutePart {
  const destination = route.at('destination');
  return {
    host: fullHost(set, destination.at('host').text ?? '', namespace),
    subset: destination.at('subset').text ?? '',
    weight: siblings === 1 ? 100 : route.at('weight').number ?? 0,
  };
}
