import { OtelReceiver } from '../../lib';

test.each<[string, () => unknown, string]>([
  ['no protocol', () => OtelReceiver.otlp({ protocols: [] }), 'OtelReceiver.otlp: protocols is empty. Set OtlpProtocol.GRPC, OtlpProtocol.HTTP, or leave protocols out.'],
  ['a port that is none', () => OtelReceiver.zipkin({ port: 0 }), 'the receiver of "http-zipkin": 0 is not a valid port.'],
  ['a name that is none', () => OtelReceiver.jaeger({ name: 'A b' }), 'OtelReceiver.jaeger: "A b" is not a valid component name. Use lowercase letters, digits and inner hyphens.'],
  ['no job', () => OtelReceiver.prometheus({ jobs: [] }), 'OtelReceiver.prometheus: it has no targets. Set them, such as targets:'],
  ['a job without targets', () => OtelReceiver.prometheus({ jobs: [{ job: 'web', targets: [] }] }), 'OtelReceiver.prometheus: the job "web" has no targets.'],
  ['a type with a name', () => OtelReceiver.of('kafka/one'), 'OtelReceiver.of("kafka/one"): "kafka/one" is not a component type. Write it without a name, such as "kafka", and the name as { name }.'],
  ['a type that is none', () => OtelReceiver.of(''), 'OtelReceiver.of(""): "" is not a component type. Write it without a name, such as "otlp", and the name as { name }.'],
])('a receiver with %s is refused', (_, receiver, problem) => {
  expect(receiver).toThrow(problem);
});
