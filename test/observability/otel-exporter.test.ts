import { Secret } from 'cdk8s-plus-28';
import { OtelExporter, OtelExtension } from '../../lib';
import { shopChart } from '../support/shop-chart';

test.each<[string, () => unknown, string]>([
  ['a URL for a host', () => OtelExporter.otlp({ host: 'http://tempo' }), 'OtelExporter.otlp: "http://tempo" is not a full host name. Write it without scheme, port and path'],
  ['a port that is none', () => OtelExporter.otlp({ host: 'tempo.example.com', port: 0 }), 'OtelExporter.otlp: 0 is not a valid port.'],
  ['a path that is none', () => OtelExporter.otlpHttp({ host: 'tempo.example.com', path: 'otlp' }), 'OtelExporter.otlpHttp: "otlp" is not a path.'],
  ['no queue', () => OtelExporter.zipkin({ host: 'zipkin.example.com', queueSize: 0 }), 'OtelExporter.zipkin: queueSize cannot be 0.'],
  ['a page at no port', () => OtelExporter.prometheus({ port: 70_000 }), 'OtelExporter.prometheus: port: 70000 is not a valid port.'],
  ['a short name of pods', () => OtelExporter.loadBalancing({ host: 'layer:4317' }), 'OtelExporter.loadBalancing: "layer:4317" is not a full host name.'],
])('an exporter with %s is refused', (_, exporter, problem) => {
  expect(exporter).toThrow(problem);
});

test('a header without a name, and a variable without one, are refused', () => {
  const value = { secret: Secret.fromSecretName(shopChart(), 'secret', 'keys'), key: 'key' };
  expect(() => OtelExporter.otlp({ host: 'tempo.example.com', headers: { 'a b': value } })).toThrow('OtelExporter.otlp: "a b" is not a header name.');
  expect(() => OtelExporter.of('kafka', {}, { secrets: { 'a-b': value } })).toThrow('OtelExporter.of("kafka"): "a-b" is not a valid variable name. Use letters, digits and "_".');
});

test('what every collector has by itself is no extension', () => {
  expect(() => OtelExtension.of('health_check')).toThrow('OtelExtension.of("health_check"): every collector already has it. Set healthPort in the configuration.');
  expect(OtelExtension.of('zpages')._component).toMatchObject({ kind: 'extensions', type: 'zpages' });
});
