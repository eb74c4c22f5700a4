import {
  HttpRouteSpec, HttpRouteSpecParentRefs, HttpRouteSpecRules, HttpRouteSpecRulesBackendRefs, HttpRouteSpecRulesBackendRefsFiltersType,
  HttpRouteSpecRulesFiltersRequestRedirectScheme,
} from '../../../imports/gateway.networking.k8s.io';
import type { AttachedRulesIntent, ParentIntent, UpgradeIntent } from '../../mesh/private/gateways/attached-intent';
import type { DestinationIntent, ForwardAction, RuleIntent } from '../../mesh/private/intent';
import { ANY_REQUEST, saidAlternatives } from '../../mesh/private/routing/conditions';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { IstioRelease } from '../istio-release';
import { gatewayDuration } from './gateway-duration';
import { backendOf, Backends } from './http-route-backend';
import { forwardFilters, headerChanges, redirectFilter } from './http-route-filters';
import { httpRouteMatch } from './http-route-match';
import { AT_GATEWAY, refuse, Where } from './refuse';
import { requirePrecedence } from './route-precedence';

/** For whom rules are rendered. */
export interface RouteSituation {
  /** path of the construct */
  readonly place: string;
  readonly release: IstioRelease;
}

/** Every request is answered with the same address on HTTPS, at the usual port. */
export function upgradeSpec({ parent }: UpgradeIntent): HttpRouteSpec {
  const scheme = HttpRouteSpecRulesFiltersRequestRedirectScheme.HTTPS;
  const match = httpRouteMatch(ANY_REQUEST, { place: parent.name, otherwise: AT_GATEWAY });
  return { parentRefs: parentRefs(parent, parent.namespace), rules: [{ matches: [match], filters: [redirectFilter({ scheme, status: 301 })] }] };
}

/** The rules for one hostname, as an HTTPRoute says them. @throws when it cannot */
export function httpRouteSpec(intent: AttachedRulesIntent, { place, release }: RouteSituation): HttpRouteSpec {
  const { parent, namespace, hostname, rules, grantedNamespaces } = intent;
  const rendered = httpRouteRules(rules, { where: { place, otherwise: AT_GATEWAY }, release, namespace, grantedNamespaces });
  return { parentRefs: parentRefs(parent, namespace), hostnames: hostname === '*' ? undefined : [hostname], rules: rendered };
}

/** Rules that an HTTPRoute takes together. @throws when it cannot say them, or would try them in another order */
export function httpRouteRules(rules: readonly RuleIntent[], backends: Backends): HttpRouteSpecRules[] {
  const { where } = backends;
  requirePrecedence(rules, where);
  const rendered = rules.flatMap(rule => rulesOf(rule, { ...backends, where: { ...where, place: `${where.place}, rule "${rule.name}"` } }));
  requireRoom(rendered, where);
  return namedOnce(rendered);
}

function parentRefs({ name, namespace, sections }: ParentIntent, own: string): HttpRouteSpecParentRefs[] {
  const parent = { name, namespace: namespace === own ? undefined : namespace };
  return sections === undefined ? [parent] : sections.map(sectionName => ({ ...parent, sectionName }));
}

/** The API server takes no more; two objects for a hostname would be ordered by their age. */
const MOST = { rules: 16, matchesOfRule: 64, matches: 128 };

function requireRoom(rules: readonly HttpRouteSpecRules[], { place, otherwise }: Where): void {
  const counts = rules.map(({ matches = [] }) => matches.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (rules.length > MOST.rules || all > MOST.matches || counts.some(count => count > MOST.matchesOfRule)) {
    throw new Error(`${place}: ${rules.length} rules with ${all} matches do not fit into an HTTPRoute of the Kubernetes Gateway API, which allows ${MOST.rules} with ${MOST.matches}, each with ${MOST.matchesOfRule}. ${otherwise.fewer}.`);
  }
}

/** What replaces a part of the path takes a rule for each match. */
function rulesOf(rule: RuleIntent, backends: Backends): HttpRouteSpecRules[] {
  const alternatives = saidAlternatives(rule.alternatives);
  const isSingle = 'destinations' in rule && rule.rewrite?.path?.below !== undefined;
  const groups = isSingle ? alternatives.map(conditions => [conditions]) : [alternatives];
  return groups.map((taken, index) => ({
    name: nameOf(rule.name, index),
    matches: taken.map(conditions => httpRouteMatch(conditions, backends.where)),
    ...done(rule, taken[0], backends),
  }));
}

/** Names show in logs alone, and the API knows those of DNS only; without one, the number of the rule stands there. */
function nameOf(name: string, index: number): string | undefined {
  const own = index === 0 ? name : `${name}.${index + 1}`;
  return /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(own) ? own : undefined;
}

/** The API server takes each name once. */
function namedOnce(rules: readonly HttpRouteSpecRules[]): HttpRouteSpecRules[] {
  return rules.map((rule, index) => ({ ...rule, name: rules.slice(0, index).some(({ name }) => name === rule.name) ? undefined : rule.name }));
}

function done(rule: RuleIntent, taken: Conditions, backends: Backends): Partial<HttpRouteSpecRules> {
  if ('redirect' in rule) {
    return { filters: [redirectFilter(rule.redirect)] };
  }
  if ('response' in rule) {
    refuse(backends.where, `responds with ${rule.response.status} itself`, 'a service that does');
  }
  if ('delegate' in rule) {
    refuse(backends.where, 'delegates requests to routes of another team', 'an HTTPRoute that the team attaches itself');
  }
  return forward(rule, taken, backends);
}

function forward(action: ForwardAction, taken: Conditions, backends: Backends): Partial<HttpRouteSpecRules> {
  const { destinations, fault, retry, timeout } = action;
  if (fault !== undefined) {
    refuse(backends.where, 'injects faults');
  }
  if (retry?.attempts === 0) {
    refuse(backends.where, 'disables retries, as for a long-lived stream', 'neither attempts: 0 nor streaming');
  }
  if (retry !== undefined && retry.isUsual !== true) {
    refuse(backends.where, 'sets conditions for retries');
  }
  const filters = forwardFilters(action, taken, backends);
  return {
    filters: filters.length === 0 ? undefined : filters,
    backendRefs: destinations.map(destination => backendRef(destination, backends)),
    timeouts: timeout && { request: gatewayDuration(timeout) },
  };
}

/** Its answers tell the client where it was, if it is to get there again. */
function backendRef(destination: DestinationIntent, backends: Backends): HttpRouteSpecRulesBackendRefs {
  const { memory, weight } = destination;
  const type = HttpRouteSpecRulesBackendRefsFiltersType.RESPONSE_HEADER_MODIFIER;
  const filters = memory && [{ type, responseHeaderModifier: headerChanges(memory.answer, backends.where) }];
  return { ...backendOf(destination, backends), weight, filters };
}
