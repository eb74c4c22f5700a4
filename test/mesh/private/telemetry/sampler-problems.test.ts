import { Istio, MeshApp, MeshPlatform, TraceSampler, TraceSink } from '../../../../lib';
import { samplerProblems, TracedScope } from '../../../../lib/mesh/private/telemetry/sampler-problems';

const SAMPLER = TraceSampler.dynatrace({ tenant: 'abc12345', clusterId: 1 });
const SAMPLED = TraceSink.openTelemetry('sampled', { host: 'collector.example.com', path: '/v1/traces', sampler: SAMPLER });
const PLAIN = TraceSink.zipkin('plain', { host: 'zipkin.example.com' });

/** A mesh with both sinks. */
function scopeWith(said: Partial<TracedScope>, byDefault = false): TracedScope {
  const platform = new MeshPlatform(new MeshApp({ mesh: Istio.mesh() }), 'platform');
  platform.addTraceSink(SAMPLED, { byDefault });
  platform.addTraceSink(PLAIN);
  return { construct: platform, place: 'shop/web', own: { sampling: 1 }, wider: [], named: [], ...said };
}

test.each<[string, Partial<TracedScope>, boolean]>([
  ['its own sink', { own: { sampling: 1, sink: 'sampled' } }, true],
  ['its own sink without a sampler', { own: { sampling: 1, sink: 'plain' }, wider: [{ sink: 'sampled' }] }, false],
  ['that of the nearest wider scope', { wider: [{ sink: 'plain' }, { sink: 'sampled' }, {}] }, true],
  ['that of a scope that is not the nearest', { wider: [{ sink: 'sampled' }, { sink: 'plain' }] }, false],
  ['none', {}, false],
  ['one of which only the name is known', { own: { sampling: 1, sink: 'other' } }, false],
])('[F060] a share is in vain with %s: it depends on the sampler', (_, said, isInVain) => {
  expect(samplerProblems(scopeWith(said))).toEqual(isInVain ? [
    'shop/web: the share of traced requests has no effect: the sampler of the sink "sampled" decides it. Leave out the share, or the sampler.',
  ] : []);
});

test('[F060] a share is in vain with the default', () => {
  expect(samplerProblems(scopeWith({}, true))).toHaveLength(1);
});

test('[F060] what is named is known without a platform', () => {
  const construct = new MeshApp({ mesh: Istio.mesh() });
  const own = { sampling: 1, sink: 'sampled' };
  expect(samplerProblems({ construct, place: 'shop/web', own, wider: [], named: [SAMPLED._traceSink()] })).toHaveLength(1);
});
