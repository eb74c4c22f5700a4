import { areExclusive } from '../../../../lib/mesh/private/pods/exclusive-labels';

test.each([
  [{ version: 'v1' }, { version: 'v2' }, true],
  [{ app: 'web', version: 'v1' }, { app: 'web', version: 'v2' }, true],
  [{ version: 'v1' }, { release: 'canary' }, false],
  [{ version: 'v1' }, { version: 'v1', release: 'canary' }, false],
  [{}, { version: 'v1' }, false],
])('[F104] that no pod has both %j and %j is %s', (labels, others, expected) => {
  expect([areExclusive(labels, others), areExclusive(others, labels)]).toEqual([expected, expected]);
});
