import { examplesOf, istioObject, RuleExamples } from '../../rule-examples';

const serviceEntry = (spec: string): string => istioObject('networking.istio.io/v1', 'ServiceEntry', spec);
const http = 'ports: [{number: 80, name: http, protocol: HTTP}]';
const entry = (fields: string): string => serviceEntry(`hosts: [a.example.com]\n${fields}`);
const fixed = (endpoint: string): string => entry(`resolution: STATIC\n${http}\nendpoints: [{${endpoint}}]`);
const dynamic = (fields: string): string => serviceEntry(`hosts: ["*.example.com"]\nresolution: DYNAMIC_DNS\n${fields}`);

/** The rules of the webhook for a ServiceEntry, and those for endpoints. */
export const serviceEntryExamples: RuleExamples = {
  ...examplesOf(serviceEntry, {
    'service-entry-without-hosts': [http, `hosts: [a.example.com]\n${http}`],
    'service-entry-any-host': [`hosts: ["*"]\n${http}`, `hosts: ["*.example.com"]\n${http}`],
    'partial-wildcard-host': [`hosts: ["*a.example.com"]\n${http}`, `hosts: ["*.a.example.com"]\n${http}`],
    'hosts-of-tcp-port': [
      'hosts: [a.example.com, b.example.com]\nresolution: DNS\nports: [{number: 80, name: tcp, protocol: TCP}]',
      `hosts: [a.example.com, b.example.com]\nresolution: DNS\n${http}`,
    ],
    'resolution-of-wildcard': [`hosts: ["*.example.com"]\nresolution: DNS\n${http}`, `hosts: [a.example.com]\nresolution: DNS\n${http}`],
    'tcp-hosts-with-addresses': [
      'hosts: [a.example.com, b.example.com]\naddresses: [10.0.0.1]\nresolution: DNS\nports: [{number: 443, name: tls, protocol: TLS}]',
      'hosts: [a.example.com]\naddresses: [10.0.0.1]\nresolution: DNS\nports: [{number: 443, name: tls, protocol: TLS}]',
    ],
    'dynamic-dns-host': [`hosts: [a.example.com]\nresolution: DYNAMIC_DNS\n${http}`, `hosts: ["*.example.com"]\nresolution: DYNAMIC_DNS\n${http}`],
  }),
  ...examplesOf(entry, {
    'selector-and-endpoints': [
      `resolution: STATIC\n${http}\nworkloadSelector: {labels: {app: a}}\nendpoints: [{address: 10.0.0.1}]`,
      `resolution: STATIC\n${http}\nendpoints: [{address: 10.0.0.1}]`,
    ],
    'address-range-resolved': [`resolution: DNS\n${http}\naddresses: [10.0.0.0/8]`, `${http}\naddresses: [10.0.0.0/8]`],
    'service-port-name-twice': [
      'ports: [{number: 80, name: http, protocol: HTTP}, {number: 81, name: http, protocol: HTTP}]',
      'ports: [{number: 80, name: http, protocol: HTTP}, {number: 81, name: http-2, protocol: HTTP}]',
    ],
    'service-port-number-twice': [
      'ports: [{number: 80, name: http, protocol: HTTP}, {number: 80, name: http-2, protocol: HTTP}]',
      'ports: [{number: 80, name: http, protocol: HTTP}, {number: 81, name: http-2, protocol: HTTP}]',
    ],
    'tcp-port-without-address': ['ports: [{number: 80, name: tcp, protocol: TCP}]', 'ports: [{number: 80, name: tcp, protocol: TCP}]\naddresses: [10.0.0.1]'],
    'endpoints-unused': [`${http}\nendpoints: [{address: 10.0.0.1}]`, http],
    'selector-unused': [`${http}\nworkloadSelector: {labels: {app: a}}`, `${http}\nresolution: STATIC\nworkloadSelector: {labels: {app: a}}`],
    'round-robin-endpoints': [
      `resolution: DNS_ROUND_ROBIN\n${http}\nendpoints: [{address: a.example.org}, {address: b.example.org}]`,
      `resolution: DNS_ROUND_ROBIN\n${http}\nendpoints: [{address: a.example.org}]`,
    ],
    'socket-of-many-ports': [
      'resolution: STATIC\nports: [{number: 80, name: http, protocol: HTTP}, {number: 81, name: b, protocol: HTTP}]\nendpoints: [{address: "unix:///a"}]',
      `resolution: STATIC\n${http}\nendpoints: [{address: "unix:///a"}]`,
    ],
  }),
  ...examplesOf(fixed, {
    'endpoint-without-address': ['ports: {http: 8080}', 'address: 10.0.0.1'],
    'endpoint-behind-network': ['network: east', 'network: east, address: 10.0.0.1'],
    'endpoint-address': ['address: a.example.com', 'address: "2001:db8::1"'],
    'endpoint-port-unknown': ['address: 10.0.0.1, ports: {web: 8080}', 'address: 10.0.0.1, ports: {http: 8080}'],
    'socket-with-ports': ['address: "unix:///a", ports: {http: 80}', 'address: "unix:///a"'],
  }),
  ...examplesOf(dynamic, {
    'dynamic-dns-addresses': [`${http}\naddresses: [10.0.0.1]`, http],
    'dynamic-dns-protocol': ['ports: [{number: 80, name: tcp, protocol: TCP}]', http],
  }),
  'dynamic-dns-waypoint': {
    bad: dynamic(`${http}\nlocation: MESH_INTERNAL`).replace('sample', 'sample, labels: {istio.io/use-waypoint: gate}'),
    good: dynamic(`${http}\nlocation: MESH_EXTERNAL`).replace('sample', 'sample, labels: {istio.io/use-waypoint: gate}'),
  },
};
