import { Duration } from 'cdk8s';
import { HttpMethod, TextMatch } from '../../../lib';
import { corsPolicy } from '../../../lib/istio/render/cors-policy';

test('what was not said is not rendered', () => {
  expect(corsPolicy({ origins: [TextMatch.exact('*')] })).toEqual({ allowOrigins: [{ exact: '*' }] });
});

test('everything has a field of its own', () => {
  expect(corsPolicy({
    origins: [TextMatch.exact('https://shop.example.com'), TextMatch.prefix('http://localhost:'), TextMatch.regex('https://[a-z]+\\.example\\.com')],
    methods: [HttpMethod.PUT], headers: ['x-a'], exposed: ['x-b'], maxAge: Duration.hours(1), credentials: true, ignoresForeign: true,
  })).toEqual({
    allowOrigins: [{ exact: 'https://shop.example.com' }, { prefix: 'http://localhost:' }, { regex: 'https://[a-z]+\\.example\\.com' }],
    allowMethods: ['PUT'],
    allowHeaders: ['x-a'],
    exposeHeaders: ['x-b'],
    maxAge: '3600s',
    allowCredentials: true,
    unmatchedPreflights: 'IGNORE',
  });
});
