import { readFileSync } from 'node:fs';
import { allRules } from '../../../../lib/inspect/checks/all-rules';
import { celCounterparts } from '../../../../lib/inspect/checks/webhook/cel-counterparts';
import { judge } from '../../../support/judge';

const tables = ['extensions', 'networking', 'security', 'telemetry'].map(group => readFileSync(`imports/schemas/${group}.istio.io.json`, 'utf8')).join('');

describe.each(Object.entries(celCounterparts))('%s', (slug, messages) => {
  test('is a rule of the webhook', () => {
    expect(allRules.filter(rule => rule.slug === slug).map(({ code }) => code)).toEqual(['IST0106']);
  });

  test.each(messages)('has its counterpart in a definition: %s', message => {
    expect(tables).toContain(JSON.stringify(message));
  });
});

const object = (apiVersion: string, kind: string, spec: string): string => `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a, namespace: shop}, spec: ${spec}}`;
const entry = (rest: string): string => object('networking.istio.io/v1', 'ServiceEntry', `{hosts: [a.example.com], ports: [{number: 80, name: http}], ${rest}}`);
const telemetry = (tag: string): string => object('telemetry.istio.io/v1', 'Telemetry', `{metrics: [{overrides: [{tagOverrides: {a: ${tag}}}]}]}`);

test.each([
  ['port-mtls-without-selector', object('security.istio.io/v1', 'PeerAuthentication', '{portLevelMtls: {80: {mode: STRICT}}}'), ['spec.portLevelMtls']],
  ['port-mtls-number', object('security.istio.io/v1', 'PeerAuthentication', '{selector: {matchLabels: {a: b}}, portLevelMtls: {0: {mode: STRICT}, 70000: {mode: STRICT}}}'),
    ['spec.portLevelMtls["0"]', 'spec.portLevelMtls["70000"]']],
  ['several-targets', object('security.istio.io/v1', 'AuthorizationPolicy', '{selector: {matchLabels: {a: b}}, targetRefs: [{kind: Service, name: a}], rules: [{}]}'), ['spec.targetRefs']],
  ['policy-source-mixed', object('security.istio.io/v1', 'AuthorizationPolicy', '{rules: [{from: [{source: {serviceAccounts: [a], namespaces: [b]}}]}]}'),
    ['spec.rules[0].from[0].source.serviceAccounts']],
  ['endpoints-unused', entry('resolution: NONE, endpoints: [{address: 1.2.3.4}]'), ['spec.endpoints']],
  ['address-range-resolved', entry('resolution: DNS, addresses: [10.0.0.0/8]'), ['spec.addresses[0]']],
  ['telemetry-metric-tag-value', telemetry('{operation: UPSERT}'), ['spec.metrics[0].overrides[0].tagOverrides.a.value']],
  ['telemetry-metric-tag-removed', telemetry('{operation: REMOVE, value: x}'), ['spec.metrics[0].overrides[0].tagOverrides.a.value']],
])('%s is one finding with a repair, and answers to both codes', (slug, yaml, paths) => {
  const { findings } = judge(yaml);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code, rule, path, aliases }) => [code, rule, path, aliases]).sort())
    .toEqual(paths.map(path => ['IST0106', slug, path, expect.arrayContaining(['CRD009'])]));
  expect(findings.every(({ repair }) => repair !== undefined)).toBe(true);
  expect(judge(yaml, { filter: { only: ['CRD'], skip: [] } }).findings.map(({ path }) => path)).toEqual(paths);
});

test('expressions about different values are different findings', () => {
  const yaml = entry('resolution: STATIC, endpoints: [{labels: {a: b}}, {address: "unix:///x", ports: {http: 3}}]');
  expect(judge(yaml, { filter: { only: ['CRD009'], skip: [] } }).findings.map(({ path }) => path)).toEqual(['spec.endpoints[1].ports', 'spec.endpoints[0]']);
});

test('what both say is said by the definition where the webhook is skipped', () => {
  const yaml = entry('resolution: NONE, endpoints: [{address: 1.2.3.4}]');
  expect(judge(yaml, { filter: { only: [], skip: ['IST'] } }).findings.map(({ code, path }) => [code, path])).toEqual([['CRD009', 'spec']]);
});
