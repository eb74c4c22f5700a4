import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'install/istiod-values.yaml': values, 'jobs.k8s.yaml': text, ...others } = renderedBy('examples/S4-BP.1/main.ts');
const objects = loadAll(text) as any[];

// The document writes values into a ConfigMap that belongs to the installation, and resources into annotations that pods get after their proxy.
test('[F007] [F008] what holds for all proxies are values for the installation, and no object but who may call', () => {
  expect(load(values)).toEqual(load(`
    global:
      proxy:
        resources:
          requests: {cpu: 100m, memory: 128Mi}
          limits: {cpu: 500m, memory: 512Mi}
    meshConfig: {pathNormalization: {normalization: DECODE_AND_MERGE_SLASHES}}
    sidecarInjectorWebhook:
      neverInjectSelector:
      - matchExpressions: [{key: job-name, operator: Exists}]
  `));
  expect(Object.keys(others)).toEqual(['install/istio-operator.yaml', 'platform.k8s.yaml']);
  expect((loadAll(others['platform.k8s.yaml']) as any[]).map(({ kind }) => kind)).toEqual(['PeerAuthentication', 'AuthorizationPolicy']);
  const { meshConfig, ...rest } = load(values) as any;
  expect(load(others['install/istio-operator.yaml'])).toMatchObject({ kind: 'IstioOperator', spec: { meshConfig, values: rest } });
});

test('[F119] its jobs say themselves whether they have a proxy, which ends with the job', () => {
  expect(objects.map(({ kind, metadata: { name } }) => [kind, name])).toEqual([
    ['ServiceAccount', 'import-orders'], ['Job', 'import-orders'], ['ServiceAccount', 'clean-orders'], ['CronJob', 'clean-orders'],
  ]);
  expect(objects[1].spec.template.metadata).toEqual({
    annotations: { 'sidecar.istio.io/nativeSidecar': 'true' },
    labels: { 'app.kubernetes.io/name': 'import-orders', 'sidecar.istio.io/inject': 'true' },
  });
  expect(objects[3].spec.jobTemplate.spec.template.metadata).toEqual({
    labels: { 'app.kubernetes.io/name': 'clean-orders', 'sidecar.istio.io/inject': 'false' },
  });
});
