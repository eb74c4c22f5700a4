import { PodIndex } from '../../../../lib/mesh/private/pods/pod-index';
import { RunsPods } from '../../../../lib/mesh/private/pods/rendered-pods';
import { labelText, ServedPods, strayPods } from '../../../../lib/mesh/private/pods/stray-pods';

function runs(path: string, podLabels: Record<string, string>): RunsPods {
  return { path, kind: 'Deployment', namespace: 'shop', podLabels, podAnnotations: {}, pod: {} };
}

function serves(name: string, selector: Record<string, string> = { app: name }): ServedPods {
  return { path: name, services: [{ name, namespace: 'shop', selector }], workloads: new Set([`${name}-v1`]) };
}

test('own pods, and pods that have some of the labels alone, are none', () => {
  const index = new PodIndex([runs('web-v1', { app: 'web', version: 'v1' }), runs('other', { version: 'v1' })]);
  expect(strayPods([serves('web', { app: 'web', version: 'v1' }), serves('none', {})], index)).toEqual([]);
});

test('all that are found are named', () => {
  const index = new PodIndex(['a', 'b'].map(path => runs(path, { app: 'web' })));
  expect(strayPods([serves('web')], index).map(problem => problem.split(':')[0])).toEqual(['a', 'b']);
});

test('ten thousand services are looked at in no time', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `web-${index}`);
  const index = new PodIndex(many.map(app => runs(`${app}-v1`, { app, version: 'v1' })));
  const begin = performance.now();
  expect(strayPods(many.map(name => serves(name)), index)).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('labels are read as in YAML', () => {
  expect(labelText({ app: 'web', version: 'v1' })).toBe('app: web, version: v1');
});
