import { otlpProviders } from '../../../lib/inspect/mesh/otlp-providers';
import { operator } from '../../support/mesh-configs';
import { objectSet } from '../../support/object-set';

test('providers for OTLP are told by the ports of their Services', () => {
  const provider = (service: string, more: string): string => `{name: ${service}, opentelemetry: {service: ${service}, ${more}}}`;
  const set = objectSet(operator(`extensionProviders: [${[
    provider('collector.obs.svc.cluster.local', 'port: 4317'), provider('obs/agent.obs', 'port: 4318, http: {path: /}'), '{name: x, zipkin: {}}',
  ].join(', ')}]`));
  expect([...otlpProviders(set)]).toEqual([['obs/collector:4317', 'grpc'], ['obs/agent:4318', 'http']]);
});
