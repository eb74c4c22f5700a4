import { RouteOptions } from '../../route-options';
import { IRouteTarget } from '../../route-target';
import { Split } from '../../split';
import type { ForwardAction } from '../intent';
import { requireTime } from '../require-time';
import type { Conditions } from './conditions';
import { corsIntent } from './cors-intent';
import { headerChangesIntent } from './header-changes-intent';
import { requireTarget } from './require-target';
import { NO_RETRY, retryIntent } from './retry-intent';
import { rewriteIntent } from './rewrite-intent';
import type { RouteSituation } from './said-of-traffic';

/** A route, as far as its options have to know it. */
export interface RoutePlace {
  readonly place: string;
  readonly alternatives: readonly Conditions[];
  /** the service that the route is of */
  readonly itself: IRouteTarget;
}

type Forwarding = (situation: RouteSituation) => ForwardAction;

/**
 * What a route does with the requests that it takes. One that leads to the service itself sends them where all goes that no route takes, and
 * copies them as that: it only does something else with them on the way.
 *
 * @throws when the target is none, or an option says what cannot be done with them
 */
export function forwarding(target: IRouteTarget, options: RouteOptions, { place, alternatives, itself }: RoutePlace): Forwarding {
  requireTarget(target, place);
  const { requestHeaders, responseHeaders, streaming = false, timeout } = options;
  requireTime(timeout, 'milliseconds', `${place}: timeout`);
  if (streaming && (timeout !== undefined || options.retry !== undefined)) {
    throw new Error(`${place}: a long-lived stream has neither timeout nor retries. Leave out either them or streaming.`);
  }
  requireFreeHeader(target, alternatives, place);
  const retry = options.retry && retryIntent(options.retry, place, alternatives);
  const cors = options.cors && corsIntent(options.cors, `${place}: cors`, alternatives);
  const changes = {
    rewrite: options.rewrite && rewriteIntent(options.rewrite, place, alternatives),
    requestHeaders: requestHeaders && headerChangesIntent(requestHeaders, `${place}: requestHeaders`),
    responseHeaders: responseHeaders && headerChangesIntent(responseHeaders, `${place}: responseHeaders`),
  };
  return ({ arrival, usual, rest }) => ({
    ...target === itself ? { destinations: rest.destinations, mirrors: rest.mirrors } : { destinations: target._destinations(arrival) },
    timeout: streaming ? undefined : timeout ?? usual.timeout,
    retry: streaming ? NO_RETRY : retry ?? usual.retry,
    cors: cors ?? usual.cors,
    ...changes,
  });
}

/** Clients of a sticky split say by a header where they were, and the mesh compares each header once. */
function requireFreeHeader(target: IRouteTarget, alternatives: readonly Conditions[], place: string): void {
  const header = target instanceof Split ? target._stickiness?._header : undefined;
  if (header !== undefined && alternatives.some(({ headers }) => Object.hasOwn(headers, header))) {
    throw new Error(`${place}: matches the header "${header}", which keeps its split sticky. Make the split sticky by another header, or by a cookie.`);
  }
}
