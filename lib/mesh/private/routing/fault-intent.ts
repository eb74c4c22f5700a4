import { AbortFault, Fault } from '../../fault';
import type { AbortIntent, FaultIntent, RuleIntent } from '../intent';
import { requireTime } from '../require-time';
import { requireStatus } from './require-status';

/** @throws when nothing goes wrong, or in a way that the mesh does not know */
export function faultIntent({ abort, delay }: Fault, place: string): FaultIntent {
  if (abort === undefined && delay === undefined) {
    throw new Error(`${place}: a fault aborts requests, delays them, or both. Use { abort: {...} } or { delay: {...} }.`);
  }
  requireTime(delay?.duration, 'milliseconds', `${place}: delay`);
  return { abort: abort && abortIntent(abort, place), delay };
}

/** Whether a rule stands there for the sake of a fault. */
export function hasFault(rule: RuleIntent): boolean {
  return rule.isOfFault === true || ('destinations' in rule && rule.fault !== undefined);
}

function abortIntent({ percent, status, grpcStatus }: AbortFault, place: string): AbortIntent {
  if (status !== undefined && grpcStatus === undefined) {
    requireStatus(status, place);
    return { percent, status };
  }
  if (grpcStatus !== undefined && status === undefined) {
    return { percent, grpcStatus };
  }
  throw new Error(`${place}: an abort needs either an HTTP status or a gRPC status, got ${status === undefined ? 'none' : 'both'}. Use { status: 503 } or { grpcStatus: GrpcStatus.UNAVAILABLE }.`);
}
