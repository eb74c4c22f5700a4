import { OTLP_ENDPOINT, otlpAddress, serviceResolved } from '../../../lib/inspect/mesh/otlp-addresses';
import { objectSet } from '../../support/object-set';

test.each([
  ['http://collector.obs:4317', 'collector.obs', 4317, ''],
  ['collector:4318/v1/traces', 'collector', 4318, '/v1/traces'],
  ['https://otlp.example.com', 'otlp.example.com', 443, ''],
  ['HTTP://Collector', 'Collector', 80, ''],
  ['collector', 'collector', undefined, ''],
  ['http://[::1]:4317', '::1', 4317, ''],
  ['http://collector:4317?a=b@c', 'collector', 4317, '?a=b@c'],
])('%s', (text, host, port, path) => {
  expect(otlpAddress(text)).toEqual({ host, port, path, shown: text });
});

test('a user and a password are not shown, and hide no host', () => {
  expect(otlpAddress('http://u:p@localhost:4317/v1')).toEqual({ host: 'localhost', port: 4317, path: '/v1', shown: 'http://localhost:4317/v1' });
  expect(otlpAddress('u@collector')).toEqual({ host: 'collector', port: undefined, path: '', shown: 'collector' });
});

test.each(['', '::: what', 'http://', 'http://$(HOST_IP):4317', 'http://u:$(PASSWORD)@collector:4317', 'a b'])('%j is no address that is known', text => {
  expect(otlpAddress(text)).toBeUndefined();
});

test.each([
  ['collector.obs', { name: 'collector', namespace: 'obs', isSure: false }],
  ['collector.obs.svc', { name: 'collector', namespace: 'obs', isSure: true }],
  ['Collector.obs.svc.cluster.local.', { name: 'collector', namespace: 'obs', isSure: true }],
  ['otlp.example.com', undefined],
  ['collector', undefined],
])('%s as a Service', (host, service) => {
  expect(serviceResolved(objectSet(''), host)).toEqual(service);
});

test('each signal has a variable of its own', () => {
  const names = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_PROTOCOL', 'MY_OTEL_EXPORTER_OTLP_ENDPOINT'];
  expect(names.map(name => OTLP_ENDPOINT.exec(name)?.slice(1))).toEqual([[undefined], ['TRACES_'], undefined, undefined]);
});
