import { isEnvironmentName, shortName } from '../../lib/inspect/environment-names';

test('an environment has a short name, and other words are as they are', () => {
  expect(['development', 'Production', 'prd', 'staging', 'stg', 'testing', 'dev', 'Shop'].map(shortName)).toEqual(['dev', 'prod', 'prod', 'stage', 'stage', 'test', 'dev', 'Shop']);
});

test('names of environments are known, in short and in full', () => {
  expect(['dev', 'Development', 'stage', 'stg', 'qa', 'UAT', 'local'].map(isEnvironmentName)).toEqual(Array(7).fill(true));
  expect(['orders', 'devices', ''].map(isEnvironmentName)).toEqual([false, false, false]);
});
