import { HttpRouteSpec } from '../../../imports/gateway.networking.k8s.io';
import type { ServiceName } from '../../mesh/private/hosts/service-host';
import type { RuleIntent } from '../../mesh/private/intent';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { httpRouteRules, RouteSituation } from './http-route';
import { AT_WAYPOINT, refuse, Where } from './refuse';

/** All rules for the requests that come to a Service, in the order in which they are to be tried. */
export interface ServiceRoute {
  readonly service: ServiceName;
  /** the port that they hold for; undefined: every one at which requests come */
  readonly port?: number;
  readonly rules: readonly RuleIntent[];
}

/** The rules for a Service, as an HTTPRoute of its namespace says them to the waypoint in front of it. @throws when it cannot */
export function serviceRouteSpec({ service, port, rules }: ServiceRoute, { place, release }: RouteSituation): HttpRouteSpec {
  const where = { place, otherwise: AT_WAYPOINT };
  rules.forEach(({ alternatives, name }) => requireNoSource(alternatives, { ...where, place: `${place}, rule "${name}"` }));
  return {
    parentRefs: [{ group: '', kind: 'Service', name: service.name, port }],
    rules: httpRouteRules(rules, { where, release, namespace: service.namespace, grantedNamespaces: [] }),
  };
}

/** A waypoint knows neither labels nor the namespace of who calls. */
function requireNoSource(alternatives: readonly Conditions[], where: Where): void {
  if (alternatives.some(({ sourceLabels, sourceNamespace }) => sourceLabels !== undefined || sourceNamespace !== undefined)) {
    refuse(where, 'matches labels or the namespace of the caller');
  }
}
