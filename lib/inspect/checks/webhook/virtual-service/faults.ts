import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { duration, durationRules } from '../primitives/durations';
import { httpStatus, httpStatusRules } from '../primitives/http-statuses';
import { percentage, percentRules } from '../primitives/percents';
import { refusal, warning } from '../webhook-rules';

export const faultRules = {
  ...durationRules,
  ...percentRules,
  ...httpStatusRules,
  empty: refusal('fault-empty', 'A fault neither aborts nor delays requests.'),
  grpc: refusal('fault-grpc-status', 'A fault aborts requests with an unknown gRPC status.'),
  http2: refusal('fault-http2-error', 'A fault aborts requests with an HTTP/2 error, which istiod does not support.'),
  nothing: warning('fault-abort-without-status', 'A fault aborts requests without a status.'),
  exponential: refusal('fault-exponential-delay', 'A fault delays requests exponentially, which istiod does not support.'),
};

const GRPC_STATUSES = new Set([
  'OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED',
]);

/** What is said of the faults that a route makes. */
export function* faults(fault: Field): Judgement {
  if (!fault.at('abort').isSet && !fault.at('delay').isSet) {
    yield broken(faultRules.empty, fault, 'the fault does nothing', 'add abort or delay, or remove it');
  }
  yield* kinds(fault);
}

const kinds = byField({ abort: aborts, delay: byField({ percentage, fixedDelay: duration, exponentialDelay }) });

function* exponentialDelay(field: Field): Judgement {
  yield broken(faultRules.exponential, field, 'exponentialDelay is not supported', 'write fixedDelay');
}

function* aborts(abort: Field): Judgement {
  const [grpcStatus, http2Error, status] = ['grpcStatus', 'http2Error', 'httpStatus'].map(key => abort.at(key));
  yield* percentage(abort.at('percentage'));
  if (grpcStatus.text !== undefined && !GRPC_STATUSES.has(grpcStatus.text)) {
    yield broken(faultRules.grpc, grpcStatus, `"${grpcStatus.text}" is not a gRPC status`, 'write one in uppercase, such as UNAVAILABLE');
  }
  if (http2Error.isSet) {
    yield broken(faultRules.http2, http2Error, 'http2Error is not supported', 'write httpStatus or grpcStatus');
  }
  if (status.isSet) {
    yield* httpStatus(status);
  }
  if (![grpcStatus, http2Error, status].some(({ isSet }) => isSet)) {
    yield broken(faultRules.nothing, abort, 'the abort has no status, and does nothing', 'add httpStatus or grpcStatus');
  }
}
