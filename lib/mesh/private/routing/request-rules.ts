import { Percent } from '../../percent';
import { compareTexts } from '../compare-texts';
import type { Arrival, ForwardAction, MirrorIntent, RetryIntent, RuleIntent } from '../intent';
import { REST } from './exposed-rules';
import { isGrpc } from './layer';
import { retryIntent } from './retry-intent';
import { RuledPort, withoutPort } from './ruled-port';
import { rulesInOrder } from './rules-in-order';
import type { MirrorTarget, UsualTraffic } from './said-of-traffic';
import { withPreflights } from './with-preflights';

/** The rules for the requests that come to a port, as if the host had no other: faults, then routes, then the rest. */
export function requestRules(ruled: RuledPort): RuleIntent[] {
  const rest = restAction(ruled);
  const situation = { arrival: arrivalAt(ruled), usual: usualAt(ruled), rest };
  const here = ruled.routes.map(({ action, ...route }) => ({ ...route, action: () => action(situation) }));
  const [faults, others] = [true, false].map(isFault => rulesInOrder(here.filter(route => route.isFault === isFault)));
  const narrow = [...faults, ...others].map(rule => ({ ...rule, alternatives: rule.alternatives.map(withoutPort) }));
  return [...narrow, { name: REST, alternatives: [], ...rest }].map(withPreflights);
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
