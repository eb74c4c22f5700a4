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

describe('where pods are shown that differ by a letter', () => {
  const shown = yamlDeployment('web/edge', 'istio: frontgateway, tier: web');
  const told = (selector: string, complete = false): unknown => (
    judge(shown + gateway(selector), { checks, set: { complete } }).findings.map(({ path, message, repair }) => [path, message, repair])
  );

  test('the label that is meant is named, whatever the input is', () => {
    const expected = [[
      'spec.selector.istio', 'no pod of any namespace has the labels istio=frontgatway,tier=web', 'write istio: frontgateway if that is what you meant, or select by labels that the pods have',
    ]];
    expect([told('tier: web, istio: frontgatway'), told('tier: web, istio: frontgatway', true)]).toEqual([expected, expected]);
  });

  test.each(['tier: web, istio: fontgatewy', 'istio: frontgateways', 'istio: front-gateway', 'istio: frontgateway2', 'tier: web2', 'tier: wep', 'istio: frontgatway, tier: back'])(
    'not by %s', selector => {
      expect(told(selector)).toEqual([]);
    },
  );
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
