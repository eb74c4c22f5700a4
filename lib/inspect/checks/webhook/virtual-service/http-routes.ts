import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { byField } from '../by-field';
import { duration, durationRules } from '../primitives/durations';
import { httpStatus, httpStatusRules } from '../primitives/http-statuses';
import { refusal, warning } from '../webhook-rules';
import { authority, changedHeaderRules, changedHeaders } from './changed-headers';
import { cors, corsRules } from './cors';
import { faultRules, faults } from './faults';
import { httpMatches, httpMatchRules } from './http-matches';
import { mirrorFields, mirrorRules } from './mirrors';
import { redirectRules, redirects } from './redirects';
import { retries, retryRules } from './retries';
import { rewriteRules, rewrites } from './rewrites';
import { routeDestinationRules, routeDestinations } from './route-destinations';

const own = {
  noAction: refusal('http-without-action', 'An HTTP entry has no action for the requests that it matches.', ['MESH002']),
  twoActions: refusal('http-two-actions', 'An HTTP entry has two mutually exclusive actions.'),
  delegating: refusal('delegating-with-action', 'An HTTP entry delegates to another VirtualService, but also has an action of its own.'),
  delegated: refusal('delegate-of-delegate', 'A delegate VirtualService delegates to another one.'),
  largeBody: refusal('response-body-too-large', 'A direct response is larger than 1 MiB.'),
  bigBody: warning('response-body-large', 'A direct response is larger than 100 KiB, and is sent to every proxy.'),
};

export const httpRouteRules: readonly Rule[] = [
  own, durationRules, httpStatusRules, changedHeaderRules, corsRules, faultRules, httpMatchRules, mirrorRules, redirectRules, retryRules,
  rewriteRules, routeDestinationRules,
].flatMap(rules => Object.values<Rule>(rules));

/** What a VirtualService is for. */
export interface RouteScope {
  /** Whether others leave requests to it. */
  readonly isDelegate: boolean;
  /** Whether it stands at gateways alone. */
  readonly isAtGateway: boolean;
  /** Whether it was made from an object of the Gateway API. */
  readonly isConverted: boolean;
}

/** What is said of an HTTP entry. */
export function* httpRoute(entry: Field, scope: RouteScope): Judgement {
  yield* actions(entry, scope);
  yield* fields(entry, scope);
}

const fields = byField<RouteScope>({
  match: (list, _, { isAtGateway }) => httpMatches(list, isAtGateway),
  headers,
  corsPolicy: cors,
  fault: faults,
  ...mirrorFields,
  redirect: redirects,
  directResponse,
  retries,
  rewrite: rewrites,
  route,
  timeout: duration,
});

function* headers(field: Field, entry: Field): Judgement {
  yield* changedHeaders(field);
  yield* authority(entry);
}

function* route(list: Field, _: Field, { isConverted }: RouteScope): Judgement {
  yield* routeDestinations(list, isConverted);
  for (const changed of list.items().map(item => item.at('headers')).filter(({ isSet }) => isSet)) {
    yield* changedHeaders(changed);
  }
}

function* actions(entry: Field, { isDelegate }: RouteScope): Judgement {
  const delegate = entry.at('delegate');
  if (delegate.isSet && !isDelegate) {
    for (const action of ['redirect', 'route'].map(key => entry.at(key)).filter(hasAction)) {
      yield broken(own.delegating, action, `${action.key} and delegate are mutually exclusive`, 'keep one of them');
    }
    return;
  }
  if (delegate.isSet) {
    yield broken(own.delegated, delegate, 'a delegate VirtualService cannot delegate further', 'write the route here');
  }
  const action = ['redirect', 'directResponse'].find(key => entry.at(key).isSet);
  if (action !== undefined) {
    yield* conflicts(entry, action);
  } else if (!entry.at('route').isFilled) {
    yield broken(own.noAction, entry, 'the entry has no route, redirect or directResponse', 'add one, or remove the entry');
  }
  if (entry.at('mirror').isSet && entry.at('mirrors').isFilled) {
    yield broken(mirrorRules.both, entry.at('mirrors'), 'mirror and mirrors are mutually exclusive', 'keep one of them');
  }
}

function* conflicts(entry: Field, action: string): Judgement {
  for (const other of ['route', 'fault', 'rewrite', 'directResponse'].map(key => entry.at(key)).filter(hasAction)) {
    if (other.key !== action) {
      yield broken(own.twoActions, other, `${other.key} and ${action} are mutually exclusive`, 'keep one of them');
    }
  }
}

function hasAction(field: Field): boolean {
  return field.key === 'route' ? field.isFilled : field.isSet;
}

const KIB = 1024;

function* directResponse(response: Field): Judgement {
  const body = response.at('body');
  const bytes = body.at('string').isSet ? Buffer.byteLength(body.at('string').text ?? '') : Buffer.byteLength(body.at('bytes').text ?? '', 'base64');
  if (bytes > KIB * KIB) {
    yield broken(own.largeBody, body, `the response has ${bytes} bytes, more than 1 MiB`, 'serve it from a server');
  } else if (bytes > 100 * KIB) {
    yield broken(own.bigBody, body, `the response has ${bytes} bytes, which every proxy keeps in memory`, 'serve it from a server');
  }
  yield* httpStatus(response.at('status'));
}
