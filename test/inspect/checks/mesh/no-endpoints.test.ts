import { noEndpointsCheck } from '../../../../lib/inspect/checks/mesh/no-endpoints';
import { kube, service, together } from '../../../support/kube';
import { objectSet } from '../../../support/object-set';
import { ruleCases } from '../../../support/rule-cases';

const entry = (more: string, name = 'shop/api', host = 'api.example.com'): string => kube(`ServiceEntry ${name}`, `{hosts: [${host}], ports: [{number: 443, name: tls, protocol: TLS}]${more}}`);
const told = ['error spec.resolution: STATIC resolution uses the listed endpoints, but there are none: requests and connections fail'];

ruleCases(noEndpointsCheck, [
  ['no endpoints', entry(', resolution: STATIC'), told],
  ['a host that is that of no Service', together(service('shop/other'), entry(', resolution: STATIC', 'shop/api', 'api.shop.svc.cluster.local')), told],
  ['an empty list of them', entry(', resolution: STATIC, endpoints: []'), told],
  ['addresses, at which nobody is', entry(', resolution: STATIC, addresses: [10.0.0.1]'), told],
], [
  ['endpoints', entry(', resolution: STATIC, endpoints: [{address: 10.0.0.1}]')],
  ['endpoints whose field is misspelled', entry(', resolution: STATIC, endpoint: [{address: 10.0.0.1}]')],
  ['workloads', entry(', resolution: STATIC, workloadSelector: {labels: {app: api}}')],
  ['endpoints of another entry of the host', together(entry(', resolution: STATIC'), entry(', resolution: STATIC, endpoints: [{address: 10.0.0.1}]', 'shop/other'))],
  ['the host of a Service', together(service('shop/api'), entry(', resolution: STATIC', 'shop/api', 'api.shop.svc.cluster.local'))],
  ['the host of a Service of another cluster', entry(', resolution: STATIC', 'shop/api', 'api.shop.svc.cluster.local'), { clusters: [{ name: 'west', set: objectSet(service('shop/api')) }] }],
  ['the host of a Service that Flagger makes', together(kube('Canary shop/api', '{targetRef: {kind: Deployment, name: api}}'), entry(', resolution: STATIC', 'shop/api', 'api.shop.svc.cluster.local'))],
  ['DNS', entry(', resolution: DNS')],
  ['addresses as they are called', entry(', resolution: NONE')],
  ['no resolution, which is NONE', entry('')],
]);
