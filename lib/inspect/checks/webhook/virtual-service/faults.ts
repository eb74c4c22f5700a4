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
  grpc: refusal('fault-grpc-status', 'Requests are aborted with a status that gRPC does not have.'),
  http2: refusal('fault-http2-error', 'Requests are aborted with an error of HTTP/2, which istiod cannot do.'),
  nothing: warning('fault-abort-without-status', 'Requests are aborted, and nothing says with what.'),
  exponential: refusal('fault-exponential-delay', 'Requests are delayed exponentially, which istiod cannot do.'),
};

const GRPC_STATUSES = new Set([
  'OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED', 'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED',
]);

/** What is said of the faults that a route makes. */
export function* faults(fault: Field): Judgement {
  if (!fault.at('abort').isSet && !fault.at('delay').isSet) {
    yield broken(faultRules.empty, fault, 'the fault does nothing', 'say abort or delay, or remove it');
  }
  yield* kinds(fault);
}

const kinds = byField({ abort: aborts, delay: byField({ percentage, fixedDelay: duration, exponentialDelay }) });

function* exponentialDelay(field: Field): Judgement {
  yield broken(faultRules.exponential, field, 'requests cannot be delayed exponentially', 'write fixedDelay');
}

function* aborts(abort: Field): Judgement {
  const [grpcStatus, http2Error, status] = ['grpcStatus', 'http2Error', 'httpStatus'].map(key => abort.at(key));
  yield* percentage(abort.at('percentage'));
  if (grpcStatus.text !== undefined && !GRPC_STATUSES.has(grpcStatus.text)) {
    yield broken(faultRules.grpc, grpcStatus, `"${grpcStatus.text}" is no status of gRPC`, 'write one in capitals, such as UNAVAILABLE');
  }
  if (http2Error.isSet) {
    yield broken(faultRules.http2, http2Error, 'requests cannot be aborted with an error of HTTP/2', 'write httpStatus or grpcStatus');
  }
  if (status.isSet) {
    yield* httpStatus(status);
  }
  if (![grpcStatus, http2Error, status].some(({ isSet }) => isSet)) {
    yield broken(faultRules.nothing, abort, 'the abort has no status, and does nothing', 'add httpStatus or grpcStatus');
  }
}
