import { checkPodLabels } from '../../../../lib/mesh/private/pods/pod-labels';

test.each<Record<string, string>>([
  { app: 'web' }, { app: '' }, { 'app.kubernetes.io/name': 'Web_1.2-x', 'role': 'test' }, { ['a'.repeat(63)]: 'b'.repeat(63) },
])('a pod can have %j', labels => {
  expect(() => checkPodLabels(labels, 'call')).not.toThrow();
});

test.each([['', 'a'], ['-a', 'b'], ['a b', 'c'], ['a/b/c', 'd'], ['/a', 'b'], ['a/', 'b'], ['A.io/b', 'c'], ['a', '-b'], ['a', 'b c'], ['a'.repeat(64), 'b'], ['a', 'b'.repeat(64)]])(
  'fails on %s: %s, which no pod has', (name, value) => {
    expect(() => checkPodLabels({ app: 'web', [name]: value }, 'call')).toThrow(new Error(
      `call: "${name}: ${value}" is not a valid label. Use letters, digits and inner "-", "_" and ".", at most 63 characters each; a name may have a domain and "/" in front.`,
    ));
  });

test('fails without a label, which would be every pod', () => {
  expect(() => checkPodLabels({}, 'call')).toThrow(new Error('call: no labels given, so every pod would match. Set at least one, such as { app: "web" }.'));
});
