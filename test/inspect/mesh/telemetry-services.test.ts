import { telemetryServices } from '../../../lib/inspect/mesh/telemetry-services';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const extensionProviders = [
  { name: 'otel', opentelemetry: { service: 'observability/otel.observability.svc.cluster.local', port: 4317 } },
  { name: 'als', envoyHttpAls: { service: 'als', port: 9000 } },
  { name: 'file', envoyFileAccessLog: { path: '/dev/stdout' } },
];
const telemetry = together(
  kube('Telemetry istio-system/mesh', '{tracing: [{providers: [{name: otel}]}], accessLogging: [{providers: [{name: file}, {name: gone}]}]}'),
  kube('Telemetry shop/logs', '{accessLogging: [{providers: [{name: als}]}, {disabled: true, providers: [{name: otel}]}]}'),
);

test.each([
  ['shop', {}, ['otel otel.observability.svc.cluster.local', 'als als.istio-system.svc.cluster.local']],
  ['lab', {}, ['otel otel.observability.svc.cluster.local']],
  ['lab', { defaultProviders: { accessLogging: ['als'] } }, ['als als.istio-system.svc.cluster.local', 'otel otel.observability.svc.cluster.local']],
])('the proxies of %s send to what is selected for them, %j', (namespace, config, services) => {
  const set = objectSet(telemetry, { meshConfig: { extensionProviders, ...config } });
  expect(telemetryServices(set, namespace).map(({ provider, host }) => `${provider} ${host}`)).toEqual(services);
});
