import { formatPath } from '../../../lib/inspect/schema/format-path';

test.each([
  [[], ''],
  [['spec', 'http', 0, 'route', 12], 'spec.http[0].route[12]'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [['spec', 'portLevelMtls', '8080', 'mode'], 'spec.portLevelMtls["8080"].mode'],
  [['a-b', 'x-kubernetes-validations', '"'], 'a-b.x-kubernetes-validations["\\""]'],
])('%j', (path, text) => {
  expect(formatPath(path)).toBe(text);
});
