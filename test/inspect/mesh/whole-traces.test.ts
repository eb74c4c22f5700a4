import { hasWholeTraces, leadsToWholeTraces } from '../../../lib/inspect/mesh/whole-traces';
import { deployment, kube, service, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const config = (exporters: string, processor = 'batch'): string => {
  const pipelines = `{traces/in: {receivers: [otlp], processors: [${processor}], exporters: [debug, ${Object.keys(JSON.parse(exporters) as object).join(', ')}]}, metrics: {exporters: [kafka]}}`;
  return `{receivers: {otlp: {}}, exporters: ${exporters}, connectors: {forward: {}}, service: {pipelines: ${pipelines}}}`;
};

/** A collector with its Service and config, all of one name. */
const collector = (place: string, text: string): string => {
  const [namespace, name] = place.split('/');
  return together(
    service(place),
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: ${namespace}}, data: {config: ${JSON.stringify(text)}}}`,
    running(place, 'otel/opentelemetry-collector:0.130.0', `volumes: [{name: v, configMap: {name: ${name}}}], `),
  );
};

const running = (place: string, image: string, pod = ''): string => kube(
  `Deployment ${place}`,
  `{selector: {matchLabels: {app: ${place.split('/')[1]}}}, template: {metadata: {labels: {app: ${place.split('/')[1]}}}, spec: {${pod}containers: [{name: a, image: "${image}", volumeMounts: [{name: v, mountPath: /a}]}]}}}`,
);

const operated = (place: string, text: string): string => {
  const [namespace, name] = place.split('/');
  return `{apiVersion: opentelemetry.io/v1beta1, kind: OpenTelemetryCollector, metadata: {name: ${name}, namespace: ${namespace}}, spec: {config: ${text}}}`;
};

const otlp = (endpoint: string): string => `{"otlp/next": {"endpoint": "${endpoint}"}}`;
const tail = collector('obs/tail', config('{}', 'tail_sampling'));
const first = (exporters: string): string => collector('obs/first', config(exporters));

test.each<[string, boolean | undefined, string[]]>([
  ['the collector itself', true, [collector('obs/first', config('{}', 'tail_sampling/all'))]],
  ['one that sends on to it, by its short name', true, [first(otlp('tail:4317')), tail]],
  ['one that balances among its pods, by DNS', true, [first('{"loadbalancing": {"resolver": {"dns": {"hostname": "tail.obs.svc.cluster.local"}}}}'), tail]],
  ['one that balances among its pods, by Kubernetes', true, [first('{"loadbalancing": {"resolver": {"k8s": {"service": "tail.obs"}}}}'), tail]],
  ['one that balances among hosts', true, [first('{"loadbalancing": {"resolver": {"static": {"hostnames": ["10.0.0.1:4317", "tail.obs.svc:4317"]}}}}'), tail]],
  ['one that sends on to one that sends on', true, [first(otlp('http://second.obs:4318')), collector('obs/second', config('{"otlphttp": {"traces_endpoint": "http://tail.obs:4318/v1/traces"}}')), tail]],
  ['a collector that writes to its log', false, [first('{}'), tail]],
  ['a collector that sends to the Internet', false, [first(otlp('https://otlp.example.com:443')), tail]],
  ['a collector that sends within itself', false, [first('{"forward": {}}'), tail]],
  ['collectors that send to each other', false, [first(otlp('second:4317')), collector('obs/second', config(otlp('first:4317'))), tail]],
  ['a collector that sends to a store', false, [first(otlp('store:4317')), service('obs/store'), running('obs/store', 'docker.io/jaegertracing/all-in-one:1.76.0'), tail]],
  ['a collector that sends to somebody who is not shown', undefined, [first(otlp('other.obs:4317')), tail]],
  ['a collector that sends to an address', undefined, [first(otlp('10.0.0.1:4317')), tail]],
  ['a collector that sends to a variable', undefined, [first(otlp('${env:BACKEND}')), tail]],
  ['a collector that sends by other means', undefined, [first('{"kafka": {}}'), tail]],
  ['a collector whose config is elsewhere', undefined, [service('obs/first'), running('obs/first', 'otel/opentelemetry-collector:0.130.0'), tail]],
  ['somebody who is unknown', undefined, [service('obs/first'), running('obs/first', 'grafana/alloy:v1.10.0'), tail]],
  ['a Service without pods', undefined, [service('obs/first'), tail]],
  ['a Service that selects nobody', undefined, [kube('Service obs/first', '{ports: [{port: 4317}]}'), tail]],
  ['nobody who is shown', undefined, [tail, deployment('obs/other')]],
])('from %s spans come to it: %s', (_, expected, objects) => {
  const set = objectSet(together(...objects));
  expect([leadsToWholeTraces(set, 'first.obs.svc.cluster.local', 'istio-system'), leadsToWholeTraces(set, 'first', 'obs')]).toEqual([expected, expected]);
});

test.each([['first-collector.obs', true], ['first-collector-headless.obs.svc', true], ['first.obs', undefined], ['other-collector.obs', false]])(
  'a collector of the operator is behind Services that it makes: %s', (host, expected) => {
    const set = objectSet(together(operated('obs/first', config('{}', 'tail_sampling')), operated('obs/other', config('{}'))));
    expect(leadsToWholeTraces(set, host, 'obs')).toBe(expected);
  },
);

test('a set has such a collector, wherever it is', () => {
  expect([objectSet(tail), objectSet(first('{}'))].map(hasWholeTraces)).toEqual([true, false]);
});
