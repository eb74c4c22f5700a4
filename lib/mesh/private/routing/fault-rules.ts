import type { ActionIntent, DestinationIntent, FaultIntent, ForwardAction, RuleIntent } from '../intent';
import { distinct } from './conditions';
import type { Conditions } from './conditions';
import { conjunction } from './conjunction';
import { covers } from './covers';
import { forgetful } from './forgetful';
import { overlap } from './overlap';
import { inOrder } from './route-order';
import type { Ordered, Placed } from './route-order';
import { withoutPort } from './ruled-port';

/** A route or a fault at one port. */
export interface ActingRoute extends Ordered {
  readonly action: () => ActionIntent;
  /** of a fault, whether it says itself where its requests go */
  readonly hasTarget?: boolean;
}

/** What is done with requests that fail or wait on purpose. Chaos is to be repeatable: of several destinations, it hits the first that gets any. */
export function faulty({ destinations, cors, rewrite, requestHeaders, responseHeaders }: ForwardAction, fault: FaultIntent): ForwardAction {
  const main = destinations.find(({ weight }) => weight !== 0);
  return { destinations: main === undefined ? [] : forgetful([main]).map(withoutWeight), fault, cors, rewrite, requestHeaders, responseHeaders };
}

/**
 * The rules of faults, which come before all routes. Of the requests of a fault that names no target, those that a route takes go where the route
 * sends them. What a route answers or leaves to others cannot fail, so there is no fault in that.
 */
export function faultRules(faults: readonly ActingRoute[], routes: readonly ActingRoute[]): RuleIntent[] {
  return blocksOf(faults, routes).flatMap(({ fault, own, parts, left }) => [
    ...parts.filter(({ alternatives }) => alternatives.length > 0).map(({ route, alternatives, action }) => (
      { name: `${fault.name}-${route.name}`, alternatives, isOfFault: true, ...action }
    )),
    ...left.length === 0 ? [] : [{ name: fault.name, alternatives: left, ...own }],
  ]);
}

/** A fault and a route of which nobody can say which requests they have in common. */
export interface UnclearFault {
  readonly fault: string;
  readonly route: string;
  /** what would be compared in two ways */
  readonly twice: string;
}

export function unclearFaults(faults: readonly ActingRoute[], routes: readonly ActingRoute[]): UnclearFault[] {
  return blocksOf(faults, routes).flatMap(({ fault, parts }) => parts.flatMap(({ route, twice }) => (
    twice === undefined ? [] : [{ fault: fault.name, route: route.name, twice }]
  )));
}

/** What a fault comes to. */
interface Block {
  readonly fault: ActingRoute;
  readonly own: ForwardAction;
  readonly parts: readonly Part[];
  /** what no route takes for certain */
  readonly left: readonly Conditions[];
}

/** What a fault and a route have in common. */
interface Part {
  readonly route: ActingRoute;
  readonly action: ActionIntent;
  readonly alternatives: readonly Conditions[];
  readonly twice?: string;
}

/** One at the place of its route. */
type PlacedPart = Part & { readonly index: number };

function blocksOf(faults: readonly ActingRoute[], routes: readonly ActingRoute[]): Block[] {
  const placed = inOrder(routes).map(({ rule, alternatives }) => ({ rule, alternatives: alternatives.map(withoutPort) }));
  return inOrder(faults).map(({ rule: fault, alternatives }) => {
    const own = fault.action() as ForwardAction;
    if (fault.hasTarget === true) {
      return { fault, own, parts: [], left: alternatives.map(withoutPort) };
    }
    const asked = alternatives.map(withoutPort).map(conditions => ({ conditions, end: endOf(conditions, placed) }));
    const common = placed.flatMap((route, index) => {
      const here = asked.filter(({ end }) => index <= end).map(({ conditions }) => conditions);
      return partOf(here, route, own.fault!).map(part => ({ ...part, index }));
    });
    const parts = needed(common, own);
    const left = asked.filter(({ end }) => !parts.some(({ index }) => index === end));
    return { fault, own, parts, left: left.map(({ conditions }) => conditions) };
  });
}

/** Which route takes all that is left of these requests. */
function endOf(conditions: Conditions, placed: ReadonlyArray<Placed<ActingRoute>>): number {
  const index = placed.findIndex(({ alternatives }) => alternatives.some(wider => covers(wider, conditions)));
  return index < 0 ? Infinity : index;
}

function partOf(asked: readonly Conditions[], { rule: route, alternatives: taken }: Placed<ActingRoute>, fault: FaultIntent): Part[] {
  const common = asked.flatMap(one => taken.filter(other => overlap(one, other)).map(other => conjunction(one, other)));
  if (common.length === 0) {
    return [];
  }
  const done = route.action();
  const action = 'destinations' in done ? faulty(done, fault) : done;
  const [twice] = common.flatMap(each => 'twice' in each ? [each.twice] : []);
  return [{ route, action, twice, alternatives: distinct(common.flatMap(each => 'conditions' in each ? [each.conditions] : [])) }];
}

/** Without those of which the fault by itself does the same, unless what comes behind would do something else with their requests. */
function needed(parts: readonly PlacedPart[], own: ForwardAction): readonly PlacedPart[] {
  return parts.reduceRight<readonly PlacedPart[]>((behind, part) => {
    const isSame = JSON.stringify(part.action) === JSON.stringify(own);
    return isSame && !behind.some(other => haveCommon(part, other)) ? behind : [part, ...behind];
  }, []);
}

function haveCommon(one: Part, other: Part): boolean {
  const isUnclear = one.twice !== undefined || other.twice !== undefined;
  return isUnclear || one.alternatives.some(a => other.alternatives.some(b => overlap(a, b)));
}

function withoutWeight({ weight: _, ...destination }: DestinationIntent): DestinationIntent {
  return destination;
}
