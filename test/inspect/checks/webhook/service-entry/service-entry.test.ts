import { serviceEntry } from '../../../../../lib/inspect/checks/webhook/service-entry/service-entry';
import { found, judge, Judged } from '../../../../support/judge';

const only: Judged = { checks: [serviceEntry] };
const object = (spec: string, labels = ''): string => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: bank, namespace: shop, labels: {${labels}}}
spec: {${spec}}
`;
const http = 'ports: [{number: 80, name: http, protocol: HTTP}]';
const tcp = 'ports: [{number: 25, name: smtp, protocol: TCP}]';
const line = (rule: string, path: string, message: string): string => `${rule} | ServiceEntry shop/bank | ${path} | ${message}`;

describe('a ServiceEntry as the webhook sees it', () => {
  test('a selector that is not well formed is all that is said', () => {
    expect(found(object(`workloadSelector: {labels: {"": a}}, ${tcp}`), only)).toEqual([
      line('IST0106 selector-empty-key', 'spec.workloadSelector.labels', 'a label has no name'),
    ]);
  });

  test.each([
    ['an address of its own', `hosts: [a.example.com], resolution: DNS, ${tcp}`, ''],
    ['none for HTTP', `hosts: [a.example.com], ${http}`, ''],
    ['a range', `hosts: [a.example.com], addresses: [10.0.0.0/8], ${tcp}`, ''],
    ['nobody that sees it', `hosts: [a.example.com], exportTo: ["~"], ${http}`, ''],
    ['any wildcard, looked up at each request', `hosts: ["*a.example.com"], resolution: DYNAMIC_DNS, ${http}`, ''],
    ['no waypoint', `hosts: ["*.example.com"], resolution: DYNAMIC_DNS, location: MESH_INTERNAL, ${http}`, 'istio.io/use-waypoint: None'],
    ['endpoints with names', `hosts: ["*.example.com"], resolution: DNS, endpoints: [{address: a.example.org, ports: {http: 1}}], ${http}`, ''],
  ])('%s is fine', (_, spec, labels) => {
    expect(found(object(spec, labels), only)).toEqual([]);
  });

  test('whoever wants no address of istiod needs one for TCP', () => {
    const yaml = object(`hosts: [a.example.com], resolution: DNS, ${tcp}`, 'networking.istio.io/enable-autoallocate-ip: "False"');
    const message = 'without addresses, connections to a TCP port cannot be told apart';
    expect(found(yaml, only)).toEqual([line('IST0133 tcp-port-without-address', 'spec.ports[0]', message)]);
  });

  test.each([
    ['STATIC', 'a.example.org', '"a.example.org" is not an IP address'],
    ['DNS', 'a_b', '"a_b" is neither an IP address nor a DNS name'],
  ])('an endpoint with the resolution %s cannot have the address %s', (resolution, address, message) => {
    expect(found(object(`hosts: [a.example.com], resolution: ${resolution}, endpoints: [{address: ${address}}], ${http}`), only)).toEqual([
      line('IST0106 endpoint-address', 'spec.endpoints[0].address', message),
    ]);
  });

  test('the first host that cannot be looked up is said', () => {
    expect(found(object(`hosts: ["*.a.com", "*.b.com"], resolution: DNS, ${http}`), only)).toEqual([
      line('IST0106 resolution-of-wildcard', 'spec.hosts[0]', '"*.a.com" cannot be resolved by DNS'),
    ]);
  });

  test.each([
    ['1.28', `hosts: ["*.a.com"], resolution: DNS, ${http}`, 'write resolution: NONE or DYNAMIC_DNS, add endpoints, or name the hosts'],
    ['1.27', `hosts: ["*.a.com"], resolution: DNS, ${http}`, 'write resolution: NONE, add endpoints, or name the hosts'],
    ['1.28', `hosts: ["*.a.com"], resolution: DNS, addresses: [10.0.0.1], ${http}`, 'write resolution: NONE, add endpoints, or name the hosts'],
    ['1.28', `hosts: ["*.a.com"], resolution: DNS, ${tcp}`, 'write resolution: NONE, add endpoints, or name the hosts'],
    ['1.28', `hosts: ["*a.com"], resolution: DNS, ${http}`, 'add endpoints, or name the hosts'],
  ])('a wildcard may be looked up by others in Istio %s: %s', (istioRelease, spec, repair) => {
    const { findings } = judge(object(spec), { ...only, istioRelease });
    expect(findings.filter(({ rule }) => rule === 'resolution-of-wildcard').map(finding => finding.repair)).toEqual([repair]);
  });
});
