import { telemetryDefaultsCheck, telemetrySelectorsCheck } from '../../../../lib/inspect/checks/istio/telemetry-selectors';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

const checks = [telemetryDefaultsCheck, telemetrySelectorsCheck];
const telemetry = (name: string, spec = ''): string => yamlObject(TYPES.telemetry, name, `spec: {${spec}}`);
const selecting = (name: string, labels: string): string => telemetry(name, `selector: {matchLabels: {${labels}}}`);
const pod = yamlPod('shop/cart', 'app: cart, tier: web');
const attached = 'targetRefs: [{kind: Service, name: cart}]';

test.each([
  ['no pod', pod + selecting('shop/a', 'app: other'), [
    'IST0101 selector-without-pods | Telemetry shop/a | spec.selector.matchLabels.app | no pod of namespace shop has the labels app=other',
  ]],
  ['one pod twice', pod + selecting('shop/a', 'app: cart') + selecting('shop/b', 'tier: web'), ['a', 'b'].map(name => (
    `IST0159 telemetry-selector-conflict | Telemetry shop/${name} | metadata.name | the Telemetry objects a, b select shop/cart, and only the oldest applies`
  ))],
  ['all pods twice', telemetry('shop/a') + telemetry('shop/b'), ['a', 'b'].map(name => (
    `IST0160 telemetry-default-conflict | Telemetry shop/${name} | metadata.name | a, b have no selector, and only the oldest of them applies`
  ))],
  ['all pods, and what one is attached to', telemetry('shop/a') + telemetry('shop/b', attached), ['a', 'b'].map(name => (
    `IST0160 telemetry-target-conflict | Telemetry shop/${name} | metadata.name | a, b have no selector, and istioctl reports them as conflicting`
  ))],
])('Telemetry objects select %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test('two without selector beside an attached one are the ones that conflict', () => {
  const { findings } = judge(telemetry('shop/a') + telemetry('shop/b', attached) + telemetry('shop/c'), { checks });
  expect(findings.map(({ object, rule, aliases }) => [object?.name, rule, aliases])).toEqual([
    ['a', 'telemetry-default-conflict', ['MESH006']], ['b', 'telemetry-target-conflict', []], ['c', 'telemetry-default-conflict', ['MESH006']],
  ]);
});

test.each([
  ['all pods of a namespace each', telemetry('shop/a') + telemetry('web/b')],
  ['all pods, and one', pod + telemetry('shop/a') + selecting('shop/b', 'app: cart')],
  ['one, by a selector without labels', telemetry('shop/a') + telemetry('shop/b', 'selector: {}')],
])('Telemetry objects do not conflict: %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('pods of a namespace that shows none cannot be judged', () => {
  expect(judge(selecting('shop/a', 'app: cart'), { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['pods of namespace shop']);
});

test('a Telemetry may select pods that run elsewhere', () => {
  expect(found(selecting('shop/a', 'app: other'), { checks, set: { complete: true, assumed: ['Service shop/other'] } })).toEqual([]);
});
