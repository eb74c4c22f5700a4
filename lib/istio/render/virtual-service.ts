import {
  VirtualServiceSpec, VirtualServiceSpecHttp, VirtualServiceSpecHttpFault, VirtualServiceSpecHttpRetries, VirtualServiceSpecHttpRoute,
} from '../../../imports/networking.istio.io';
import type { DestinationIntent, FaultIntent, HostRulesIntent, RetryIntent, RuleIntent } from '../../mesh/private/intent';
import { durationText } from './duration-text';
import { httpMatches } from './http-match';

/** The rules for some hosts, as a VirtualService says them. */
export function virtualServiceSpec({ hosts, gateways, rules }: HostRulesIntent): VirtualServiceSpec {
  return { hosts: [...hosts], gateways: gateways && [...gateways], http: rules.map(httpRule) };
}

function httpRule({ name, alternatives, destinations, mirrors = [], fault, timeout, retry }: RuleIntent): VirtualServiceSpecHttp {
  return {
    name,
    match: alternatives.length === 0 ? undefined : alternatives.flatMap(httpMatches),
    fault: fault && faultOf(fault),
    route: destinations.map(routeTo),
    mirrors: mirrors.length === 0 ? undefined : mirrors.map(({ destination, percent }) => ({
      destination: destinationOf(destination), percentage: { value: percent.value },
    })),
    timeout: timeout && durationText(timeout),
    retries: retry && retriesOf(retry),
  };
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
    abort: abort && { percentage: { value: abort.percent.value }, httpStatus: abort.status },
  };
}

function retriesOf({ attempts, backoff, perTryTimeout, remoteLocalities, conditions }: RetryIntent): VirtualServiceSpecHttpRetries {
  return {
    attempts,
    backoff: backoff && durationText(backoff),
    perTryTimeout: perTryTimeout && durationText(perTryTimeout),
    retryOn: conditions.join(','),
    retryRemoteLocalities: remoteLocalities,
  };
}
