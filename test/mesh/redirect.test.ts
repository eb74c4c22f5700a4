import { RedirectScheme } from '../../lib/mesh/redirect';

test.each(Object.entries(RedirectScheme))('%s is a scheme, as a URL begins with it', (name, scheme) => {
  expect(scheme).toBe(name.toLowerCase());
  expect(new URL(`${scheme}://shop.example.com`).protocol).toBe(`${scheme}:`);
});
