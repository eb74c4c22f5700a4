import { destinationSubsetCheck } from '../../../../lib/inspect/checks/istio/destination-subset';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlService } from '../../../support/yaml-objects';

const checks = [destinationSubsetCheck];
const route = (destination: string): string => yamlObject(TYPES.virtualService, 'shop/cart', `spec: {http: [{route: [{destination: ${destination}}]}]}`);
const rule = (host: string, names: string, namespace = 'shop'): string => (
  yamlObject(TYPES.destinationRule, `${namespace}/rule`, `spec: {host: "${host}", subsets: [${names}]}`)
);
const place = 'IST0101 destination-subset | VirtualService shop/cart | spec.http[0].route[0].destination.subset';

test.each([
  ['without DestinationRule', '', 'no DestinationRule for cart.shop.svc.cluster.local in the input defines its subset v1', 'warning'],
  ['without DestinationRule in a namespace that is shown', yamlService('shop/cart'), 'no DestinationRule for cart.shop.svc.cluster.local in the input defines its subset v1', 'error'],
  ['of another name', rule('cart', '{name: v2}, {name: v3}'), 'no DestinationRule defines the subset v1 of cart.shop.svc.cluster.local, only v2, v3', 'error'],
  ['of a DestinationRule without subsets', rule('cart', ''), 'no DestinationRule defines the subset v1 of cart.shop.svc.cluster.local, nor any other', 'error'],
])('[F138] a subset is reported: %s', (_, yaml, message, severity) => {
  const { findings: [finding, ...more] } = judge(yaml + route('{host: cart, subset: v1}'), { checks });
  expect([more, finding.severity, finding.aliases]).toEqual([[], severity, ['MESH011']]);
  expect(found(yaml + route('{host: cart, subset: v1}'), { checks })).toEqual([`${place} | ${message}`]);
});

test.each([
  ['v1', '{name: V1}, {name: v2}', 'write V1 if that is what you meant'],
  ['v1', '{name: v2}', 'define the subset in the DestinationRule of the host, and apply it before the VirtualService'],
])('the subset %s is mended among %s', (name, names, repair) => {
  expect(judge(rule('cart', names) + route(`{host: cart, subset: ${name}}`), { checks }).findings.map(finding => finding.repair)).toEqual([repair]);
});

test.each([
  ['defined', rule('cart', '{name: v1}') + route('{host: cart, subset: v1}')],
  ['defined by one of several', rule('cart', '{name: v1}') + rule('cart', '{name: v2}', 'web') + route('{host: cart, subset: v1}')],
  ['defined from another namespace', rule('cart.shop.svc.cluster.local', '{name: v1}', 'web') + route('{host: cart, subset: v1}')],
  ['defined for a wildcard host', rule('*.shop.svc.cluster.local', '{name: v1}') + route('{host: cart, subset: v1}')],
  ['perhaps among those that are misspelled', yamlObject(TYPES.destinationRule, 'shop/rule', 'spec: {host: cart, subests: [{name: v1}]}') + route('{host: cart, subset: v1}')],
  ['perhaps among those that are no list', yamlObject(TYPES.destinationRule, 'shop/rule', 'spec: {host: "*", subsets: {name: v1}}') + route('{host: cart, subset: v1}')],
  ['perhaps, as one has no name that can be read', rule('cart', '{name: v2}, {nmae: v1}') + route('{host: cart, subset: v1}')],
  ['of no host', yamlService('shop/cart') + route('{hots: cart, subset: v1}')],
  ['of a host that is no text', yamlService('shop/cart') + route('{host: 12, subset: v1}')],
  ['empty', route('{host: cart, subset: ""}')],
  ['none', route('{host: cart}')],
  ['made by Flagger', yamlObject('flagger.app/v1beta1 Canary', 'shop/cart', 'spec: {targetRef: {name: cart}}') + route('{host: cart, subset: v1}')],
])('a subset is not reported: %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
