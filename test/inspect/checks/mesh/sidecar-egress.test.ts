import { sidecarEgressCheck } from '../../../../lib/inspect/checks/mesh/sidecar-egress';
import { deployment, kube, together } from '../../../support/kube';
import { Broken, ruleCases } from '../../../support/rule-cases';

const sidecar = (hosts: string, selector = ''): string => kube('Sidecar shop/orders', `{${selector}egress: [{hosts: [${hosts}]}]}`);
const ofOrders = 'workloadSelector: {labels: {app: orders}}, ';
const traced = (namespace: string): string => kube(`Telemetry ${namespace}/mesh`, '{tracing: [{providers: [{name: otel}]}]}');
const meshConfig = { extensionProviders: [{ name: 'otel', opentelemetry: { service: 'otel.observability.svc.cluster.local', port: 4317 } }] };
const exporting = (endpoint: string): string => deployment('shop/orders', { container: `env: [{name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "${endpoint}"}]` });
const all = '"./*", "istio-system/*"';
const collector = 'otel.observability.svc.cluster.local';

ruleCases(sidecarEgressCheck, [
  ['egress without the control plane', sidecar('"./*"'), ['warning spec.egress: no entry covers the namespace istio-system of the control plane']],
  ['egress with one Service of the control plane', sidecar('"istio-system/istiod.istio-system.svc.cluster.local"'), [
    'warning spec.egress: no entry covers the namespace istio-system of the control plane',
  ]],
  ['[F141] egress without the collector of traces', together(sidecar(all), traced('istio-system')), [
    `warning spec.egress: no entry covers ${collector}, to which the provider otel sends`,
  ], { meshConfig }],
  ['egress without the collector that the mesh config selects', sidecar(all), [
    `warning spec.egress: no entry covers ${collector}, to which the provider otel sends`,
  ], { meshConfig: { ...meshConfig, defaultProviders: { tracing: ['otel'] } } }],
  ['egress that is nothing, where proxies send traces', together(sidecar('"~/*"'), traced('istio-system')), [
    `warning spec.egress: no entry covers ${collector}, to which the provider otel sends`,
  ], { meshConfig }],
  ['[F141] egress without the collector of the application', together(sidecar(all, ofOrders), exporting('http://otel.observability:4317')), [
    `warning spec.egress: no entry covers ${collector}, to which shop/orders sends`,
  ]],
  ...['HTTP://Otel.observability:4317', 'otel.observability.svc.cluster.local.', 'http://user:secret@otel.observability.svc:4317/v1'].map((address): Broken => (
    [`the collector as ${address}`, together(sidecar(all, ofOrders), exporting(address)), [`warning spec.egress: no entry covers ${collector}, to which shop/orders sends`]]
  )),
], [
  ['egress with everything', sidecar('"*/*"')],
  ['egress that is nothing on purpose', sidecar('"~/*"')],
  ['egress with the control plane', sidecar(all)],
  ['a Sidecar of the control plane itself', kube('Sidecar istio-system/default', '{egress: [{hosts: ["./*"]}]}')],
  ['a Sidecar without egress', kube('Sidecar shop/orders', '{ingress: []}')],
  ['egress with the collector', together(sidecar(`${all}, "observability/*"`), traced('istio-system')), { meshConfig }],
  ['traces of another namespace', together(sidecar(all), traced('lab')), { meshConfig }],
  ['traces that are not sent', together(sidecar(all), kube('Telemetry shop/off', '{tracing: [{disableSpanReporting: true, providers: [{name: otel}]}]}')), { meshConfig }],
  ['a collector in the pod', together(sidecar(all, ofOrders), exporting('http://localhost:4317'))],
  ['a collector of the own namespace', together(sidecar(all, ofOrders), exporting('http://collector:4317'))],
  ['a collector by its address', together(sidecar(all, ofOrders), exporting('http://10.1.2.3:4317'))],
  ['a collector by its longer address', together(sidecar(all, ofOrders), exporting('http://[fd00::1]:4317'))],
  ['a collector of the node', together(sidecar(all, ofOrders), exporting('http://$(HOST_IP):4317'))],
  ['a collector of other pods', together(sidecar(all, 'workloadSelector: {labels: {app: web}}, '), exporting('http://otel.observability:4317'))],
]);
