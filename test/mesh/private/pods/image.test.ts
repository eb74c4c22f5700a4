import { requireImage } from '../../../../lib/mesh/private/pods/image';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  'web:1.4.2',
  'registry.example.com/shop/web:1.4.2',
  'registry.example.com:5000/web:1.4.2',
  'localhost/web:dev_1',
  'localhost:5000/web:V1',
  '[::1]:5000/web:1',
  'REGISTRY/web:1',
  `web@${DIGEST}`,
  `registry.example.com:5000/shop/web:latest@${DIGEST}`,
  `shop/web@sha512:${'ab'.repeat(64)}`,
  'a__b/c--d.e/f_g:latest-1',
])('[F109] %s is an image that stays the same', image => {
  expect(() => requireImage(image, 'shop/web')).not.toThrow();
});

test.each([
  ['web', 'web'],
  ['web:latest', 'web'],
  ['registry.example.com:5000/web', 'registry.example.com:5000/web'],
  ['registry.example.com:5000/shop/web:latest', 'registry.example.com:5000/shop/web'],
])('[F109] fails on %s, which is another tomorrow', (image, name) => {
  expect(() => requireImage(image, 'shop/web')).toThrow(
    new Error(`shop/web: "${image}" is whatever was pushed last, so pods of one version may differ. Use a fixed tag, such as "${name}:1.4.2", or a digest.`),
  );
});

test.each([
  '', ':1', 'Web:1', 'shop/Web:1', 'web:', 'web:-1', `web:${'a'.repeat(129)}`, 'https://registry.example.com/web:1', 'web:1@sha256:12', `web@${DIGEST}@${DIGEST}`,
  'web 1:2', '/web:1', 'shop//web:1', 'registry.example.com:port/web:1', '-a.b/web:1', 'web-:1', 'a..b:1', `${'a'.repeat(256)}:1`,
])('[F109] fails on "%s", which no registry has', image => {
  expect(() => requireImage(image, 'shop/web')).toThrow(
    new Error(`shop/web: "${image}" is not an image. Use registry, path and tag, such as "registry.example.com:5000/shop/web:1.4.2", or a digest after "@".`),
  );
});
