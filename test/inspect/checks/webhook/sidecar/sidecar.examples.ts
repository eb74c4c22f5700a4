import { examplesOf, istioObject, RuleExamples } from '../../rule-examples';

const sidecar = (spec: string): string => istioObject('networking.istio.io/v1', 'Sidecar', spec);
const egress = (listeners: string): string => sidecar(`egress: [${listeners}]`);
const hosts = (list: string): string => egress(`{hosts: [${list}]}`);
const ingress = (fields: string): string => sidecar(`ingress: [{port: {number: 8443, name: https, protocol: HTTPS}, ${fields}}]`);
const socket = '{port: {protocol: HTTP, name: uds}, bind: "unix:///run/a", hosts: ["./*"]}';

/** The rules of the webhook for a Sidecar. */
export const sidecarExamples: RuleExamples = {
  ...examplesOf(sidecar, {
    'sidecar-empty': ['workloadSelector: {labels: {app: cart}}', 'egress: [{hosts: ["./*"]}]'],
    'sidecar-outbound-mode': ['outboundTrafficPolicy: {mode: ALLOW_ANY_DYNAMIC_DNS}', 'outboundTrafficPolicy: {mode: ALLOW_ANY}'],
    'egress-proxy-mode': [
      'outboundTrafficPolicy: {egressProxy: {host: gate.shop, port: {number: 80}}}',
      'outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: gate.shop, port: {number: 80}}}',
    ],
    'egress-proxy-without-port': [
      'outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: gate.shop}}',
      'outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: gate.shop, port: {number: 80}}}',
    ],
    'ingress-without-port': ['ingress: [{defaultEndpoint: "127.0.0.1:80"}]', 'ingress: [{port: {number: 80}, defaultEndpoint: "127.0.0.1:80"}]'],
    'listener-port-twice': [
      'ingress: [{port: {number: 80}}, {port: {number: 80}}]',
      'ingress: [{port: {number: 80}}, {port: {number: 81}}]',
    ],
    'port-protocol': ['ingress: [{port: {number: 80, protocol: WEB}}]', 'ingress: [{port: {number: 80, protocol: http}}]'],
    'http-pool-on-tcp': [
      'ingress: [{port: {number: 80, protocol: TCP}, connectionPool: {http: {maxRetries: 1}}}]',
      'ingress: [{port: {number: 80, protocol: HTTP}, connectionPool: {http: {maxRetries: 1}}}]',
    ],
    'ingress-tls-plain-port': [
      'ingress: [{port: {number: 80, protocol: TCP}, tls: {mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key}}]',
      'ingress: [{port: {number: 80, protocol: TLS}, tls: {mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key}}]',
    ],
  }),
  ...examplesOf(ingress, {
    'default-endpoint': ['defaultEndpoint: "10.0.0.1:80"', 'defaultEndpoint: "[::1]:80"'],
    'ingress-tls-field': [
      'tls: {mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key, subjectAltNames: [a]}',
      'tls: {mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key}',
    ],
    'ingress-tls-mode': ['tls: {mode: ISTIO_MUTUAL}', 'tls: {mode: SIMPLE, serverCertificate: /tls.crt, privateKey: /tls.key}'],
  }),
  ...examplesOf(egress, {
    'egress-without-hosts': ['{port: {number: 80}}', '{port: {number: 80}, hosts: ["./*"]}'],
    'egress-without-port-not-last': ['{hosts: ["./*"]}, {hosts: ["web/*"]}', '{port: {number: 80}, hosts: ["./*"]}, {hosts: ["web/*"]}'],
    'egress-port-zero': ['{port: {protocol: HTTP}, hosts: ["./*"]}', socket],
    'egress-socket-captured': [socket.replace('bind', 'captureMode: IPTABLES, bind'), socket.replace('bind', 'captureMode: NONE, bind')],
    'egress-socket-twice': [`${socket}, ${socket}`, `${socket}, ${socket.replace('/run/a', '/run/b')}`],
  }),
  ...examplesOf(hosts, {
    'egress-host-twice': ['./a.example.com, shop/a.example.com', './a.example.com, web/a.example.com'],
    'egress-all-and-more': ['"*/*", web/a.example.com', '"*/*", ~web/a.example.com'],
    'scoped-host-form': ['a.example.com', './a.example.com'],
  }),
};
