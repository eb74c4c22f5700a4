import { proxyDefaultsIntent } from '../../../../lib/mesh/private/platform/proxy-defaults-intent';
import { ProxyResources } from '../../../../lib/mesh/proxy-resources';

test('[F008] what is said becomes plain data, and a copy', () => {
  const annotations = { 'example.com/team': 'shop' };
  const intent = proxyDefaultsIntent({ annotations, resources: ProxyResources.TIGHT, skipJobs: true }, 'platform');
  annotations['example.com/team'] = 'other';
  expect(intent).toEqual({
    annotations: { 'example.com/team': 'shop' },
    resources: { cpu: '100m', memory: '128Mi', cpuLimit: '200m', memoryLimit: '256Mi' },
    skipJobs: true,
  });
});

test('[F008] fails when nothing is said', () => {
  expect(() => proxyDefaultsIntent({}, 'platform')).toThrow(new Error('platform: no options are set. Set at least one, such as skipJobs: true.'));
});
