import { imagePatch } from '../../../lib/inspect/model/kustomize-images';

const pod = (...images: readonly string[]): Readonly<Record<string, unknown>> => ({ kind: 'Pod', spec: { containers: images.map(image => ({ image })) } });

test.each([
  [{ name: 'web', newTag: '2' }, 'web', 'web:2'],
  [{ name: 'web', newTag: '2' }, 'web:1@sha256:a', 'web:2'],
  [{ name: 'web', digest: 'sha256:b' }, 'web:1', 'web@sha256:b'],
  [{ name: 'web', newTag: '2', digest: 'sha256:b' }, 'web', 'web:2@sha256:b'],
  [{ name: 'web', newName: 'example.com/web' }, 'web:1@sha256:a', 'example.com/web:1@sha256:a'],
  [{ name: 'example.com:5000/web', newTag: '2' }, 'example.com:5000/web', 'example.com:5000/web:2'],
  [{ name: 'web', newTag: 2 }, 'web:1', 'web:1'],
  [{ name: 'web', newTag: '2' }, 'other/web:1', 'other/web:1'],
  [{ name: 'web' }, 'web:1', 'web:1'],
  [{}, 'web:1', 'web:1'],
])('%j makes of %s: %s', (entry, before, after) => {
  expect(imagePatch(entry).apply!(pod(before, 'log:1'))).toEqual(pod(after, 'log:1'));
});

test('images are those of containers, wherever these are', () => {
  const patch = imagePatch({ name: 'web', newTag: '2' });
  const rollout = { kind: 'Rollout', image: 'web', spec: { template: { spec: { initContainers: [{ image: 'web' }, 7], volumes: [{ image: 'web' }] } } } };
  expect(patch.apply!(rollout)).toEqual({ ...rollout, spec: { template: { spec: { initContainers: [{ image: 'web:2' }, 7], volumes: [{ image: 'web' }] } } } });
  expect([patch.matches(rollout, []), patch.matches(pod('log:1'), [])]).toEqual([true, false]);
});
