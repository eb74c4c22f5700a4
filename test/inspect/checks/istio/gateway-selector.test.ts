import { gatewaySelectorCheck } from '../../../../lib/inspect/checks/istio/gateway-selector';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [gatewaySelectorCheck];
const gateway = (selector: string): string => yamlObject(TYPES.gateway, 'shop/edge', `spec: {selector: {${selector}}}`);

test('a selector that selects no pod is reported in a complete set', () => {
  expect(found(gateway('app: edge, tier: web'), { checks, set: { complete: true } })).toEqual([
    'IST0101 selector-without-pods | Gateway shop/edge | spec.selector.app | no pod of any namespace has the labels app=edge,tier=web',
  ]);
});

test('and cannot be judged in another one', () => {
  const { findings, undecided } = judge(gateway('app: edge'), { checks });
  expect([findings, undecided.map(({ unknown }) => unknown)]).toEqual([[], ['pods with the labels app=edge']]);
});

test.each([
  ['a pod of another namespace', yamlPod('web/edge', 'app: edge') + gateway('app: edge')],
  ['a template', yamlDeployment('web/edge', 'app: edge') + gateway('app: edge')],
  ['the gateway of an installation', gateway('istio: ingressgateway')],
  ['everything', gateway('')],
])('a selector selects %s', (_, yaml) => {
  expect(found(yaml, { checks, set: { complete: true } })).toEqual([]);
});

test('nothing is said of pods that run elsewhere', () => {
  expect(found(gateway('app: edge'), { checks, set: { complete: true, assumed: ['Deployment web/edge'] } })).toEqual([]);
});
