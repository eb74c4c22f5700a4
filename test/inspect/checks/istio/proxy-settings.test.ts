import { annotationsCheck } from '../../../../lib/inspect/checks/istio/annotations';
import { wrongSettings } from '../../../../lib/inspect/checks/istio/proxy-settings';
import { tracerAddressCheck } from '../../../../lib/inspect/checks/mesh/tracer-address';
import { Field } from '../../../../lib/inspect/mesh/field';
import { readDocument } from '../../../../lib/inspect/model/read-document';
import { SourceFile } from '../../../../lib/inspect/model/source-file';
import { formatPath } from '../../../../lib/inspect/schema/format-path';
import { judge, judgeFiles } from '../../../support/judge';

const wrongIn = (text: string): string[] => wrongSettings(Field.root(readDocument(text).value)).map(({ path, message }) => `${formatPath(path)}: ${message}`);
const text = 'is not a string (quote it if it looks like another type)';

test.each([
  ['concurrency: -1', ['concurrency: concurrency is not a whole number from 0']],
  ['concurrency: two', ['concurrency: concurrency is not a whole number from 0']],
  ['drainDuration: 1500ms', ['drainDuration: 1500ms is not a whole number of seconds']],
  ['statusPort: 0', ['statusPort: 0 is not a valid port']],
  ['statusPort: many', ['statusPort: statusPort is not a whole number from -2147483648 to 2147483647']],
  ['terminationDrainDuration: 5', ['terminationDrainDuration: terminationDrainDuration is not a span of time']],
  ['termination_drain_duration: 5', ['termination_drain_duration: termination_drain_duration is not a span of time']],
  ['holdApplicationUntilProxyStarts: "true"', ['holdApplicationUntilProxyStarts: holdApplicationUntilProxyStarts is not true or false']],
  ['proxyMetadata: {ISTIO_META_DNS_CAPTURE: true}', [`proxyMetadata.ISTIO_META_DNS_CAPTURE: ISTIO_META_DNS_CAPTURE ${text}`]],
  ['proxyMetadata: [a]', ['proxyMetadata: proxyMetadata is not a mapping']],
  ['extraStatTags: a', ['extraStatTags: extraStatTags is not a list']],
  ['extraStatTags: [1]', [`extraStatTags[0]: item 0 ${text}`]],
  ['image: debug', ['image: image is not a mapping']],
  ['interceptionMode: NAT', ['interceptionMode: interceptionMode is not one of REDIRECT, TPROXY, NONE']],
  ['tracing: {zipkin: {address: a}}', ['tracing.zipkin.address: "a" is not host:port']],
  ['controlPlaneAuthPolicy: OTHER', ['controlPlaneAuthPolicy: controlPlaneAuthPolicy is not one of NONE, MUTUAL_TLS, INHERIT']],
  ['concurrency: -1\nstatusPort: 0\nimage: debug', [
    'concurrency: concurrency is not a whole number from 0', 'image: image is not a mapping', 'statusPort: 0 is not a valid port',
  ]],
])('%s is wrong', (yaml, expected) => {
  expect(wrongIn(yaml)).toEqual(expected);
});

test.each([
  '',
  'concurrency: 2\ndrainDuration: 45s\nproxyMetadata: {A: "true"}\nimage:\nunknown: 1',
  'concurrency: "2"\nstatusPort: "15020"\nterminationDrainDuration: 0s\ninterceptionMode: 1',
  'proxyMetadata: {ISTIO_META_DNS_AUTO_ALLOCATE: "true"}',
])('%j is right', yaml => {
  expect(wrongIn(yaml)).toEqual([]);
});

test('a value that is nearly one of a choice is mended by it', () => {
  expect(wrongSettings(Field.root({ interceptionMode: 'TPROX' })).map(({ repair }) => repair)).toEqual(['write TPROXY if that is what you meant']);
  expect(wrongSettings(Field.root({ interceptionMode: 'NAT' })).map(({ repair }) => repair)).toEqual(['correct the value']);
});

const pod = (config: string): string => `{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, annotations: {proxy.istio.io/config: ${JSON.stringify(config)}}}}`;

test('each wrong setting of an annotation is a finding', () => {
  const { findings } = judge(pod('concurrency: -1\ntracing: {sampling: x}'), { checks: [annotationsCheck] });
  expect(findings.map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([
    'IST0125 metadata.annotations["proxy.istio.io/config"].concurrency: proxy.istio.io/config: concurrency is not a whole number from 0',
    'IST0125 metadata.annotations["proxy.istio.io/config"].tracing.sampling: proxy.istio.io/config: sampling is not a number',
  ]);
});

test('the address of a tracer is one finding of two rules', () => {
  const { findings } = judge(pod('tracing: {zipkin: {address: "http://a:1"}}'), { checks: [annotationsCheck, tracerAddressCheck] });
  expect(findings.map(({ code, aliases, severity }) => [code, aliases, severity])).toEqual([['IST0125', ['MESH010'], 'error']]);
});

test.each([
  ['a tab', 'concurrency: 2\nimage:\n\timageType: debug', '10:7'],
  ['a line without a colon', 'concurrency: 2\ntracing\nstatusPort: 1', '9:7'],
])('what keeps an annotation from being read is found on its line: %s', (_, config, place) => {
  const lines = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: shop\n  annotations:\n    proxy.istio.io/config: |\n${config.replace(/^/gm, '      ')}\n`;
  const { findings } = judgeFiles([new SourceFile('pod.yaml', lines)], { checks: [annotationsCheck] });
  expect(findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([`IST0125 ${place}`]);
});

test.each([
  ['', []],
  ['concurrency: 2\ndrainDuration: 45s\nproxyMetadata: {A: "true"}\nimage:\nunknown: 1', []],
  ['- a', [['proxy.istio.io/config: the text is not a mapping', 'correct the value']]],
  ['a: [', [['proxy.istio.io/config: the bracket that opens here is not closed', 'close the bracket']]],
  ['concurrency: 5000000000', [['proxy.istio.io/config: concurrency is not a whole number from -2147483648 to 2147483647', 'correct the value']]],
  ['statusPort: "1.0"', [['proxy.istio.io/config: statusPort is not a whole number from -2147483648 to 2147483647', 'write 1']]],
])('the text %j of an annotation', (config, expected) => {
  const { findings } = judge(pod(config), { checks: [annotationsCheck] });
  expect(findings.map(({ message, repair }) => [message, repair])).toEqual(expected);
});
