import type { Check } from '../../../lib/inspect/checks/check';
import { defineCheck } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { schemaCheck } from '../../../lib/inspect/checks/schema-check';
import { formatPath } from '../../../lib/inspect/schema/format-path';
import type { ObjectPath } from '../../../lib/inspect/schema/violation';
import { found, judge, Judged } from '../../support/judge';

/** Finds something at all these places of any object. */
function finding(code: string, ...paths: readonly ObjectPath[]): Check {
  const rule: Rule = { code, slug: 'follows', severity: 'warning', summary: 'Something.', aliases: [] };
  return defineCheck({ rules: [rule], judge: () => paths.map(path => ({ rule, path, message: 'something' })) });
}

const virtualService = (http: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders}
spec: {hosts: [orders], http: [${http}]}
`;
const port: ObjectPath = ['spec', 'http', 0, 'route', 0, 'destination', 'port'];
const wrongPort = virtualService('{route: [{destination: {host: orders, port: 8080}}]}');
const wrongWeight = virtualService('{route: [{weight: "50", destination: {host: orders}}]}');

function places(yaml: string, check: Check, judged: Judged = {}): string[] {
  const { findings } = judge(yaml, { checks: [schemaCheck, check], ...judged });
  return findings.filter(({ rule }) => rule === 'follows').map(({ path = '' }) => path);
}

describe('what follows from a refused value', () => {
  test.each([
    ['at it', wrongPort, port],
    ['below it', wrongPort, [...port, 'number']],
    ['directly above it', wrongPort, port.slice(0, -1)],
    ['at the list that it is in', wrongWeight, ['spec', 'http', 0, 'route']],
    ['at the item that it is in', wrongWeight, ['spec', 'http', 0, 'route', 0]],
    ['above a misspelled name', virtualService('{timeot: 1s}'), ['spec', 'http', 0]],
  ])('is not said %s', (_, yaml, path) => {
    expect(['IST0106', 'IST0133', 'MESH046'].flatMap(code => places(yaml, finding(code, path)))).toEqual([]);
  });

  test.each<[string, string, ObjectPath]>([
    ['beside it', wrongPort, [...port.slice(0, -1), 'host']],
    ['at what only begins like it', wrongPort, [...port.slice(0, -1), 'ports']],
    ['two steps above it', wrongPort, port.slice(0, -2)],
    ['above a name that nobody can guess', virtualService('{xyz: {}}'), ['spec', 'http', 0]],
    ['above a value outside of its bounds', virtualService('{match: [{port: -1}]}'), ['spec', 'http', 0, 'match', 0]],
  ])('is something else %s', (_, yaml, path) => {
    expect(places(yaml, finding('IST0106', path))).toEqual([formatPath(path)]);
  });

  test('is said of another object, and by rules of other people', () => {
    expect(places(`${wrongPort}---\nkind: Other\napiVersion: a.example/v1\nmetadata: {name: other}\n`, finding('MESH046', port))).toEqual([formatPath(port)]);
    expect(places(wrongPort, finding('ACME001', port))).toEqual([formatPath(port)]);
  });

  test.each<[string, Judged]>([
    ['is not asked for', { filter: { only: ['IST0106'], skip: [] } }],
    ['is skipped', { filter: { only: [], skip: ['CRD002'] } }],
  ])('is said where the refusal %s', (_, judged) => {
    expect(places(wrongPort, finding('IST0106', port), judged)).toEqual([formatPath(port)]);
  });

  test('keeps what suppresses it', () => {
    const suppressed = wrongPort.replace('{name: orders}', '{name: orders, annotations: {cdk8s-mesh/suppress: "MESH046: on purpose"}}');
    const { findings, suppressed: hidden } = judge(suppressed, { checks: [schemaCheck, finding('MESH046', port)] });
    expect([findings.map(({ code }) => code), hidden]).toEqual([['CRD002'], 0]);
  });
});

const mesh = (apiVersion: string, kind: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: orders, namespace: shop}
spec: ${spec}
`;

test.each([
  ['a port that is a number', wrongPort, 'CRD002'],
  ['a misspelled policy', mesh('networking.istio.io/v1', 'DestinationRule', '{host: orders, trafficPolicy: {loadbalancer: {simple: RANDOM}}}'), 'CRD001'],
  ['misspelled routes', mesh('networking.istio.io/v1', 'VirtualService', '{hosts: [orders], htp: []}'), 'CRD001'],
  ['a destination that is a text', virtualService('{route: [{destination: orders}]}'), 'CRD002'],
  ['a weight in quotes', virtualService('{route: [{weight: "60", destination: {host: a}}, {weight: 40, destination: {host: b}}]}'), 'CRD002'],
  ['a match that is no list', virtualService('{match: {uri: {exact: /}}, route: [{destination: {host: a}}]}, {route: [{destination: {host: a}}]}'), 'CRD002'],
  ['a tag that is a text', mesh('telemetry.istio.io/v1', 'Telemetry', '{tracing: [{customTags: {a: {literal: prod}}}]}'), 'CRD002'],
])('one wrong value is one finding: %s', (_, yaml, code) => {
  expect(found(yaml).map(line => line.split(' ')[0])).toEqual([code]);
});
