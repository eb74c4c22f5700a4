import { noEndpointsCheck } from '../../../../lib/inspect/checks/mesh/no-endpoints';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const entry = (more: string, name = 'shop/api'): string => kube(`ServiceEntry ${name}`, `{hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: TLS}]${more}}`);
const told = ['error spec.resolution: STATIC takes the endpoints that are listed, and there are none: each request ends with 503'];

ruleCases(noEndpointsCheck, [
  ['no endpoints', entry(', resolution: STATIC'), told],
  ['an empty list of them', entry(', resolution: STATIC, endpoints: []'), told],
  ['addresses, at which nobody is', entry(', resolution: STATIC, addresses: [10.0.0.1]'), told],
], [
  ['endpoints', entry(', resolution: STATIC, endpoints: [{address: 10.0.0.1}]')],
  ['endpoints whose field is misspelled', entry(', resolution: STATIC, endpoint: [{address: 10.0.0.1}]')],
  ['workloads', entry(', resolution: STATIC, workloadSelector: {labels: {app: api}}')],
  ['endpoints of another entry of the host', together(entry(', resolution: STATIC'), entry(', resolution: STATIC, endpoints: [{address: 10.0.0.1}]', 'shop/other'))],
  ['DNS', entry(', resolution: DNS')],
  ['addresses as they are called', entry(', resolution: NONE')],
  ['no resolution, which is NONE', entry('')],
]);
