import { Field } from '../../../lib/inspect/mesh/field';
import { PROVIDER_TASKS, providerKind } from '../../../lib/inspect/mesh/provider-kinds';

test('the kind of a provider is what it says besides its name', () => {
  expect([{ name: 'a', zipkin: {} }, { zipkin: null, name: 'a' }, { name: 'a' }, 'zipkin', null].map(value => providerKind(Field.root(value)))).toEqual([
    'zipkin', 'zipkin', undefined, undefined, undefined,
  ]);
});

test('the tasks are fields of Telemetry', () => {
  expect(PROVIDER_TASKS).toEqual(['tracing', 'metrics', 'accessLogging']);
});
