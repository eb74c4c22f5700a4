import { Percent } from '../../percent';
import { compareTexts } from '../compare-texts';
import type { Arrival, ForwardAction, MirrorIntent, RetryIntent, RuleIntent } from '../intent';
import { REST } from './exposed-rules';
import { ActingRoute, faultRules, UnclearFault, unclearFaults } from './fault-rules';
import { isGrpc } from './layer';
import { withOwnNames } from './own-names';
import { retryIntent } from './retry-intent';
import { RuledPort, withoutPort } from './ruled-port';
import { rulesInOrder } from './rules-in-order';
import type { MirrorTarget, UsualTraffic } from './said-of-traffic';
import { withPreflights } from './with-preflights';

/** The rules for the requests that come to a port, as if the host had no other: faults, then routes, then the rest. */
export function requestRules(ruled: RuledPort): RuleIntent[] {
  const { faults, routes, rest } = actingAt(ruled);
  const narrow = rulesInOrder(routes).map(rule => ({ ...rule, alternatives: rule.alternatives.map(withoutPort) }));
  return [...withOwnNames(faultRules(faults, routes)), ...narrow, { name: REST, alternatives: [], ...rest }].map(withPreflights);
}

/** Faults and routes of a port of which nobody can say which requests they have in common. */
export function unclearFaultsAt(ruled: RuledPort): UnclearFault[] {
  const { faults, routes } = actingAt(ruled);
  return unclearFaults(faults, routes);
}

/** What is said of the requests that come to a port. */
interface ActingAtPort {
  readonly faults: readonly ActingRoute[];
  readonly routes: readonly ActingRoute[];
  readonly rest: ForwardAction;
}

function actingAt(ruled: RuledPort): ActingAtPort {
  const rest = restAction(ruled);
  const situation = { arrival: arrivalAt(ruled), usual: usualAt(ruled), rest };
  const here = ruled.routes.map(({ action, ...route }) => ({ ...route, action: () => action(situation) }));
  const [faults, routes] = [true, false].map(isFault => here.filter(route => route.isFault === isFault));
  return { faults, routes, rest };
}

function arrivalAt({ host, port }: RuledPort): Arrival {
  return { host, port, layer: 'requests' };
}

/** Of gRPC, the mesh repeats by itself what somebody may have processed. */
function usualAt({ protocol, usual }: RuledPort): UsualTraffic {
  return isGrpc(protocol) ? { retry: SAFE_RETRY, ...usual } : usual;
}

/** As often as the mesh does by itself. */
const SAFE_RETRY: RetryIntent = { isUsual: true, ...retryIntent({ attempts: 2 }, 'the usual retries') };

function restAction(ruled: RuledPort): ForwardAction {
  const { mirrors = [], target = ruled.stable, timeout, retry, cors } = usualAt(ruled);
  const arrival = arrivalAt(ruled);
  const copied = mirrors.flatMap(mirror => copies(mirror, arrival)).sort((a, b) => compareTexts(nameOf(a), nameOf(b)));
  return { destinations: target._destinations(arrival), mirrors: copied, timeout, retry, cors };
}

/** Each part of a split gets its share of the copies. */
function copies({ target, percent }: MirrorTarget, arrival: Arrival): MirrorIntent[] {
  return target._destinations(arrival)
    .filter(({ weight }) => weight !== 0)
    .map(({ weight = 100, memory: _, ...destination }) => ({ destination, percent: Percent.of(percent.value * weight / 100) }));
}

/** Copies are made all at once, so that their order can be that of their names, whatever was said first. */
function nameOf({ destination: { host, port, subset = '' } }: MirrorIntent): string {
  return [host, port, subset].join(' ');
}
