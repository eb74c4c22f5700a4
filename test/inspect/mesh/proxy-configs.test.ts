import { proxyConfigIn } from '../../../lib/inspect/mesh/proxy-configs';
import { flowObject } from '../../support/flow-objects';
import { meshConfigMap, operator } from '../../support/mesh-configs';
import { objectSet } from '../../support/object-set';

test.each([
  ['an IstioOperator', operator('defaultConfig: {concurrency: 2}'), ['spec', 'meshConfig', 'defaultConfig']],
  ['a ConfigMap', meshConfigMap('defaultConfig: {concurrency: 2}'), ['data', 'mesh', 'defaultConfig']],
  ['the annotation of pods', flowObject('v1', 'Pod', ['shop/a', ''], 'annotations: {proxy.istio.io/config: "concurrency: 2"}'),
    ['metadata', 'annotations', 'proxy.istio.io/config']],
])('the settings of proxies stand in %s', (_, yaml, path) => {
  const [resource] = objectSet(yaml).all;
  expect([proxyConfigIn(resource)?.value, proxyConfigIn(resource)?.path]).toEqual([{ concurrency: 2 }, path]);
});

test('other pods have none of their own', () => {
  expect(objectSet(flowObject('v1', 'Pod', ['shop/a', ''])).all.map(proxyConfigIn)).toEqual([undefined]);
});
