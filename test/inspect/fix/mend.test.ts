import { mend, Mended } from '../../../lib/inspect/fix/mend';
import type { Repair } from '../../../lib/inspect/fix/repair';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { judgeFiles } from '../../support/judge';

const judged = (files: readonly SourceFile[]): { repairs: readonly Repair[]; codes: string[] } => {
  const { repairs, findings } = judgeFiles(files, {});
  return { repairs, codes: findings.map(({ code }) => code) };
};

const mended = (...texts: readonly string[]): Mended<ReturnType<typeof judged>> => mend(texts.map((text, index) => new SourceFile(`${index}.yaml`, text)), judged);
const textOf = (...texts: readonly string[]): string[] => mended(...texts).files.map(({ text }) => text);

const destinationRule = (outlier: string): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: a}
spec: {host: a.example.com, trafficPolicy: {outlierDetection: ${outlier}}}
`;
const service = (name: string, namespace: string): string => `
---
{apiVersion: v1, kind: Service, metadata: {name: ${name}, namespace: ${namespace}}, spec: {selector: {a: b}, ports: [{name: http, port: 80}]}}
`;
const route = (entry: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}
spec: {hosts: [a.example.com], http: [${entry}]}`;
const ports = (list: string, selector = 'a: b'): string => (
  `{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {${selector}}, ports: [${list}]}}\n`
);
const pod = (metadata: string): string => `{apiVersion: v1, kind: Pod, metadata: {name: a, ${metadata}}, spec: {containers: [{name: a, image: a}]}}\n`;

describe('what is certain is mended', () => {
  test.each<[string, string, string, string]>([
    ['consecutiveErrors', destinationRule('{consecutiveErrors: 5}'), 'consecutiveErrors: 5', 'consecutive5xxErrors: 5'],
    ['mirrorPercent', `${route('{mirror: {host: a.com}, mirrorPercent: 10, route: [{destination: {host: a.com}}]}')}`, 'mirrorPercent: 10', 'mirrorPercentage: {value: 10}'],
    ['mirror_percent', `${route('{mirror: {host: a.com}, mirror_percent: 10, route: [{destination: {host: a.com}}]}')}`, 'mirror_percent: 10', 'mirrorPercentage: {value: 10}'],
    ['the group of a rewrite', route('{rewrite: {uriRegexRewrite: {match: "^/a/(.*)$", rewrite: "/$1"}}, route: [{destination: {host: a.com}}]}'), '"/$1"', String.raw`"/\\1"`],
    [
      'the percent of a delay',
      route('{fault: {delay: {percent: 10, fixedDelay: 1s}}, route: [{destination: {host: a.com}}]}'), 'percent: 10', 'percentage: {value: 10}',
    ],
    [
      'the short host of the only Service of its name', route('{route: [{destination: {host: cart}}]}') + service('cart', 'other') + service('b', 'shop'),
      'host: cart', 'host: cart.other.svc.cluster.local',
    ],
    ['the annotation that a pod wants no proxy', pod('labels: {a: b}, annotations: {x: y, sidecar.istio.io/inject: "false"}'),
      'labels: {a: b}, annotations: {x: y, sidecar.istio.io/inject: "false"}', 'labels: {a: b, sidecar.istio.io/inject: "false"}, annotations: {x: y}'],
    ['the name of a port that ends with the protocol', ports('{name: otlp-grpc, port: 4317}'), 'otlp-grpc', 'grpc-otlp'],
    ['the letter case of a field', destinationRule('{Interval: 5s}'), 'Interval', 'interval'],
    ['the letter case of a value', `${route('{}').replace('VirtualService', 'PeerAuthentication').replace('networking', 'security').replace(/spec:.*/, 'spec: {mtls: {mode: strict}}')}`, 'mode: strict', 'mode: STRICT'],
  ])('%s', (_, text, old, now) => {
    expect(textOf(text)).toEqual([text.replace(old, now)]);
    expect(textOf(text.replace(old, now))).toEqual([text.replace(old, now)]);
    expect(mended(text.replace(old, now)).done).toEqual([]);
  });
});

describe('what somebody else has to decide stays as it is', () => {
  test.each<[string, string]>([
    ['consecutiveErrors beside what has taken its place', destinationRule('{consecutiveErrors: 5, consecutive5xxErrors: 6}')],
    ['the short host of two Services', route('{route: [{destination: {host: cart}}]}') + service('cart', 'one') + service('cart', 'two') + service('b', 'shop')],
    ['the short host in a namespace of which nothing is shown', route('{route: [{destination: {host: cart}}]}') + service('cart', 'other')],
    [
      'the short host that a route is for, too',
      route('{route: [{destination: {host: cart}}]}').replace('a.example.com', 'cart') + service('cart', 'other') + service('b', 'shop'),
    ],
    [
      'the short host that a DestinationRule beside it has, too',
      `${route('{route: [{destination: {host: cart}}]}')}${service('cart', 'other')}${service('b', 'shop')}---${
        destinationRule('{}').replace('{name: a}', '{name: a, namespace: shop}').replace('a.example.com', 'cart')}`,
    ],
    ['the name of a port that an Ingress has', `${ports('{name: otlp-grpc, port: 4317}')}---
{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}, spec: {defaultBackend: {service: {name: a, port: {name: otlp-grpc}}}}}\n`],
    ['the name of a port without pods of its own', ports('{name: otlp-grpc, port: 4317}', '')],
    ['a name that another port has', ports('{name: otlp-grpc, port: 1}, {name: grpc-otlp, port: 2}')],
    ['a name that says no protocol', ports('{name: otlp, port: 4317}')],
    ['a field beside the one whose letter case it has not', destinationRule('{Interval: 5s, interval: 5s}')],
    ['a field that is spelled otherwise', destinationRule('{intervall: 5s}')],
    ['the annotation of a pod without labels', pod('annotations: {sidecar.istio.io/inject: "false"}')],
  ])('%s', (_, text) => {
    expect(textOf(text)).toEqual([text]);
  });
});

test('a repair brings the next one to light: rounds follow until nothing more is mended', () => {
  const { files, done, checked } = mended(destinationRule('{ConsecutiveErrors: 5}'));
  expect(files[0].text).toContain('outlierDetection: {consecutive5xxErrors: 5}');
  expect([done.map(({ code }) => code), checked.codes]).toEqual([['CRD001', 'IST0133'], ['IST0174']]);
});

test('what is not shown is mended with what is: an object may have more of one defect than a report', () => {
  const entries = Array.from({ length: 1_500 }, () => '{mirror: {host: a.com}, mirrorPercent: 10, route: [{destination: {host: a.com}}]}');
  const { files, done, left } = mended(route(entries.join(', ')));
  expect([files[0].text.match(/mirrorPercentage: \{value: 10\}/g)?.length, done.length, left.length]).toEqual([1_500, 1_500, 0]);
});

test('repairs that undo each other come to an end', () => {
  const { object } = mended(destinationRule('{consecutiveErrors: 5}')).done[0];
  const back = (text: string): string => (text.includes('one') ? 'two' : 'one');
  const { done } = mend([new SourceFile('a.yaml', 'kind: one\n')], ([file]) => {
    const [now] = readInput([file]).objects;
    return { repairs: [{ ...object, object: now, code: 'A', path: [], fix: [{ kind: 'set', path: ['kind'], to: back(file.text) }] }] };
  });
  expect(done).toHaveLength(10);
});

test('several documents of a file and the items of a List are mended, each where it stands', () => {
  const item = destinationRule('{consecutiveErrors: 5}').trim().replaceAll('\n', '\n  ');
  const text = `# first${destinationRule('{consecutiveErrors: 1}')}--- # second${destinationRule('{consecutiveErrors: 2}')}---\napiVersion: v1\nkind: List\nitems:\n- ${item}\n`;
  expect(textOf(text, 'a: 1\n')).toEqual([text.replaceAll('consecutiveErrors', 'consecutive5xxErrors'), 'a: 1\n']);
});

test('a file that is not UTF-8 is left, since it cannot be written again', () => {
  const bytes = Buffer.concat([Buffer.from(`${destinationRule('{consecutiveErrors: 5}')}---\n# `), Buffer.from([0xe9]), Buffer.from('\n')]);
  const { files, done, left } = mend([SourceFile.decode('a.yaml', bytes)], judged);
  expect([files[0].text.includes('consecutiveErrors'), done, left.length]).toEqual([true, [], 1]);
  const wide = mend([SourceFile.decode('a.yaml', Buffer.from(`\uFEFF${destinationRule('{consecutiveErrors: 5}')}`, 'utf16le'))], judged);
  expect([wide.files[0].text.includes('consecutiveErrors'), wide.done, wide.left.length]).toEqual([true, [], 1]);
});
