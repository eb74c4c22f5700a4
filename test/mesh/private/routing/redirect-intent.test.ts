import { redirectIntent } from '../../../../lib/mesh/private/routing/redirect-intent';
import { Redirect, RedirectScheme } from '../../../../lib/mesh/redirect';

test('a redirect is permanent unless another status is named', () => {
  expect(redirectIntent({ scheme: RedirectScheme.HTTPS, port: 443 }, 'here')).toEqual({ scheme: 'https', port: 443, status: 301 });
  expect(redirectIntent({ host: 'shop.example.com', path: '/new', status: 308 }, 'here')).toEqual({ host: 'shop.example.com', path: '/new', status: 308 });
});

test.each<[Redirect, string]>([
  [{ port: 443 }, 'here: a redirect needs a target. Set at least one of scheme, host and path.'],
  [{ path: '/new', status: 304 }, 'here: 304 is not a redirect status. Use one of 301, 302, 303, 307, 308.'],
  [{ path: '/new', port: 0 }, 'here: 0 is not a valid port. Use a whole number from 1 to 65535.'],
  [{ path: '/new', port: 65536 }, 'here: 65536 is not a valid port. Use a whole number from 1 to 65535.'],
  [{ host: 'https://shop.example.com' }, 'here: host: "https://shop.example.com" is not a host name. Write only its name, in lowercase, such as "shop.example.com".'],
  [{ path: 'new' }, 'here: path: a path begins with "/". Use "/new".'],
])('fails on %j', (redirect, message) => {
  expect(() => redirectIntent(redirect, 'here')).toThrow(new Error(message));
});
