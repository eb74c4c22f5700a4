import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const rendered = renderedBy('examples/S0-5.3/main.ts');

test('[F006] [F007] its format is part of the mesh configuration, and no object replaces that', () => {
  const { meshConfig: { extensionProviders: [{ name, envoyFileAccessLog }] } } = load(rendered['install/istiod-values.yaml']) as any;
  expect([name, envoyFileAccessLog.path, Object.keys(envoyFileAccessLog.logFormat.labels).length]).toEqual(['envoy-json', '/dev/stdout', 21]);
  expect((load(rendered['install/istio-operator.yaml']) as any).spec.meshConfig.extensionProviders).toEqual([{ name, envoyFileAccessLog }]);
  expect((loadAll(rendered['platform.k8s.yaml']) as any[]).map(({ kind }) => kind)).not.toContain('ConfigMap');
});

test('[F079] requests that failed are logged in all of the mesh', () => {
  const [telemetry] = (loadAll(rendered['platform.k8s.yaml']) as any[]).filter(({ kind }) => kind === 'Telemetry');
  expect([telemetry.metadata, telemetry.spec]).toEqual([
    { name: 'mesh-default', namespace: 'istio-system' },
    { accessLogging: [{ providers: [{ name: 'envoy-json' }], filter: { expression: 'response.code >= 400' } }] },
  ]);
});
