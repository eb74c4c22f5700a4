import type { ConnectionRuleIntent, ForwardAction } from '../intent';
import { forgetful } from './forgetful';
import { layerOf } from './layer';
import { RuledPort } from './ruled-port';
import { rulesInOrder } from './rules-in-order';

/** The rules for the connections that come to a port whose requests the mesh does not see. None where they go to the host as they would without. */
export function connectionRules({ host, port, protocol, routes, stable, usual: { target = stable } }: RuledPort): ConnectionRuleIntent[] {
  const layer = layerOf(protocol);
  const arrival = { host, port, layer };
  const place = { port, names: layer === 'named-connections' ? [host] : undefined };
  const rest = { destinations: forgetful(target._destinations(arrival)) };
  const narrow = rulesInOrder(routes.map(({ action, ...route }) => ({ ...route, action: () => action({ arrival, usual: {}, rest }) }))).map(rule => ({
    ...place,
    sources: rule.alternatives.map(({ sourceLabels, sourceNamespace }) => ({ sourceLabels, sourceNamespace })),
    destinations: forgetful((rule as ForwardAction).destinations),
  }));
  const isAnyway = rest.destinations.every(destination => destination.host === host && destination.port === port && destination.subset === undefined);
  return isAnyway ? narrow : [...narrow, { ...place, sources: [], ...rest }];
}
