import { judgeAll } from '../../../support/judge-native';

const judge = (container: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { volumes: [{ name: 'data' }], containers: [{ name: 'web', image: 'b', ...container }] } },
}).map(line => line.replace('spec.template.spec.containers[0].', ''));

test('a probe does one thing', () => {
  expect(judge({ livenessProbe: {}, readinessProbe: { exec: { command: ['a'] }, tcpSocket: { port: 80 } }, startupProbe: { grpc: { port: 80 } } })).toEqual([
    'livenessProbe: one-of: no handler is set (exactly one of exec, httpGet, tcpSocket or grpc)',
    'readinessProbe: one-of: exec and tcpSocket are mutually exclusive (exactly one of exec, httpGet, tcpSocket or grpc)',
  ]);
});

test('so does a hook', () => {
  expect(judge({ lifecycle: { postStart: { httpGet: { port: 'http' } }, preStop: {} } })).toEqual([
    'lifecycle.preStop: one-of: no handler is set (exactly one of exec, httpGet, tcpSocket or sleep)',
  ]);
});

test('a port has a number or a name', () => {
  expect(judge({ livenessProbe: { httpGet: { port: '80' } }, readinessProbe: { tcpSocket: { port: 70000 } } })).toEqual([
    'livenessProbe.httpGet.port: format: the port name "80" is invalid: it needs at least one letter; write the number without quotes: port: 80',
    'readinessProbe.tcpSocket.port: bounds: port is 70000 (1 to 65535)',
  ]);
});

test('only readiness waits for several successes', () => {
  const probe = { tcpSocket: { port: 80 }, successThreshold: 2 };
  expect(judge({ livenessProbe: probe, readinessProbe: probe })).toEqual([
    'livenessProbe.successThreshold: bounds: successThreshold is 2 (1: only a readinessProbe may set more)',
  ]);
});

test('nothing takes less than no time', () => {
  expect(judge({ livenessProbe: { tcpSocket: { port: 80 }, initialDelaySeconds: -1, periodSeconds: 0 } })).toEqual([
    'livenessProbe.initialDelaySeconds: bounds: initialDelaySeconds is -1 (at least 0)',
  ]);
});

test('a command has words', () => {
  expect(judge({ livenessProbe: { exec: { command: ['a'] } }, readinessProbe: { exec: {} }, lifecycle: { preStop: { exec: { command: [] } } } })).toEqual([
    'lifecycle.preStop.exec.command: required: command is missing (a list: the command and its arguments)',
    'readinessProbe.exec.command: required: command is missing (a list: the command and its arguments)',
  ]);
});

test('gRPC has a port', () => {
  expect(judge({ livenessProbe: { grpc: { port: 0 } }, readinessProbe: { grpc: { port: 80 } } })).toEqual([
    'livenessProbe.grpc.port: bounds: port is 0 (1 to 65535)',
  ]);
});

test('a probe that ends the container gives it time, and no other does', () => {
  const probe = (terminationGracePeriodSeconds: unknown): object => ({ tcpSocket: { port: 80 }, terminationGracePeriodSeconds });
  expect(judge({ livenessProbe: probe(1), readinessProbe: probe(null), startupProbe: probe(null) })).toEqual([]);
  expect(judge({ livenessProbe: probe(0), readinessProbe: probe(10), startupProbe: probe(-1) })).toEqual([
    'livenessProbe.terminationGracePeriodSeconds: bounds: terminationGracePeriodSeconds is 0 (at least 1)',
    'readinessProbe.terminationGracePeriodSeconds: mismatch: a readinessProbe cannot have terminationGracePeriodSeconds (no terminationGracePeriodSeconds: the probe never stops a container)',
    'startupProbe.terminationGracePeriodSeconds: bounds: terminationGracePeriodSeconds is -1 (at least 1)',
  ]);
});
