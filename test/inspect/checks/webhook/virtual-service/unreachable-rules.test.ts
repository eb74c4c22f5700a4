import { unreachableRules } from '../../../../../lib/inspect/checks/webhook/virtual-service/unreachable-rules';
import { found, Judged } from '../../../../support/judge';

const only: Judged = { checks: [unreachableRules] };
const object = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {hosts: [cart], ${spec}}
`;
const line = (rule: string, path: string, message: string): string => `${rule} | VirtualService shop/cart | ${path} | ${message}`;
const prefix = (path: string, rest = ''): string => `{match: [{uri: {prefix: ${path}}${rest}}]}`;

describe('entries of a VirtualService that no request reaches', () => {
  test('[F023] an entry behind one without a match, and a match that is there already, are found', () => {
    expect(found(object('http: [{match: [{port: 80}, {port: 80, name: again}]}, {name: rest}, {match: [{port: 81}]}, {}]'), only)).toEqual([
      line('IST0130 unreachable-rule', 'spec.http[2]', 'http[2] comes after "rest", which matches all requests'),
      line('IST0130 unreachable-rule', 'spec.http[3]', 'http[3] comes after "rest", which matches all requests'),
      line('IST0131 ineffective-match', 'spec.http[0].match[1]', '"again" of http[0] duplicates a match of http[0]'),
    ]);
  });

  test.each(['tcp', 'tls'])('an entry of %s whose matches are all taken is found', protocol => {
    expect(found(object(`${protocol}: [{match: [{port: 80, sniHosts: [a]}]}, {match: [{sniHosts: [a], port: 80}]}]`), only)).toEqual([
      line('IST0130 unreachable-rule', `spec.${protocol}[1]`, `all matches of ${protocol}[1] are covered by earlier entries`),
      line('IST0131 ineffective-match', `spec.${protocol}[1].match[0]`, `${protocol}[1].match[0] duplicates a match of ${protocol}[0]`),
    ]);
  });

  test('a prefix behind a shorter one is found', () => {
    expect(found(object(`http: [${prefix('/api')}, ${prefix('/api/v2')}]`), only)).toEqual([
      line('IST0131 ineffective-match', 'spec.http[1].match[0]', 'http[1].match[0] matches the prefix /api/v2, but http[0].match[0] before it already matches /api'),
    ]);
  });

  test.each([
    ['the longer prefix first', [prefix('/api/v2'), prefix('/api')]],
    ['another port', [prefix('/api', ', port: 80'), prefix('/api/v2')]],
    ['another method', [prefix('/api', ', method: {exact: PUT}'), prefix('/api/v2')]],
    ['another host', [prefix('/api', ', authority: {exact: a}'), prefix('/api/v2', ', authority: {exact: b}')]],
    ['a header more', [prefix('/api', ', headers: {a: {exact: b}}'), prefix('/api/v2')]],
    ['another header', [prefix('/api', ', headers: {a: {exact: b}}'), prefix('/api/v2', ', headers: {c: {exact: b}}')]],
    ['another parameter', [prefix('/api', ', queryParams: {a: {exact: b}}'), prefix('/api/v2', ', queryParams: {a: {exact: c}}')]],
    ['the path as a whole', ['{match: [{uri: {exact: /api}}]}', prefix('/api/v2')]],
    ['one without a match, at the end', [prefix('/api'), '{}']],
  ])('%s is fine', (_, entries) => {
    expect(found(object(`http: [${entries.join(', ')}]`), only)).toEqual([]);
  });

  test('a method that is not said counts as GET, and the same headers as the same', () => {
    const [short, long] = ['/api', '/api/v2'].map(path => prefix(path, ', method: {exact: GET}, headers: {a: {prefix: b}}'));
    expect(found(object(`http: [${short}, ${long.replace(', method: {exact: GET}', '')}]`), only)).toHaveLength(1);
  });

  test('thousands of prefixes are compared in no time', () => {
    const entries = Array.from({ length: 3000 }, (_, index) => prefix(`/api/${index}/`));
    expect(found(object(`http: [${entries.join(', ')}]`), only)).toEqual([]);
  });
});
