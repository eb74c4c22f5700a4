import { virtualService } from '../../../../../lib/inspect/checks/webhook/virtual-service/virtual-service';
import { judge, Judged, found } from '../../../../support/judge';

const only: Judged = { checks: [virtualService] };
const object = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: shop}
spec: {${spec}}
`;
const to = 'route: [{destination: {host: cart}}]';
const line = (rule: string, path: string, message: string): string => `${rule} | VirtualService shop/cart | ${path} | ${message}`;

describe('a VirtualService as the webhook sees it', () => {
  test('an HTTP entry without action is refused, and answers to MESH002', () => {
    const yaml = object(`hosts: [cart], http: [{${to}}, {timeout: 3s}]`);
    expect(found(yaml, only)).toEqual([line('IST0106 http-without-action', 'spec.http[1]', 'the entry has no route, redirect or directResponse')]);
    expect(judge(yaml, only).findings[0].aliases).toEqual(['MESH002']);
  });

  test.each([
    ['a root that delegates', 'hosts: [cart], http: [{delegate: {name: other}}]'],
    ['a delegate', `http: [{${to}}]`],
    ['a redirect', 'hosts: [cart], http: [{redirect: {uri: /}}]'],
    ['an answer of its own', 'hosts: [cart], http: [{directResponse: {status: 503}}]'],
    ['the host * at a gateway', `hosts: ["*"], gateways: [gate], http: [{${to}}]`],
    ['an IP address as host', `hosts: [10.0.0.1], http: [{${to}}]`],
    ['a claim at a gateway', `hosts: [cart], gateways: [gate], http: [{match: [{headers: {"@request.auth.claims[role]": {exact: a}}}], ${to}}]`],
    ['headers that must not be there', `hosts: [cart], http: [{match: [{withoutHeaders: {x-user: {regex: "*"}}}], ${to}}]`],
    ['a name that istiod makes of a host', `hosts: [outbound_.80_._.cart.shop.svc.cluster.local], gateways: [gate],
      tls: [{match: [{sniHosts: [outbound_.80_._.cart.shop.svc.cluster.local]}], ${to}}]`],
    ['gateways behind one without a namespace, which nobody reads', `hosts: [cart], gateways: [gate, a_b/c], http: [{${to}}]`],
    ['retries that are off', `hosts: [cart], http: [{retries: {attempts: 0}, ${to}}]`],
    ['commands of the proxy in a header', `hosts: [cart], http: [{headers: {request: {set: {x-a: '%REQ(x-b)% %DYNAMIC_METADATA(["a", "b"])%'}}}, ${to}}]`],
  ])('%s is fine', (_, spec) => {
    expect(found(object(spec), only)).toEqual([]);
  });

  test.each(['100%', '%START', '%REQ(a', '%REQ()%', '%A(["a" "b"])%', '%A(["a\\', 'a\\u0007'])('the header value %s is refused', value => {
    const yaml = object(`hosts: [cart], http: [{headers: {request: {add: {x-a: ${value.includes('u0007') ? `"${value}"` : `'${value}'`}}}}, ${to}}]`);
    expect(judge(yaml, only).findings.map(({ rule }) => rule)).toEqual(['header-value']);
  });

  test('a null among the entries is said', () => {
    expect(found(object(`hosts: [cart], http: [null, {${to}}]`), only)).toEqual([
      line('IST0106 null-item', 'spec.http[0]', 'expected an entry, found null'),
    ]);
  });

  test('hosts are compared only when all are well formed', () => {
    expect(found(object(`hosts: [a_b, a.example.com, a.example.com], http: [{${to}}]`), only)).toEqual([
      line('IST0106 wildcard-host-name', 'spec.hosts[0]', '"a_b" is not a DNS name'),
    ]);
    expect(found(object(`hosts: [a.example.com, b.example.com, "*.example.com"], http: [{${to}}]`), only)).toEqual([
      line('IST0106 virtual-hosts-overlap', 'spec.hosts[2]', '"*.example.com" and "a.example.com" overlap'),
    ]);
  });

  test('the host is rewritten at one place', () => {
    const headers = 'headers: {request: {set: {":authority": b}, add: {Host: c}}}';
    expect(found(object(`hosts: [cart], http: [{${headers}, ${to}}]`), only)).toEqual([
      line('IST0106 authority-twice', 'spec.http[0].headers.request.add.Host', 'the host is already rewritten to "b"'),
    ]);
  });

  test.each([['1ms', 0], ['1.001s', 0], ['1h2m', 0], ['0s', 1], ['-1s', 1], ['1.0001s', 1], ['soon', 0]])('the timeout %s has %d faults', (timeout, count) => {
    expect(found(object(`hosts: [cart], http: [{timeout: ${timeout}, ${to}}]`), only)).toHaveLength(count);
  });

  test('thousands of hosts are compared in no time', () => {
    const hosts = Array.from({ length: 20_000 }, (_, index) => `h${index}.example.com`).join(', ');
    expect(found(object(`hosts: [${hosts}], http: [{${to}}]`), only)).toEqual([]);
  });
});
