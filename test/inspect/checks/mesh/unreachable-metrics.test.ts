import { unreachableMetricsCheck } from '../../../../lib/inspect/checks/mesh/unreachable-metrics';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const monitor = (endpoint: string, more = ''): string => kube('ServiceMonitor shop/orders', `{selector: {matchLabels: {app: orders}}, ${more}endpoints: [{${endpoint}}]}`);
const labelled = kube('Service shop/orders labels: {app: orders}', '{selector: {app: orders}, ports: [{name: http, port: 80, targetPort: web}, {name: metrics, port: 9090}]}');
const pods = (labels = ''): string => deployment('shop/orders', { labels, container: 'ports: [{containerPort: 8080, name: web}]' });
const annotated = (annotation: string): string => (
  deployment('shop/orders', { annotations: `traffic.sidecar.istio.io/${annotation}`, container: 'ports: [{containerPort: 8080, name: web}]' })
);
const strict = kube('PeerAuthentication shop/default', '{mtls: {mode: STRICT}}');
const open = kube('PeerAuthentication shop/orders', '{selector: {matchLabels: {app: orders}}, portLevelMtls: {8080: {mode: PERMISSIVE}}}');

ruleCases(unreachableMetricsCheck, [
  ['a port that no Service has', together(labelled, monitor('port: prom')), [
    'error spec.endpoints[0].port: no selected Service has a port prom; they have http, metrics',
  ]],
  ['[F139] a port that takes callers of the mesh alone', together(labelled, pods(), strict, monitor('port: http')), [
    'error spec.endpoints[0].port: PeerAuthentication shop/default allows only mutual TLS on port 8080 of shop/orders, and Prometheus has no mesh certificate',
  ]],
  ['such a port by the port of the pods', together(labelled, pods(), strict, monitor('targetPort: web')), [
    'error spec.endpoints[0]: PeerAuthentication shop/default allows only mutual TLS on port 8080 of shop/orders, and Prometheus has no mesh certificate',
  ]],
  ['a selector that selects nothing, if the input is everything', monitor('port: http'), [
    'error spec.endpoints[0].port: it selects no Service, so there is no port http',
  ], { complete: true }],
], [
  ['a selector that selects nothing that is shown', monitor('port: http')],
  ['the control plane, which its installer makes, from another namespace', kube('ServiceMonitor metrics/istiod', '{namespaceSelector: {matchNames: [istio-system]}, selector: {matchLabels: {istio: pilot}}, endpoints: [{port: http-monitoring}]}'), { complete: true }],
  ['a Service of another namespace', together(labelled, kube('ServiceMonitor metrics/orders', '{selector: {matchLabels: {app: orders}}, endpoints: [{port: prom}]}'))],
  ['a port that is there', together(labelled, pods(), monitor('port: http'))],
  ['an exception for the port', together(labelled, pods(), strict, open, monitor('port: http'))],
  ['a port that goes past the proxy', together(labelled, annotated('excludeInboundPorts: "9102, 8080"'), strict, monitor('port: http'))],
  ['a port that is not led to the proxy', together(labelled, annotated('includeInboundPorts: "9102"'), strict, monitor('port: http'))],
  ['pods without proxy', together(labelled, pods('sidecar.istio.io/inject: "false"'), strict, monitor('port: http'))],
  ['a scrape with a certificate', together(labelled, pods(), strict, monitor('port: http, tlsConfig: {certFile: /etc/cert.pem}'))],
  ['a Prometheus with a proxy', together(labelled, pods(), strict, monitor('port: http'), deployment('metrics/prometheus', { labels: 'sidecar.istio.io/inject: "true"' }))],
  ['a Prometheus of its operator with a proxy', together(
    labelled, pods(), strict, monitor('port: http'), kube('Prometheus metrics/main', '{podMetadata: {labels: {sidecar.istio.io/inject: "true"}}}'),
  )],
]);
