import { destinationRulesPerHostCheck } from '../../../../lib/inspect/checks/mesh/destination-rules-per-host';
import { documents, flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';

const checks = [destinationRulesPerHostCheck];

const rule = (place: string, spec: string, host = 'cart'): string => flowObject('networking.istio.io/v1', 'DestinationRule', [place, `host: ${host}, ${spec}`]);
const POLICY = 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}';

test('two rules with a traffic policy for one host are found, both of them', () => {
  const yaml = documents(rule('shop/a', POLICY), rule('shop/b', POLICY, 'cart.shop.svc.cluster.local'));
  expect(found(yaml, { checks })).toEqual([
    'MESH005 destination-rules-per-host | DestinationRule shop/a | spec.trafficPolicy'
    + ' | DestinationRule shop/b also configures cart.shop.svc.cluster.local (its traffic policy), and the older of the two wins',
    'MESH005 destination-rules-per-host | DestinationRule shop/b | spec.trafficPolicy'
    + ' | DestinationRule shop/a also configures cart.shop.svc.cluster.local (its traffic policy), and the older of the two wins',
  ]);
});

test('a selector of no text is none', () => {
  const yaml = documents(rule('shop/a', POLICY), rule('shop/b', `${POLICY}, workloadSelector: {matchLabels: {version: 1}}`));
  expect(found(yaml, { checks })).toHaveLength(2);
});

test('so are two that define one subset', () => {
  const yaml = documents(rule('shop/a', `${POLICY}, subsets: [{name: v1}, {name: v2}]`), rule('shop/b', 'subsets: [{name: v2}]'));
  expect(judge(yaml, { checks }).findings.map(({ path, message }) => [path, message])).toEqual([
    ['spec.subsets[1].name', 'DestinationRule shop/b also configures cart.shop.svc.cluster.local (the subset v2), and the older of the two wins'],
    ['spec.subsets[0].name', 'DestinationRule shop/a also configures cart.shop.svc.cluster.local (the subset v2), and the older of the two wins'],
  ]);
});

test('in different namespaces they are an error, too, since a client sees both, and it is said which one it hears', () => {
  const yaml = documents(rule('shop/a', POLICY), rule('web/a', POLICY, 'cart.shop.svc.cluster.local'));
  expect(judge(yaml, { checks }).findings.map(({ severity, message }) => [severity, message])).toContainEqual(['error',
    'DestinationRule web/a also configures cart.shop.svc.cluster.local (its traffic policy),'
    + ' and each caller uses the one in its own namespace, or else the one in the namespace of the host']);
});

test('where the input shows their ages, it is said which one is heard', () => {
  const aged = (place: string, year: number): string => rule(place, POLICY).replace('metadata: {', `metadata: {creationTimestamp: ${year}-01-01T00:00:00Z, `);
  expect(judge(documents(aged('shop/a', 2024), aged('shop/b', 2020)), { checks }).findings.map(({ message }) => message.replace(/.*\), and /, ''))).toEqual([
    'that one, which is older, wins', 'this one, which is older, wins',
  ]);
});

test.each([
  ['one of them shows itself to all', 'exportTo: ["*"]', 'exportTo: [web]'],
  ['both show themselves to one namespace', 'exportTo: [web, pay]', 'exportTo: [pay]'],
  ['both are for the same workloads', 'workloadSelector: {matchLabels: {app: a}}', 'workloadSelector: {matchLabels: {app: a}}'],
])('they are found where %s', (_, one, other) => {
  expect(found(documents(rule('shop/a', `${POLICY}, ${one}`), rule('shop/b', `${POLICY}, ${other}`)), { checks })).toHaveLength(2);
});

test.each([
  ['one rule', rule('shop/a', POLICY)],
  ['a rule that adds subsets alone', documents(rule('shop/a', `${POLICY}, subsets: [{name: v1}]`), rule('shop/b', 'subsets: [{name: v2}]'))],
  ['rules for different hosts', documents(rule('shop/a', POLICY), rule('pay/a', POLICY))],
  ['a rule for all hosts beside one for one', documents(rule('shop/a', POLICY), rule('shop/b', POLICY, '"*.shop.svc.cluster.local"'))],
  ['rules for different workloads', documents(
    rule('shop/a', `${POLICY}, workloadSelector: {matchLabels: {app: a}}`), rule('shop/b', `${POLICY}, workloadSelector: {matchLabels: {app: b}}`),
  )],
  ['a rule for some workloads beside one for all', documents(rule('shop/a', `${POLICY}, workloadSelector: {matchLabels: {app: a}}`), rule('shop/b', POLICY))],
  ['rules that no caller sees both of', documents(rule('shop/a', `${POLICY}, exportTo: [.]`), rule('shop/b', `${POLICY}, exportTo: [web]`))],
  ['subsets without names', documents(rule('shop/a', 'subsets: [{labels: {}}, null]'), rule('shop/b', 'subsets: [{name: ""}, {name: 5}]'))],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
