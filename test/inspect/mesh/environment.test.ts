import { declaredEnvironment, isProduction, meshEnvironment, taggedEnvironment } from '../../../lib/inspect/mesh/environment';
import { Field } from '../../../lib/inspect/mesh/field';
import { deployment, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const pods = (place: string, name: string, value: string): string => deployment(place, { container: `env: [{name: ${name}, value: "${value}"}]` });
const set = objectSet(together(
  pods('shop/a', 'ENV', 'production'), pods('shop/b', 'OTEL_RESOURCE_ATTRIBUTES', 'team=x, deployment.environment.name=production'),
  pods('lab/a', 'ENV', 'dev'), pods('lab/b', 'ENV', 'test'),
), { meshConfig: { defaultConfig: { tracing: { customTags: { environment: { literal: { value: 'prod' } } } } } } });

test('an environment is what all pods say that say something', () => {
  expect(['shop', 'lab', 'none', undefined].map(namespace => declaredEnvironment(set, namespace))).toEqual(['production', undefined, undefined, undefined]);
});

test('tags say it too', () => {
  expect(meshEnvironment(set)).toBe('prod');
  expect(taggedEnvironment(Field.root({ 'deployment.environment': { literal: { value: 'dev' } } }))).toBe('dev');
  expect(taggedEnvironment(Field.root({ environment: { header: {} } }))).toBeUndefined();
});

test.each([['production', true], ['prod', true], ['dev', false], [undefined, false]])('%s is production: %s', (environment, is) => {
  expect(isProduction(environment)).toBe(is);
});
