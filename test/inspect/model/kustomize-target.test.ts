import { targetMatcher } from '../../../lib/inspect/model/kustomize-target';

const gateway = {
  apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'edge', labels: { 'a': 'b', 'c': 'd', 'x.io/y': '1' }, annotations: { owner: 'shop' } },
};

test.each<[target: Readonly<Record<string, unknown>>, expected: boolean]>([
  [{}, true],
  [{ kind: 'Gateway' }, true],
  [{ kind: 'Service' }, false],
  [{ kind: 'Gateway', name: '' }, true],
  [{ group: 'networking.istio.io', version: 'v1' }, true],
  [{ group: 'apps' }, false],
  [{ version: 'v1beta1' }, false],
  [{ kind: 'Gate' }, false],
  [{ kind: 'Gate.*|Service' }, true],
  [{ kind: 'Service|Pod' }, false],
  [{ name: 'edge-.*' }, false],
  [{ kind: 'Service', name: 'edge.*' }, false],
  [{ labelSelector: 'a=b, c == d' }, true],
  [{ labelSelector: 'a=c' }, false],
  [{ labelSelector: 'a!=c,x.io/y=1' }, true],
  [{ labelSelector: 'a in (b, e),c' }, true],
  [{ labelSelector: 'a notin (b, e)' }, false],
  [{ labelSelector: '!a' }, false],
  [{ labelSelector: '!e, f!=g' }, true],
  [{ annotationSelector: 'owner=shop' }, true],
  [{ annotationSelector: 'owner=cart' }, false],
])('%j means a Gateway with labels: %s', (target, expected) => {
  expect(targetMatcher(target)!(gateway, [{ name: 'edge', namespace: undefined }])).toBe(expected);
});

test.each<[target: Readonly<Record<string, unknown>>, expected: boolean]>([
  [{ name: 'edge', namespace: 'default' }, true],
  [{ name: 'edge', namespace: 'prod' }, true],
  [{ name: 'prod-dev-edge' }, true],
  [{ name: '.*-edge' }, true],
  [{ name: 'dev-edge' }, false],
  [{ namespace: 'dev' }, false],
])('an object goes by its first name and by its last: %j, %s', (target, expected) => {
  const called = [{ name: 'edge', namespace: undefined }, { name: 'dev-edge', namespace: 'dev' }, { name: 'prod-dev-edge', namespace: 'prod' }];
  expect(targetMatcher(target)!(gateway, called)).toBe(expected);
});

test.each([{ name: '(' }, { kind: 7 }, { labelSelector: 'a in b' }, { labelSelector: 'a=b=c' }, { annotationSelector: ['a'] }, { labelSelector: ',' }])('%j is no target', target => {
  expect(targetMatcher(target)).toBeUndefined();
});
