import { judgeAll } from '../../../support/judge-native';

const judge = (container: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { volumes: [{ name: 'data' }], containers: [{ name: 'web', image: 'b', ...container }] } },
}).map(line => line.replace('spec.template.spec.containers[0].', ''));

test('a container has an image and a name that is a DNS label', () => {
  expect(judge({ name: 'Web' })).toEqual([
    'name: format: the name "Web" is no DNS label: it takes lower-case letters, digits and "-", at both ends a letter or digit',
  ]);
});

test('ports have numbers and names, each once', () => {
  expect(judge({ ports: [{ containerPort: 0, name: 'HTTP' }, { containerPort: 70000, name: 'web' }, { containerPort: 80, hostPort: 70000, name: 'web' }] })).toEqual([
    'ports[0].containerPort: bounds: containerPort is 0 (1 to 65535)',
    'ports[0].name: format: the port name "HTTP" is no port name: it takes lower-case letters, digits and "-"',
    'ports[1].containerPort: bounds: containerPort is 70000 (1 to 65535)',
    'ports[2].hostPort: bounds: hostPort is 70000 (1 to 65535)',
    'ports[2].name: duplicate: the name "web" stands twice (every name once)',
  ]);
});

test('two ports may have one number', () => {
  expect(judge({ ports: [{ containerPort: 80, name: 'web' }, { containerPort: 80, hostPort: 0 }] })).toEqual([]);
});

test('a variable has a name and one value', () => {
  expect(judge({ env: [{ name: 'a=b' }, { name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'B', valueFrom: {} }] })).toEqual([
    'env[0].name: format: the name "a=b" is no name of an environment variable: it takes printable characters of ASCII, but for "="',
    'env[1]: one-of: value and valueFrom exclude each other (one of the two)',
    'env[2].valueFrom: one-of: valueFrom is empty (exactly one of configMapKeyRef, secretKeyRef, fieldRef or resourceFieldRef)',
  ]);
});

test('a variable has one source', () => {
  expect(judge({ env: [{ name: 'A', value: '', valueFrom: { fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 'a', key: 'b' } } }, { name: 'a-b.c', value: '1' }] })).toEqual([
    'env[0].valueFrom: one-of: fieldRef and secretKeyRef exclude each other (exactly one of configMapKeyRef, secretKeyRef, fieldRef or resourceFieldRef)',
  ]);
});

test('a mount names a volume of the pod, and has a path of its own', () => {
  expect(judge({ volumeMounts: [{ name: 'data', mountPath: '/a' }, { name: 'dat', mountPath: '/a' }, { name: 'data', mountPath: '/b', subPath: 'a', subPathExpr: 'b' }] })).toEqual([
    'volumeMounts[1].mountPath: duplicate: the mountPath "/a" stands twice (every mountPath once)',
    'volumeMounts[1].name: mismatch: the pod has no volume "dat" (the name of a volume of the pod); did you mean "data"?',
    'volumeMounts[2]: one-of: subPath and subPathExpr exclude each other (at most one of the two)',
  ]);
});
