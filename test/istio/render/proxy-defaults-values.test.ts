import { tidied } from '../../../lib/istio/private/install/settings';
import { proxyDefaultsValues } from '../../../lib/istio/render/proxy-defaults-values';
import { ProxyResources } from '../../../lib/mesh/proxy-resources';

test('[F008] where nothing is said, proxies are as Istio has them', () => {
  expect(tidied(proxyDefaultsValues(undefined, 'platform'))).toStrictEqual({});
  expect(tidied(proxyDefaultsValues({ skipJobs: false }, 'platform'))).toStrictEqual({});
});

test('[F008] defaults of proxies stand where the Helm chart of istiod reads them', () => {
  const defaults = { annotations: { 'example.com/team': 'shop' }, resources: ProxyResources.STANDARD._intent, skipJobs: true };
  expect(proxyDefaultsValues(defaults, 'platform')).toStrictEqual({
    global: { proxy: { resources: { limits: { cpu: '500m', memory: '512Mi' }, requests: { cpu: '100m', memory: '128Mi' } } } },
    sidecarInjectorWebhook: {
      injectedAnnotations: { 'example.com/team': 'shop' },
      neverInjectSelector: [{ matchExpressions: [{ key: 'job-name', operator: 'Exists' }] }],
    },
  });
});

test('[F008] fails on annotations of Istio, which would come too late', () => {
  expect(() => proxyDefaultsValues({ annotations: { 'proxy.istio.io/config': '{}' } }, 'platform')).toThrow(new Error(
    'platform: "proxy.istio.io/config" would come after the proxy that it configures, and have no effect. Annotate the pods: version.deployment.podMetadata.addAnnotation.',
  ));
});

test.each([{ cpuLimit: '1000m' }, { memoryLimit: '256Mi' }])('[F008] fails where only %j is limited', limits => {
  expect(() => proxyDefaultsValues({ resources: { cpu: '50m', memory: '64Mi', ...limits } }, 'platform')).toThrow(new Error(
    'platform: resources without a limit get that of the Helm chart, 2000m of CPU and 1024Mi of memory. Set both: ProxyResources.of({ cpu, memory, cpuLimit, memoryLimit }).',
  ));
});
