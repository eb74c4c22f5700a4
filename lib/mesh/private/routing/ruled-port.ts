import type { IRouteTarget } from '../../route-target';
import type { PortIntent } from '../hosts/service-ports';
import type { Conditions } from './conditions';
import type { SaidRoute, UsualTraffic } from './said-of-traffic';

/** One port of a host, with what is said of what comes to it. */
export interface RuledPort extends PortIntent {
  readonly host: string;
  /** with no alternative that another port alone can fulfil */
  readonly routes: readonly SaidRoute[];
  /** where requests go when nothing is said */
  readonly stable: IRouteTarget;
  readonly usual: UsualTraffic;
}

/**
 * The routes that concern a port, with the alternatives that do.
 *
 * @param takesUsual whether what names no port means this one, too
 */
export function routesAt(port: number, routes: readonly SaidRoute[], takesUsual: boolean): SaidRoute[] {
  return routes.flatMap(route => {
    const alternatives = route.alternatives.filter(conditions => conditions.port === port || (takesUsual && conditions.port === undefined));
    return alternatives.length === 0 ? [] : [{ ...route, alternatives }];
  });
}

/** Of what comes to one port, the port tells nothing. */
export function withoutPort({ port: _, ...conditions }: Conditions): Conditions {
  return conditions;
}
