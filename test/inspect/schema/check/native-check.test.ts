import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas } from '../../../support/thing-kind';

const judge = (object: object): readonly string[] => violations(object, { schemas }).map(asLine);
const metadata = { name: 'a' };

function judgeContainer(container: unknown, rest: object = {}): readonly string[] {
  const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [container], ...rest } };
  return judge({ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector: { matchLabels: { a: 'b' } }, template } })
    .map(line => line.replace(/^spec\.template\.spec\./, ''));
}

test('an object that is right', () => {
  expect(judgeContainer({ name: 'a', image: 'b', ports: [{ containerPort: 80 }], resources: { limits: { cpu: 1, memory: '1Gi' } } })).toEqual([]);
});

test('a type that Go cannot decode', () => {
  expect(judgeContainer({ name: 'a', command: 'sh' })).toEqual(['containers[0].command: type: command must be a list, not "sh" (a list); write a list: ["sh"]']);
  expect(judgeContainer({ name: 'a', tty: 'yes' })).toEqual(['containers[0].tty: type: tty must be true or false, not "yes" (true or false)']);
  expect(judgeContainer('a')).toEqual(['containers[0]: type: containers[0] must be an object, not "a" (an object); did you mean {name: "a"}?']);
});

test('a key in another case is an unknown field', () => {
  expect(judgeContainer({ name: 'a', Image: 'b' })).toEqual(['containers[0].Image: unknown-field: unknown field "Image" in containers[]; did you mean "image"?']);
});

test('null is as good as absent, in a list of objects as an empty object', () => {
  expect(judgeContainer({ name: 'a', image: 'b', command: null, args: ['x', null], resources: { limits: null } })).toEqual([]);
  expect(judgeContainer(null)).toEqual([
    'containers[0].image: required: image is missing (a string)',
    'containers[0].name: required: name is missing (a string)',
  ]);
});

test('an empty string or list is as good as absent where something is required', () => {
  expect(judgeContainer({ name: '', image: 'b' })).toEqual(['containers[0].name: required: name is empty (at least one character)']);
  const paths: never[] = [];
  expect(judge({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec: { rules: [{ http: { paths } }] } }))
    .toEqual(['spec.rules[0].http.paths: required: paths is empty (at least one item)']);
});

test('integers have a width', () => {
  const judgePort = (port: unknown): readonly string[] => judge({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port }] } });
  expect(judgePort(80)).toEqual([]);
  expect(judgeContainer({ name: 'a', image: 'b' }, { priority: -(2 ** 31) })).toEqual([]);
  expect(judgePort(2 ** 31)).toEqual(['spec.ports[0].port: bounds: invalid port 2147483648 (a 32-bit integer)']);
  expect(judgePort(80.5)).toEqual(['spec.ports[0].port: type: port must be an integer, not 80.5 (an integer)']);
  expect(judgePort('80')).toEqual(['spec.ports[0].port: type: port must be an integer, not "80" (an integer); write it without quotes: 80']);
  expect(judgeContainer({ name: 'a', image: 'b' }, { activeDeadlineSeconds: 2 ** 62 })).toEqual([]);
  expect(judgeContainer({ name: 'a', image: 'b' }, { activeDeadlineSeconds: 2 ** 64 }))
    .toEqual(['activeDeadlineSeconds: bounds: invalid activeDeadlineSeconds 18446744073709552000 (a 64-bit integer)']);
});

test('an integer or a string', () => {
  const judgePort = (port: unknown): readonly string[] => judgeContainer({ name: 'a', image: 'b', livenessProbe: { httpGet: { port } } });
  expect([80, 'http'].flatMap(judgePort)).toEqual([]);
  expect(judgePort(2 ** 31)).toEqual(['containers[0].livenessProbe.httpGet.port: bounds: invalid port 2147483648 (a 32-bit integer)']);
  expect(judgePort(true)).toEqual([
    'containers[0].livenessProbe.httpGet.port: type: port must be an integer or a string, not true (an integer or a string)'
    + '; quote it: without quotes, YAML reads it as true',
  ]);
});

test('quantities, base64 and times have a form', () => {
  expect(judgeContainer({ name: 'a', image: 'b', resources: { limits: { cpu: '100 m' } } }))
    .toEqual(['containers[0].resources.limits.cpu: format: invalid cpu "100 m" (a quantity such as 100m or 1.5Gi)']);
  expect(judge({ apiVersion: 'v1', kind: 'Secret', metadata, data: { a: 'YWJj', b: 'YW\nJj', c: '', d: 'plain text' } }))
    .toEqual(['data.d: format: invalid d "plain text" (base64)']);
  expect(judge({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', creationTimestamp: 'now' } }))
    .toEqual(['metadata.creationTimestamp: format: invalid creationTimestamp "now" (a time such as 2006-01-02T15:04:05Z)']);
});

test('an enum has its values, and empty is as good as absent', () => {
  expect(judgeContainer({ name: 'a', image: 'b', imagePullPolicy: '' })).toEqual([]);
  expect(judgeContainer({ name: 'a', image: 'b', imagePullPolicy: 'always' })).toEqual([
    'containers[0].imagePullPolicy: enum: invalid imagePullPolicy "always" ("Always", "IfNotPresent" or "Never"); did you mean "Always"?',
  ]);
});

test('the labels of a pod template are held against their syntax, its name is not', () => {
  const template = { metadata: { name: 'A_b', labels: { a: 'b', c: 'd e' } }, spec: { containers: [{ name: 'a', image: 'b' }] } };
  expect(judge({ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector: { matchLabels: { a: 'b' } }, template } })).toEqual([
    'spec.template.metadata.labels.c: format: the label value "d e" is invalid: '
    + 'use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('the status is not looked at', () => {
  expect(judge({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 1 }] }, status: { unknown: 1 } })).toEqual([]);
});

test('the schema in a CRD is followed as deep as anybody writes one', () => {
  let schema: object = { type: 'object', unknown: 1 };
  for (let depth = 0; depth < 50; depth += 1) {
    schema = { type: 'object', properties: { a: schema } };
  }
  const judgeSchema = (openAPIV3Schema: object): readonly string[] => judge({
    apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata,
    spec: { group: 'a.b', scope: 'Cluster', names: { kind: 'C', plural: 'cs' }, versions: [{ name: 'v1', storage: true, schema: { openAPIV3Schema } }] },
  });
  expect(judgeSchema(schema)).toEqual([expect.stringMatching(/^spec\.versions\[0\]\.schema\.openAPIV3Schema(\.properties\.a){50}\.unknown: unknown-field: /)]);
  for (let depth = 0; depth < 5000; depth += 1) {
    schema = { type: 'object', properties: { a: schema } };
  }
  expect(judgeSchema(schema)).toEqual([]);
});
