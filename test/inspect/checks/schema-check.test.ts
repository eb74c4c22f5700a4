import type { CheckContext, Problem } from '../../../lib/inspect/checks/check';
import { schemaCheck } from '../../../lib/inspect/checks/schema-check';
import { schemaRules } from '../../../lib/inspect/checks/schema-rules';
import { ObjectSet } from '../../../lib/inspect/mesh/object-set';
import { Resource } from '../../../lib/inspect/mesh/resource';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { SchemaStore } from '../../../lib/inspect/schema/schema-store';
import { violations } from '../../../lib/inspect/schema/violations';

const set = new ObjectSet([], { complete: false, assumed: [] });
const context: CheckContext = { schemas: SchemaStore.at('imports/schemas'), istioRelease: '1.30', set };

function problems(text: string, options = context): Problem[] {
  const { objects } = readInput([new SourceFile('a.yaml', text)]);
  return objects.flatMap(object => [...schemaCheck.judge(new Resource(object, {}, ''), options)] as Problem[]);
}

/** The code and the path of each problem. */
function judge(text: string, options = context): unknown[] {
  return problems(text, options).map(({ rule, path }) => [rule.code, path.join('.')]);
}

test('each rule that the schema of an object states is a problem, under the rule of its kind', () => {
  expect(judge('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: on}, dota: {}}')).toEqual([
    ['CRD002', 'data.a'],
    ['CRD001', 'dota'],
  ]);
});

test('a problem has the words of the schema', () => {
  const [problem] = problems('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dota: {}}');
  const [violation] = violations({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, dota: {} }, context);
  expect(problem).toEqual({ rule: schemaRules['unknown-field'], path: ['dota'], message: violation.message, expected: undefined, repair: violation.repair, instead: [['data']] });
});

test.each([
  ['{port: 80, Port: 81}', '"port" is already set there: keep one of them'],
  ['{prot: 81, port: 80}', '"port" is already set there: keep one of them'],
  ['{Port: 81}', 'did you mean "port"?'],
])('of the port %s it says: %s', (port, repair) => {
  const all = problems(`{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [${port}]}}`);
  expect(all.filter(problem => problem.rule === schemaRules['unknown-field']).map(problem => problem.repair)).toEqual([repair]);
});

test('an object that fits its schema has no problem, and neither has one that nobody knows', () => {
  expect(judge('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n---\n{apiVersion: example.com/v1, kind: Car}')).toEqual([]);
});

test('the release of Istio counts', () => {
  const text = '{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a}, spec: {http: [{redirect: {prefixRewrite: /a}}]}}';
  expect([judge(text), judge(text, { ...context, istioRelease: '1.31' })]).toEqual([[['CRD011', 'spec.http.0.redirect.prefixRewrite']], []]);
});

test('the rules of the check are those of all kinds of violations, each once', () => {
  expect(schemaCheck.rules.map(({ code }) => code).sort()).toEqual(Array.from({ length: 13 }, (_, i) => `CRD${String(i + 1).padStart(3, '0')}`));
});

test('what is expected is told, but where the message says it already', () => {
  const found = problems('{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: External, ports: 80}}');
  expect(found.map(({ message, expected }) => [message, expected])).toEqual([
    ['ports must be a list, not 80', undefined],
    ['invalid type "External"', '"ClusterIP", "ExternalName", "LoadBalancer" or "NodePort"'],
  ]);
});
