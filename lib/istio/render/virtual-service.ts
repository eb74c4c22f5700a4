import {
  VirtualServiceSpec, VirtualServiceSpecHttp, VirtualServiceSpecHttpFault, VirtualServiceSpecHttpHeaders, VirtualServiceSpecHttpHeadersRequest,
  VirtualServiceSpecHttpRedirect, VirtualServiceSpecHttpRetries, VirtualServiceSpecHttpRewrite, VirtualServiceSpecHttpRoute,
  VirtualServiceSpecHttpRouteHeaders, VirtualServiceSpecTcp, VirtualServiceSpecTcpMatch, VirtualServiceSpecTls,
} from '../../../imports/networking.istio.io';
import { durationText } from '../../mesh/private/duration-text';
import type {
  ActionIntent, ConnectionRuleIntent, DestinationIntent, FaultIntent, ForwardAction, HeaderChangesIntent, HostRulesIntent, RedirectIntent,
  RetryIntent, RuleIntent, SourceIntent,
} from '../../mesh/private/intent';
import { corsPolicy } from './cors-policy';
import { httpMatches } from './http-match';
import { httpRewrite } from './http-rewrite';
import { withLeaving } from './leaving-rules';
import { unlessNone } from './unless-none';

/** The rules for some hosts, as a VirtualService says them. */
export function virtualServiceSpec({ leaving, ...intent }: HostRulesIntent): VirtualServiceSpec {
  const spec = ownSpec(intent);
  return leaving === undefined ? spec : withLeaving(spec, leaving);
}

function ownSpec({ hosts, gateways, isPrivate = false, rules, connections = [] }: HostRulesIntent): VirtualServiceSpec {
  return {
    hosts: unlessNone(hosts),
    gateways: gateways && [...gateways],
    exportTo: isPrivate ? ['.'] : undefined,
    http: unlessNone(rules.map(httpRule)),
    tls: unlessNone(connections.flatMap(tlsRule)),
    tcp: unlessNone(connections.flatMap(tcpRule)),
  };
}

function tlsRule({ port, names, sources, destinations }: ConnectionRuleIntent): VirtualServiceSpecTls[] {
  const matches = oneAtLeast(sources).map(source => ({ sniHosts: [...names ?? []], port, ...sourceOf(source) }));
  return names === undefined ? [] : [{ match: matches, route: destinations.map(routeTo) }];
}

function tcpRule({ port, names, sources, destinations }: ConnectionRuleIntent): VirtualServiceSpecTcp[] {
  const matches = oneAtLeast(sources).map(source => ({ port, ...sourceOf(source) }));
  return names === undefined ? [{ match: matches, route: destinations.map(routeTo) }] : [];
}

function oneAtLeast(sources: readonly SourceIntent[]): readonly SourceIntent[] {
  return sources.length === 0 ? [{}] : sources;
}

function sourceOf({ sourceLabels, sourceNamespace }: SourceIntent): SourceFields {
  return { sourceLabels: sourceLabels && { ...sourceLabels }, sourceNamespace };
}

/** Connections of TLS and others have the same fields. */
type SourceFields = Pick<VirtualServiceSpecTcpMatch, 'sourceLabels' | 'sourceNamespace'>;

function httpRule({ name, alternatives, ...action }: RuleIntent): VirtualServiceSpecHttp {
  return { name, match: alternatives.length === 0 ? undefined : alternatives.flatMap(httpMatches), ...done(action) };
}

function done(action: ActionIntent): VirtualServiceSpecHttp {
  if ('redirect' in action) {
    return { redirect: redirectTo(action.redirect) };
  }
  if ('delegate' in action) {
    return { delegate: { ...action.delegate } };
  }
  if ('response' in action) {
    const { status, body } = action.response;
    return { directResponse: { status, body: body === undefined ? undefined : { string: body } } };
  }
  return forward(action);
}

function forward(action: ForwardAction): VirtualServiceSpecHttp {
  const { destinations, mirrors = [], fault, timeout, retry, cors } = action;
  return {
    corsPolicy: cors && corsPolicy(cors),
    rewrite: rewriteOf(action),
    headers: headersOf(action),
    fault: fault && faultOf(fault),
    route: destinations.map(destination => ({ ...routeTo(destination), headers: ownHeaders(destination, action) })),
    mirrors: mirrors.length === 0 ? undefined : mirrors.map(({ destination, percent }) => ({
      destination: destinationOf(destination), percentage: { value: percent.value },
    })),
    timeout: timeout && durationText(timeout),
    retries: retry && retriesOf(retry),
  };
}

/** The host that all destinations want stands in the rule. */
function rewriteOf({ destinations: [{ hostHeader: host }, ...others], rewrite }: ForwardAction): VirtualServiceSpecHttpRewrite | undefined {
  const common = others.every(({ hostHeader }) => hostHeader === host) ? host : undefined;
  return rewrite === undefined && common === undefined ? undefined : httpRewrite({ ...rewrite, host: rewrite?.host ?? common });
}

/** What one destination wants, and others do not: its host, unless the rule says one, and that clients remember it. */
function ownHeaders({ hostHeader: host, memory }: DestinationIntent, action: ForwardAction): VirtualServiceSpecHttpRouteHeaders | undefined {
  const request = host === undefined || rewriteOf(action)?.authority !== undefined ? undefined : { set: { host } };
  const response = memory && headerChanges(memory.answer);
  return (request || response) && { request, response };
}

function redirectTo({ host, path, port, scheme, status }: RedirectIntent): VirtualServiceSpecHttpRedirect {
  return { authority: host, uri: path, port, scheme, redirectCode: status };
}

function headersOf({ requestHeaders: request, responseHeaders: response }: ForwardAction): VirtualServiceSpecHttpHeaders | undefined {
  return (request || response) && { request: request && headerChanges(request), response: response && headerChanges(response) };
}

/** Requests and answers have the same fields. */
function headerChanges({ add, remove, set }: HeaderChangesIntent): VirtualServiceSpecHttpHeadersRequest {
  return { add: unlessEmpty(add), remove: unlessNone(remove), set: unlessEmpty(set) };
}

function unlessEmpty(values: Readonly<Record<string, string>>): Record<string, string> | undefined {
  return Object.keys(values).length === 0 ? undefined : { ...values };
}

function routeTo(destination: DestinationIntent): VirtualServiceSpecHttpRoute {
  return { destination: destinationOf(destination), weight: destination.weight };
}

/** The port is always named: a sidecar does not take the only one of the service, but the one that the request came to. */
function destinationOf({ host, subset, port }: DestinationIntent): VirtualServiceSpecHttpRoute['destination'] {
  return { host, subset, port: { number: port } };
}

function faultOf({ abort, delay }: FaultIntent): VirtualServiceSpecHttpFault {
  return {
    delay: delay && { percentage: { value: delay.percent.value }, fixedDelay: durationText(delay.duration) },
    // Without a percentage nothing would be aborted.
    abort: abort && { percentage: { value: abort.percent.value }, ...'status' in abort ? { httpStatus: abort.status } : { grpcStatus: abort.grpcStatus } },
  };
}

function retriesOf({ attempts, backoff, perTryTimeout, remoteLocalities, conditions }: RetryIntent): VirtualServiceSpecHttpRetries {
  return {
    attempts,
    backoff: backoff && durationText(backoff),
    perTryTimeout: perTryTimeout && durationText(perTryTimeout),
    retryOn: conditions.length === 0 ? undefined : conditions.join(','),
    retryRemoteLocalities: remoteLocalities,
  };
}
