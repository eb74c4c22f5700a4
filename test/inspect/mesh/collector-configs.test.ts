import { collectorConfigsIn, collectorConfigsOf } from '../../../lib/inspect/mesh/collector-configs';
import { allWorkloads } from '../../../lib/inspect/mesh/workloads';
import { documents, flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const CONFIG = '{receivers: {}, exporters: {}, service: {}}';
const configMap = `apiVersion: v1\nkind: ConfigMap\nmetadata: {namespace: obs, name: config}\ndata: {a: "${CONFIG}", b: "other: text"}`;
const pods = (image: string): string => flowObject('v1', 'Pod', ['obs/c',
  `containers: [{image: "${image}", volumeMounts: [{name: v}]}], volumes: [{name: v, configMap: {name: config}}, {name: w, configMap: {name: more}}]`]);

const found = (yaml: string): unknown[] => {
  const set = objectSet(yaml);
  return set.of('ConfigMap', 'opentelemetry.io/OpenTelemetryCollector').flatMap(resource => collectorConfigsIn(set, resource))
    .map(({ config, image }) => [config.path, image.minor, image.isOfProject]);
};

test('a ConfigMap holds the configs of the collector that mounts it', () => {
  expect([found(documents(configMap, pods('otel/opentelemetry-collector:0.91.0'))), found(documents(configMap, pods('nginx'))), found(configMap)]).toEqual([
    [[['data', 'a'], 91, true]], [], [],
  ]);
});

test('so does an object of the operator, for the collector that it names', () => {
  const object = (spec: string): string => flowObject('opentelemetry.io/v1beta1', 'OpenTelemetryCollector', ['obs/c', spec]);
  expect([found(object(`config: ${CONFIG}`)), found(object(`config: "${CONFIG}", image: "x/y:1"`)), found(object('config: 5'))]).toEqual([
    [[['spec', 'config'], Infinity, true]], [[['spec', 'config'], Infinity, false]], [],
  ]);
});

test.each([
  ['a collector whose ConfigMap is shown', 1, documents(configMap, flowObject('v1', 'Pod', ['obs/c', 'containers: [{image: otelcol, volumeMounts: [{name: v}]}], volumes: [{name: v, configMap: {name: config}}]']))],
  ['a collector of which one ConfigMap is not shown', undefined, documents(configMap, flowObject('v1', 'Pod', ['obs/c',
    'containers: [{image: otelcol, volumeMounts: [{name: v}, {name: w}]}], volumes: [{name: v, configMap: {name: config}}, {name: w, configMap: {name: more}}]']))],
  ['a collector without ConfigMap', undefined, flowObject('v1', 'Pod', ['obs/c', 'containers: [{image: otelcol}]'])],
  ['anything else', 0, documents(configMap, pods('nginx'))],
])('the configs of %s: %s', (_, expected, yaml) => {
  const set = objectSet(yaml);
  expect(allWorkloads(set).map(workload => collectorConfigsOf(set, workload)?.length)).toEqual([expected]);
});
