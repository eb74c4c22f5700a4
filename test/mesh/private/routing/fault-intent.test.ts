import { Duration } from 'cdk8s';
import { AbortFault, Fault } from '../../../../lib/mesh/fault';
import { GrpcStatus } from '../../../../lib/mesh/grpc-status';
import { Percent } from '../../../../lib/mesh/percent';
import { faultIntent } from '../../../../lib/mesh/private/routing/fault-intent';

const percent = Percent.of(10);

test.each<[string, Fault]>([
  ['a status of HTTP', { abort: { percent, status: 503 } }],
  ['a status of gRPC', { abort: { percent, grpcStatus: GrpcStatus.UNAVAILABLE } }],
  ['a wait', { delay: { percent, duration: Duration.seconds(5) } }],
])('[F085] [F086] %s is taken as it is said', (_, fault) => {
  expect(faultIntent(fault, 'here')).toEqual(fault);
});

const both: AbortFault = { percent, status: 503, grpcStatus: GrpcStatus.INTERNAL };
test.each<[string, Fault]>([
  ['here: a fault aborts requests, delays them, or both. Use { abort: {...} } or { delay: {...} }.', {}],
  ['here: an abort needs either an HTTP status or a gRPC status, got none. Use { status: 503 } or { grpcStatus: GrpcStatus.UNAVAILABLE }.', { abort: { percent } }],
  ['here: an abort needs either an HTTP status or a gRPC status, got both. Use { status: 503 } or { grpcStatus: GrpcStatus.UNAVAILABLE }.', { abort: both }],
])('fails: %s', (problem, fault) => {
  expect(() => faultIntent(fault, 'here')).toThrow(new Error(problem));
});

test('fails on a status and a time that cannot be', () => {
  expect(() => faultIntent({ abort: { percent, status: 99 } }, 'here')).toThrow('here: ');
  expect(() => faultIntent({ delay: { percent, duration: Duration.millis(0) } }, 'here')).toThrow('here: delay');
});
