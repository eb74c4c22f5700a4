import { istioObject, RuleExamples } from '../rule-examples';

const entry = (fields: string): string => istioObject('networking.istio.io/v1', 'WorkloadEntry', fields);
const group = (fields: string): string => istioObject('networking.istio.io/v1', 'WorkloadGroup', `template: {}\n${fields}`);
const probe = (fields: string): string => group(`probe: {${fields}}`);

/** The rules of the webhook for workloads outside of the cluster. */
export const workloadExamples: RuleExamples = {
  'workload-address-missing': { bad: entry('labels: {app: cart}'), good: entry('address: 10.0.0.1') },
  'workload-network-alone': { bad: entry('network: west'), good: entry('network: west\naddress: 10.0.0.1') },
  'workload-socket-ports': { bad: entry('address: unix:///run/cart\nports: {http: 80}'), good: entry('address: unix:///run/cart') },
  'socket-path': { bad: entry('address: unix://run/cart'), good: entry('address: unix:///run/cart') },
  'host-name': { bad: entry('address: cart_vm'), good: entry('address: cart.example.com') },
  'dns-label': { bad: entry('address: 10.0.0.1\nports: {http_admin: 80}'), good: entry('address: 10.0.0.1\nports: {http-admin: 80}') },
  'label-key': { bad: entry('address: 10.0.0.1\nlabels: {app-: cart}'), good: entry('address: 10.0.0.1\nlabels: {app: cart}') },
  'label-value': { bad: entry('address: 10.0.0.1\nlabels: {app: "cart!"}'), good: entry('address: 10.0.0.1\nlabels: {app: cart}') },
  'workload-group-template': { bad: istioObject('networking.istio.io/v1', 'WorkloadGroup', 'metadata: {}'), good: group('') },
  'probe-number': { bad: probe('periodSeconds: -1, tcpSocket: {port: 80}'), good: probe('periodSeconds: 1, tcpSocket: {port: 80}') },
  'probe-method': { bad: probe('grpc: {port: 80}'), good: probe('tcpSocket: {port: 80}') },
  'probe-scheme': { bad: probe('httpGet: {port: 80, scheme: https}'), good: probe('httpGet: {port: 80, scheme: HTTPS}') },
  'probe-header': {
    bad: probe('httpGet: {port: 80, httpHeaders: [{name: x_user, value: cart}]}'),
    good: probe('httpGet: {port: 80, httpHeaders: [{name: x-user, value: cart}]}'),
  },
  'probe-command': { bad: probe('exec: {command: []}'), good: probe('exec: {command: [ready]}') },
};
