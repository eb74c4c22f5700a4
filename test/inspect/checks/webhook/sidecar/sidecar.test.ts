import { sidecar } from '../../../../../lib/inspect/checks/webhook/sidecar/sidecar';
import { found, Judged } from '../../../../support/judge';

const only: Judged = { checks: [sidecar] };
const object = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: cart, namespace: shop}
spec: {${spec}}
`;
const line = (rule: string, path: string, message: string): string => `${rule} | Sidecar shop/cart | ${path} | ${message}`;

describe('a Sidecar as the webhook sees it', () => {
  test.each([
    ['hosts that are left out', 'egress: [{hosts: ["*/*", ~web/a.example.com, "~/b.example.com"]}]'],
    ['a port of the workload by name of the loop', 'ingress: [{port: {number: 80}, defaultEndpoint: ":8080"}]'],
    ['a socket of the workload', 'ingress: [{port: {number: 80}, defaultEndpoint: "unix:///run/cart"}]'],
    ['the mode for unknown hosts alone', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}'],
    ['a host of its own namespace', 'egress: [{hosts: [./cart.shop.svc.cluster.local, "istio-system/*"]}]'],
  ])('%s is fine', (_, spec) => {
    expect(found(object(spec), only)).toEqual([]);
  });

  test.each(['10.0.0.1:80', '127.0.0.1:hi', '127.0.0.1', '[1:1:1:1:1:1:1:1]:90', '127.0.0.1:70000'])('requests are not passed on to %s', endpoint => {
    expect(found(object(`ingress: [{port: {number: 80}, defaultEndpoint: "${endpoint}"}]`), only)).toEqual([
      line('IST0106 default-endpoint', 'spec.ingress[0].defaultEndpoint', `"${endpoint}" is neither a port of the workload nor a socket`),
    ]);
  });

  test('a host is named twice where the same, or all of its namespace, is named before; . is the own one', () => {
    expect(found(object('egress: [{hosts: [./a.b, shop/a.b, "shop/*", shop/c.d]}]'), only)).toEqual([
      line('IST0133 egress-host-twice', 'spec.egress[0].hosts[2]', '"shop/*" is already named'),
      line('IST0133 egress-host-twice', 'spec.egress[0].hosts[1]', '"shop/a.b" is already named'),
      line('IST0133 egress-host-twice', 'spec.egress[0].hosts[3]', '"shop/c.d" is already named'),
    ]);
  });

  test('an empty selector is warned of, and one that is not well formed is all that is said', () => {
    expect(found(object('workloadSelector: {}, egress: [{hosts: ["*/*"]}]'), only)).toEqual([
      line('IST0133 selector-empty', 'spec.workloadSelector', 'the selector has no labels, so it selects all pods of the namespace'),
    ]);
    expect(found(object('workloadSelector: {labels: {app: "a*"}}'), only)).toHaveLength(1);
  });

  test.each(['a.example.com', '/', 'web/'])('the host %s lacks a part', host => {
    expect(found(object(`egress: [{hosts: ["${host}"]}]`), only)).toEqual([
      line('IST0106 scoped-host-form', 'spec.egress[0].hosts[0]', `"${host}" is not namespace/host`),
    ]);
  });
});
