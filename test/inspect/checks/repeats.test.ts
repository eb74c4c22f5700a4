import { defineCheck } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import type { ObjectPath } from '../../../lib/inspect/schema/violation';
import { judge, Judged } from '../../support/judge';

const route = (http: string, more = ''): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders${more}}
spec:
  hosts: [orders]
  http:
${http.replaceAll(/^/gm, '  ')}
`;

/** What is found, a line each: `line:column CODE path`. */
function places(yaml: string, judged: Judged = {}): string[] {
  return judge(yaml, judged).findings.map(({ line, column, code, path = '' }) => `${line}:${column} ${code} ${path}`);
}

describe('what an alias repeats is one finding', () => {
  test('at the first of the paths', () => {
    expect(places(route(`- match: [{uri: {prefix: /a}}]
  route: &all
  - destination: {host: orders, Subset: v1}
    weigth: 100
- match: [{uri: {prefix: /b}}]
  route: *all
- route: *all`))).toEqual([
      '10:35 CRD001 spec.http[0].route[0].destination.Subset',
      '11:7 CRD001 spec.http[0].route[0].weigth',
    ]);
  });

  test('so it is with what is merged', () => {
    expect(places(route(`- match: [{uri: {prefix: /a}}]
  retries: &few {atempts: 3}
  route: [{destination: {host: orders}}]
- retries: {<<: *few, perTryTimeout: 1s}
  route: [{destination: {host: orders}}]`))).toEqual(['9:20 CRD001 spec.http[0].retries.atempts']);
  });

  test('what follows from it follows at each of the paths', () => {
    expect(places(route(`- match: [{uri: {prefix: /a}}]
  route: [{destination: {host: orders, port: &port {numbr: 80}}}]
- route: [{destination: {host: orders, port: *port}}]`))).toEqual(['9:55 CRD001 spec.http[0].route[0].destination.port.numbr']);
  });

  test('and so is what its twin says of some of them, whichever of them comes first', () => {
    const [rule, twin]: readonly Rule[] = ['IST9999', 'MESH999'].map(code => ({ code, slug: code.toLowerCase(), severity: 'warning', summary: 'A test.', aliases: [] }));
    const both = (own: readonly ObjectPath[], others: readonly ObjectPath[]): Judged => ({ checks: [
      defineCheck({ rules: [rule], judge: () => own.map(path => ({ rule, path, message: 'one' })) }),
      defineCheck({ rules: [{ ...twin, twins: ['IST9999'] }], judge: () => others.map(path => ({ rule: { ...twin, twins: ['IST9999'] }, path, message: 'two' })) }),
    ] });
    const [yaml, one, other] = ['apiVersion: a.example/v1\nkind: A\nmore: &y {a: 1}\nsame: *y\n', ['more', 'a'], ['same', 'a']];
    expect(places(yaml, both([one], [one, other]))).toEqual(['3:11 IST9999 more.a']);
    expect(places(yaml, both([other], [one, other]))).toEqual(['3:11 IST9999 same.a']);
    expect(places(yaml, both([other, one], [one, other]))).toEqual(['3:11 IST9999 same.a']);
  });

  test('of the older name of a field in a policy and in that of a subset', () => {
    const aliased = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders}
spec:
  host: orders
  trafficPolicy: &all {outlierDetection: {consecutiveErrors: 5}}
  subsets: [{name: v1, labels: {version: v1}, trafficPolicy: *all}]
`;
    expect(places(aliased)).toEqual(['7:43 IST0133 spec.trafficPolicy.outlierDetection.consecutiveErrors']);
  });

  test('and is suppressed once', () => {
    const aliased = route('- {match: [{uri: {prefix: /a}}], retries: &few {atempts: 3}, route: &to [{destination: {host: orders}}]}\n- {retries: *few, route: *to}');
    const { findings, suppressed } = judge(aliased.replace('{name: orders}', '{name: orders, annotations: {cdk8s-mesh/suppress: "CRD001: on purpose"}}'));
    expect([findings, suppressed]).toEqual([[], 1]);
  });
});

describe('what is something else stays so', () => {
  const rule: Rule = { code: 'TEST001', slug: 'test', severity: 'warning', summary: 'A test.', aliases: [] };
  const saying = (...all: ReadonlyArray<readonly [message: string, ...path: ObjectPath]>): Judged => (
    { checks: [defineCheck({ rules: [rule], judge: () => all.map(([message, ...path]) => ({ rule, message, path })) })] }
  );
  const aliased = 'apiVersion: a.example/v1\nkind: A\nlist:\n- first: &x {a: 1}\n- *x\n- b: *x\nmore: &y {a: 1}\nsame: *y\n';

  test('other words', () => {
    expect(places(aliased, saying(['one', 'more', 'a'], ['two', 'same', 'a'], ['one', 'same', 'a']))).toEqual(['7:11 TEST001 more.a', '7:11 TEST001 same.a']);
  });

  test('what an alias itself is, and what is missing there', () => {
    expect(places(aliased, saying(['one', 'list', 1], ['one', 'list', 2, 'b'], ['one', 'list', 2, 'b', 'c']))).toEqual([
      '5:3 TEST001 list[1]', '6:3 TEST001 list[2].b', '6:3 TEST001 list[2].b.c',
    ]);
  });

  test('another place that begins at the same letter', () => {
    expect(places(aliased, saying(['one', 'list', 0], ['one', 'list', 0, 'first'], ['one', 'list', 0, 'x'], ['one', 'list', 0, 'first', 'x']))).toHaveLength(4);
  });

  test('the same of another object', () => {
    const list = 'kind: List\napiVersion: v1\nitems:\n- {kind: A, apiVersion: a.example/v1, spec: &x {a: 1}}\n- {kind: B, apiVersion: a.example/v1, spec: *x}\n';
    expect(places(list, saying(['one', 'spec', 'a'], ['two', 'spec', 'a']))).toHaveLength(4);
  });

  test('the same twice without any alias', () => {
    expect(places('apiVersion: a.example/v1\nkind: A\na: "&x *x"\n', saying(['one', 'a'], ['one', 'kind']))).toHaveLength(2);
  });
});
