import { environmentIn, shortName } from '../../lib/inspect/environment-names';

test('an environment has a short name, and other words are as they are', () => {
  expect(['development', 'Production', 'prd', 'staging', 'stg', 'testing', 'dev', 'Shop'].map(shortName)).toEqual(['dev', 'prod', 'prod', 'stage', 'stage', 'test', 'dev', 'Shop']);
});

test.each([
  ['/repo/dev', 'dev', '/repo/dev', '/repo/*'],
  ['/repo/Development/apps', 'dev', '/repo/Development', '/repo/*/apps'],
  ['/repo/overlays/shop-prd', 'prod', '/repo/overlays/shop-prd', '/repo/overlays/shop-*'],
  ['/repo/clusters/east/apps', 'east', '/repo/clusters/east', '/repo/clusters/*/apps'],
  ['/repo/prod/stage', 'stage', '/repo/prod/stage', '/repo/prod/*'],
  ['environments/UAT', 'UAT', 'environments/UAT', 'environments/*'],
])('%s is for the environment %s', (path, name, folder, beside) => {
  expect(environmentIn(path)).toEqual({ name, folder, beside });
});

test.each(['/repo/orders', '/repo/devices', '', '/clusters'])('%j is for none', path => {
  expect(environmentIn(path)).toBeUndefined();
});
