import { judgeAll } from '../../../support/judge-native';

const judge = (container: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { volumes: [{ name: 'data' }], containers: [{ name: 'web', image: 'b', ...container }] } },
}).map(line => line.replace('spec.template.spec.containers[0].', ''));

test('a container has an image and a name that is a DNS label', () => {
  expect(judge({ name: 'Web' })).toEqual([
    'name: format: the name "Web" is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit',
  ]);
});

test('ports have numbers and names, each once', () => {
  expect(judge({ ports: [{ containerPort: 0, name: 'HTTP' }, { containerPort: 70000, name: 'web' }, { containerPort: 80, hostPort: 70000, name: 'web' }] })).toEqual([
    'ports[0].containerPort: bounds: containerPort is 0 (1 to 65535)',
    'ports[0].name: format: the port name "HTTP" is invalid: use lowercase letters, digits and "-"',
    'ports[1].containerPort: bounds: containerPort is 70000 (1 to 65535)',
    'ports[2].hostPort: bounds: hostPort is 70000 (1 to 65535)',
    'ports[2].name: duplicate: duplicate name "web" (each name only once)',
  ]);
});

test('two ports may have one number', () => {
  expect(judge({ ports: [{ containerPort: 80, name: 'web' }, { containerPort: 80, hostPort: 0 }] })).toEqual([]);
});

test('a variable has a name and one value', () => {
  expect(judge({ env: [{ name: 'a=b' }, { name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'B', valueFrom: {} }] })).toEqual([
    'env[0].name: format: the name "a=b" is not a valid environment variable name: use printable ASCII characters except "="',
    'env[1]: one-of: value and valueFrom are mutually exclusive (only one of them)',
    'env[2].valueFrom: one-of: valueFrom is empty (exactly one of configMapKeyRef, secretKeyRef, fieldRef or resourceFieldRef)',
  ]);
});

test('a variable has one source', () => {
  expect(judge({ env: [{ name: 'A', value: '', valueFrom: { fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 'a', key: 'b' } } }, { name: 'a-b.c', value: '1' }] })).toEqual([
    'env[0].valueFrom: one-of: fieldRef and secretKeyRef are mutually exclusive (exactly one of configMapKeyRef, secretKeyRef, fieldRef or resourceFieldRef)',
  ]);
});

test('a mount names a volume of the pod, and has a path of its own', () => {
  expect(judge({ volumeMounts: [{ name: 'data', mountPath: '/a' }, { name: 'dat', mountPath: '/a' }, { name: 'data', mountPath: '/b', subPath: 'a', subPathExpr: 'b' }] })).toEqual([
    'volumeMounts[1].mountPath: duplicate: duplicate mountPath "/a" (each mountPath only once)',
    'volumeMounts[1].name: mismatch: the pod has no volume "dat" (the name of a volume of the pod); did you mean "data"?',
    'volumeMounts[2]: one-of: subPath and subPathExpr are mutually exclusive (at most one of them)',
  ]);
});

test('a variable says which ConfigMap or Secret it is from, and which key', () => {
  const from = (...sources: readonly object[]): readonly string[] => judge({ env: sources.map((valueFrom, place) => ({ name: `A${place}`, valueFrom })) });
  expect(from({ configMapKeyRef: { key: 'b' } }, { secretKeyRef: { name: 'A', key: 'b c', optional: true } })).toEqual([
    'env[0].valueFrom.configMapKeyRef.name: required: name is missing (a string)',
    'env[1].valueFrom.secretKeyRef.key: format: the key "b c" is not a valid file name: use letters, digits, "-", "_" and "."',
    'env[1].valueFrom.secretKeyRef.name: format: the name "A" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit',
  ]);
});

test('variables are from one ConfigMap or Secret', () => {
  expect(judge({ envFrom: [{ prefix: 'a', configMapRef: { name: 'a' } }] })).toEqual([]);
  expect(judge({ envFrom: [{}, { configMapRef: { name: 'a' }, secretRef: { name: 'b' } }, { secretRef: {} }] })).toEqual([
    'envFrom[0]: one-of: the envFrom item has no source (exactly one of configMapRef or secretRef)',
    'envFrom[1]: one-of: configMapRef and secretRef are mutually exclusive (exactly one of configMapRef or secretRef)',
    'envFrom[2].secretRef.name: required: name is missing (a string)',
  ]);
});

test('a block device names a volume of the pod, too', () => {
  expect(judge({ volumeDevices: [{ name: 'data', devicePath: '/a' }, { name: 'dat', devicePath: '/b' }] })).toEqual([
    'volumeDevices[1].name: mismatch: the pod has no volume "dat" (the name of a volume of the pod); did you mean "data"?',
  ]);
});

test('of many volumes that there are not nobody is told what was meant, which takes long', () => {
  const lines = judge({ volumeMounts: Array.from({ length: 200 }, (_, place) => ({ name: 'date', mountPath: `/${place}` })) });
  expect(lines.filter(line => line.endsWith('did you mean "data"?'))).toHaveLength(100);
  expect(lines).toHaveLength(200);
});
