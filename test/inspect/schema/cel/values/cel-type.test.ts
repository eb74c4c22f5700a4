import { CelType, TYPE_NAMES } from '../../../../../lib/inspect/schema/cel/values/cel-type';

test('each value has a type, and a type is one too', () => {
  expect([1n, 1, 'a', CelType.of(1n)].map(value => CelType.of(value).name)).toEqual(['int', 'double', 'string', 'type']);
});

test('two types are equal when their names are', () => {
  expect([CelType.of(1n).equals(new CelType('int')), CelType.of(1n).equals(new CelType('uint')), CelType.of(1n).equals('int')])
    .toEqual([true, false, false]);
});

test('the types that rules can name are those of the language, and some that Kubernetes adds', () => {
  expect(['int', 'google.protobuf.Duration', 'net.IP', 'kubernetes.URL'].map(name => TYPE_NAMES.has(name))).toEqual([true, true, true, false]);
});
