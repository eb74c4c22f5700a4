import { addedVolume } from '../../../../lib/mesh/private/pods/proxy-volumes';
import { ProxyVolume } from '../../../../lib/mesh/proxy-volume';

const CA = ProxyVolume.configMap('billing', '/etc/ca');
const KNOWN = addedVolume([], 'ca', CA, 'shop/web');

test('[F117] volumes are in the order of their names, whichever is said first', () => {
  expect(addedVolume(KNOWN, 'client', ProxyVolume.secret('client', '/etc/client'), 'shop/web')).toEqual([
    { name: 'ca', kind: 'config-map', source: 'billing', mountPath: '/etc/ca' },
    { name: 'client', kind: 'secret', source: 'client', mountPath: '/etc/client' },
  ]);
  expect(addedVolume(KNOWN, 'a', ProxyVolume.secret('client', '/etc/client'), 'shop/web').map(({ name }) => name)).toEqual(['a', 'ca']);
});

test('[F117] fails on a name that is none, and on a name or a path of another', () => {
  expect(() => addedVolume([], 'my.ca', CA, 'shop/web, mountVolume')).toThrow(
    new Error('shop/web, mountVolume: "my.ca" is not a valid volume name. Use lowercase letters, digits and inner hyphens, and at most 63 characters.'),
  );
  const two = 'shop/web, mountVolume: two volumes are called "ca", or mounted at /etc/more. Give each its own name and path.';
  expect(() => addedVolume(KNOWN, 'ca', ProxyVolume.configMap('more', '/etc/more'), 'shop/web, mountVolume')).toThrow(new Error(two));
  expect(() => addedVolume(KNOWN, 'more', CA, 'shop/web, mountVolume')).toThrow(/two volumes are called "more", or mounted at \/etc\/ca\./);
});
