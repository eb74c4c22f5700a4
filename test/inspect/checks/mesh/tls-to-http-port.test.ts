import { tlsToHttpPortCheck } from '../../../../lib/inspect/checks/mesh/tls-to-http-port';
import { ambientCases, sidecarCases } from '../../../support/ambient-cases';
import { judge } from '../../../support/judge';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const entry = (port: string, more = '', host = 'pay.example.com'): string => (
  kube('ServiceEntry shop/pay', `{hosts: ["${host}"], resolution: DNS, ports: [{number: 80, name: a, protocol: HTTP}, {${port}}]${more}}`)
);
const rule = (spec: string, host = 'pay.example.com'): string => kube('DestinationRule mesh/pay', `{host: "${host}", ${spec}}`);

/** What shows that the input has DestinationRules. */
const other = rule('trafficPolicy: {}', 'b.com');

const HTTP = 'number: 443, name: http, protocol: HTTP';
const refused = (protocol: string): string => (
  `warning spec.ports[1].protocol: hosts outside the mesh use TLS on port 443: proxies parse the TLS that applications send as ${protocol}, and reject it`
);

ruleCases(tlsToHttpPortCheck, [
  ...sidecarCases(together(entry(HTTP), other), [refused('HTTP')]),
  ['HTTP on the port of HTTPS', together(entry(HTTP), other), [refused('HTTP')]],
  ['gRPC there', together(entry(HTTP.replace('HTTP', 'grpc'), ', location: MESH_EXTERNAL'), other), [refused('grpc')]],
  ['the same port behind it', together(entry(`${HTTP}, targetPort: 443`), other), [refused('HTTP')]],
  ['a DestinationRule that does not encrypt', together(entry(HTTP), rule('trafficPolicy: {loadBalancer: {simple: RANDOM}}')), [refused('HTTP')]],
  ['a DestinationRule for another host', together(entry(HTTP), rule('trafficPolicy: {tls: {mode: SIMPLE}}', 'a.com')), [refused('HTTP')]],
], [
  ...ambientCases(together(entry(HTTP), other)),
  ['something that sidecars of another namespace do not see', together(
    kube('Namespace shop labels: {istio.io/dataplane-mode: ambient}'), kube('Namespace old labels: {istio-injection: enabled}'), entry(HTTP, ', exportTo: [.]'), other,
  )],
  ['HTTPS', entry(HTTP.replace('HTTP', 'HTTPS'))],
  ['TCP', entry(HTTP.replace('HTTP', 'TCP'))],
  ['another port', entry(HTTP.replace('443', '8080'))],
  ['another port behind it', entry(`${HTTP}, targetPort: 8080`)],
  ['a host of the mesh', entry(HTTP, ', location: MESH_INTERNAL')],
  ['pods of the mesh', entry(HTTP, ', workloadSelector: {labels: {app: a}}')],
  ['endpoints with ports of their own', entry(HTTP, ', endpoints: [{address: 10.0.0.1, ports: {http: 8080}}]')],
  ['a DestinationRule that encrypts', together(entry(HTTP), rule('trafficPolicy: {tls: {mode: SIMPLE}}'))],
  ['one that does so for the port', together(entry(HTTP), rule('trafficPolicy: {portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]}'))],
  ['one that does so for a subset', together(entry(HTTP), rule('subsets: [{name: a, trafficPolicy: {tls: {mode: MUTUAL}}}]'))],
  ['one for many hosts', together(entry(HTTP), rule('trafficPolicy: {tls: {mode: SIMPLE}}', '*.example.com'))],
  ['one for a host of many', together(entry(HTTP, '', '*.example.com'), rule('trafficPolicy: {tls: {mode: SIMPLE}}'))],
  ['one that says on purpose that nothing is encrypted', together(entry(HTTP), rule('trafficPolicy: {tls: {mode: DISABLE}}'))],
  ['HTTPS in another ServiceEntry, of which IST0177 speaks', together(entry(HTTP), kube('ServiceEntry shop/a', '{hosts: [pay.example.com], ports: [{number: 443, name: a, protocol: HTTPS}]}'))],
  ['a policy of the Gateway API', together(entry(HTTP), (
    '{apiVersion: gateway.networking.k8s.io/v1, kind: BackendTLSPolicy, metadata: {name: a, namespace: shop}, spec: {targetRefs: [{group: networking.istio.io, kind: ServiceEntry, name: pay}]}}'
  ))],
]);

test('where the input shows no DestinationRule at all, nobody knows whether one encrypts', () => {
  const told = (complete: boolean): unknown => {
    const { findings, undecided } = judge(entry(HTTP), { checks: [tlsToHttpPortCheck], set: { complete } });
    return [findings.length, undecided.map(({ unknown }) => unknown)];
  };
  expect([told(false), told(true)]).toEqual([[0, ['DestinationRules']], [1, []]]);
});

const FROM_80 = HTTP.replace('443', '80').replace(/$/, ', targetPort: 443');
const plain = 'requests for port 80 go to port 443 in plain text, where hosts outside the mesh expect TLS: no DestinationRule in the input makes proxies originate it';

ruleCases(tlsToHttpPortCheck, [
  ['plain text for the port of HTTPS', entry(FROM_80), [`warning spec.ports[1].targetPort: ${plain}`], { complete: true }],
  ['plain text beside a port of HTTPS', entry(`${FROM_80}}, {number: 443, name: tls, protocol: HTTPS`), [`warning spec.ports[1].targetPort: ${plain}`], { complete: true }],
], [
  ['plain text that a DestinationRule encrypts', together(entry(FROM_80), rule('trafficPolicy: {tls: {mode: SIMPLE}}')), { complete: true }],
  ['plain text where DestinationRules may be elsewhere', together(entry(FROM_80), other)],
  ['TCP that goes to the port of HTTPS', entry(FROM_80.replace('HTTP', 'TCP')), { complete: true }],
  ['plain text for a host of the mesh', entry(FROM_80, ', location: MESH_INTERNAL'), { complete: true }],
]);
