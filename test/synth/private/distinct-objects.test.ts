import { requireDistinct } from '../../../lib/synth/private/distinct-objects';
import { RenderedObject } from '../../../lib/synth/private/rendered-chart';

const object = (origin: string, name: string | undefined, data: string, apiVersion = 'v1'): RenderedObject => (
  { origin, manifest: { apiVersion, kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data } as RenderedObject['manifest'] }
);

test('two different objects of one name in one folder are refused, with the paths of both', () => {
  expect(() => requireDistinct([object('shop/one', 'settings', 'a'), object('shop/other', 'more', 'a'), object('shop/two', 'settings', 'b')])).toThrow(new Error(
    'shop/two: renders ConfigMap shop/settings, which shop/one also renders with different content; only the last of the two would apply. Rename or remove one of them.',
  ));
});

test.each([
  ['twins', [object('a', 'settings', 'same'), object('b', 'settings', 'same')]],
  ['objects of different groups', [object('a', 'settings', 'a'), object('b', 'settings', 'b', 'example.com/v1')]],
  ['objects whose names the server makes', [object('a', undefined, 'a'), object('b', undefined, 'b')]],
])('%s may stand in one folder', (_, objects) => {
  expect(() => requireDistinct(objects)).not.toThrow();
});
