import { podReferenceCheck } from '../../../../lib/inspect/checks/mesh/pod-reference';
import { judge } from '../../../support/judge';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const probed = (probe: string, ports = '{name: http, containerPort: 8080}'): string => deployment('shop/web', { container: `${probe}, ports: [${ports}]` });
const running = (account: string, place = 'shop/web'): string => deployment(place, { pod: `serviceAccountName: ${account}` });
const account = (place: string): string => kube(`ServiceAccount ${place}`);
const container = 'spec.template.spec.containers[0]';
const place = 'spec.template.spec.serviceAccountName';
const liveness = 'livenessProbe: {httpGet: {path: /, port: web}}';
const livenessPort = `${container}.livenessProbe.httpGet.port`;
const notRestarted = `warning ${livenessPort}: the container has no port named web; it has http: the probe is never carried out, so a container that hangs is not restarted`;
const injected = '{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}';
const unwritten = probed(liveness).replace('annotations: {', 'annotations: {sidecar.istio.io/rewriteAppHTTPProbers: "false"');
const missing = (name: string): string => `${place}: ServiceAccount shop/${name} is not in the input; without it, no pod is created`;

ruleCases(podReferenceCheck, [
  ['a port that the container does not have', probed('readinessProbe: {httpGet: {path: /, port: web}}'), [
    `error ${container}.readinessProbe.httpGet.port: the container has no port named web; it has http: the probe never succeeds`,
  ]],
  ['a port where none has a name', probed('startupProbe: {tcpSocket: {port: http}}', '{containerPort: 8080}'), [
    `error ${container}.startupProbe.tcpSocket.port: the container has no port named http: the probe never succeeds`,
  ]],
  ['a port by which the kubelet would restart the container', probed(liveness), [notRestarted]],
  ['such a port beside a sidecar that leaves probes alone', together(injected, unwritten), [notRestarted]],
  ['such a port beside a sidecar, which refuses the probe', together(injected, probed(liveness)), [
    `error ${livenessPort}: the container has no port named web; it has http: the probe always fails, and the container is restarted again and again`,
  ]],
  ['an account that is there but for a letter', together(account('shop/thicken'), running('chicken')), [`warning ${missing('chicken')}`]],
  ['an account that is not there, where the input is everything', running('web'), [`error ${missing('web')}`], { complete: true }],
], [
  ['a port of the container', probed('startupProbe: {httpGet: {path: /, port: http}}')],
  ['a port by its number', probed('readinessProbe: {httpGet: {path: /, port: 9090}}, livenessProbe: {grpc: {port: 9090}}')],
  ['an account that is there', together(account('shop/web'), running('web')), { complete: true }],
  ['the account that each namespace has', running('default'), { complete: true }],
  ['an account that the input need not show', together(account('shop/thicken'), running('web'))],
  ['an account beside one that is used', together(account('shop/thicken'), running('thicken'), running('chicken', 'shop/api'))],
  ['an account that is elsewhere', running('web'), { complete: true, assumed: ['ServiceAccount shop/web'] }],
  ['an account where an operator may make it', together('{apiVersion: example.com/v1, kind: Team, metadata: {name: a, namespace: shop}}', running('web')), { complete: true }],
  ['what another object makes', running('web').replace('name: web,', 'name: web, ownerReferences: [{apiVersion: a/v1, kind: A, name: a, uid: a}],'), { complete: true }],
]);

test.each([
  [probed('readinessProbe: {httpGet: {path: /, port: https}}'), 'did you mean "http"?'],
  [probed('readinessProbe: {httpGet: {path: /, port: web}}'), 'name a port of the container, or write its number'],
  [together(account('shop/thicken'), running('chicken')), 'did you mean "thicken"?'],
  [running('web'), 'correct the name, or add the ServiceAccount'],
])('says how to repair it', (yaml, repair) => {
  expect(judge(yaml, { checks: [podReferenceCheck], set: { complete: true } }).findings.map(one => one.repair)).toEqual([repair]);
});
