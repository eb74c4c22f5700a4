import { installValues } from '../../../lib/istio/render/install-values';
import { ProxyResources } from '../../../lib/mesh/proxy-resources';

const PLAIN = { cni: false, seccomp: true };

test('[F008] where nothing is said, Istio is installed as it comes', () => {
  expect(installValues(undefined, PLAIN, 'platform')).toStrictEqual({});
  expect(installValues({ skipJobs: false }, PLAIN, 'platform')).toStrictEqual({});
});

test('[F008] defaults of proxies stand where the Helm chart of istiod reads them', () => {
  const defaults = { annotations: { 'example.com/team': 'shop' }, resources: ProxyResources.STANDARD._intent, skipJobs: true };
  expect(installValues(defaults, PLAIN, 'platform')).toStrictEqual({
    global: { proxy: { resources: { limits: { cpu: '500m', memory: '512Mi' }, requests: { cpu: '100m', memory: '128Mi' } } } },
    sidecarInjectorWebhook: {
      injectedAnnotations: { 'example.com/team': 'shop' },
      neverInjectSelector: [{ matchExpressions: [{ key: 'job-name', operator: 'Exists' }] }],
    },
  });
});

test('with istio-cni, proxies name a seccomp profile where the release lets them', () => {
  expect(installValues({}, { cni: true, seccomp: true }, 'platform')).toStrictEqual({
    cni: { enabled: true }, global: { proxy: { seccompProfile: { type: 'RuntimeDefault' } } },
  });
  expect(installValues({}, { cni: true, seccomp: false }, 'platform')).toStrictEqual({ cni: { enabled: true } });
});

test('[F008] fails on annotations of Istio, which would come too late', () => {
  expect(() => installValues({ annotations: { 'proxy.istio.io/config': '{}' } }, PLAIN, 'platform')).toThrow(new Error(
    'platform: "proxy.istio.io/config" would come after the proxy that it speaks of, and change nothing. Annotate the pods: version.deployment.podMetadata.addAnnotation.',
  ));
});

test.each([{ cpuLimit: '1000m' }, { memoryLimit: '256Mi' }])('[F008] fails where only %j is limited', limits => {
  expect(() => installValues({ resources: { cpu: '50m', memory: '64Mi', ...limits } }, PLAIN, 'platform')).toThrow(new Error(
    'platform: resources without a limit get that of the Helm chart, 2000m of CPU and 1024Mi of memory. Name both: ProxyResources.of({ cpu, memory, cpuLimit, memoryLimit }).',
  ));
});
