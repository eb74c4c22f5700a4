import { judgeAll } from '../../../support/judge-native';

const web = { name: 'web', image: 'b' };

const judge = (pod: object): readonly string[] => judgeAll('v1', 'Pod', { containers: [web], ...pod });

test('containers have names of their own, those that end before the others as well', () => {
  expect(judge({ containers: [web, web], initContainers: [{ name: 'web', image: 'b' }, { name: 'i', image: 'b' }, { name: 'i', image: 'b' }] })).toEqual([
    'spec.containers[1].name: duplicate: the name "web" stands twice (every name once)',
    'spec.initContainers[0].name: duplicate: the name "web" stands twice (every name once)',
    'spec.initContainers[2].name: duplicate: the name "i" stands twice (every name once)',
  ]);
});

test('a volume has a name of its own and one source', () => {
  expect(judge({ volumes: [{ name: 'a_b' }, { name: 'a', emptyDir: {}, secret: { secretName: 's' } }, { name: 'a', configMap: { name: 'c' } }] })).toEqual([
    'spec.volumes[0].name: format: the name "a_b" is no DNS label: it takes lower-case letters, digits and "-", at both ends a letter or digit',
    'spec.volumes[1]: one-of: emptyDir and secret exclude each other (one source of the volume)',
    'spec.volumes[2].name: duplicate: the name "a" stands twice (every name once)',
  ]);
});

test('a main container has no restart policy', () => {
  expect(judge({ containers: [{ name: 'a', image: 'b', restartPolicy: 'Always' }] })).toEqual([
    'spec.containers[0].restartPolicy: mismatch: restartPolicy is for initContainers only (no restartPolicy); a sidecar that starts before the others is one of the initContainers, with restartPolicy: Always',
  ]);
});

test('a container that ends has no probes, one that stays does', () => {
  expect(judge({ initContainers: [{ name: 'i', image: 'b', livenessProbe: { tcpSocket: { port: 80 } } }, { name: 'j', image: 'b', restartPolicy: 'Always', livenessProbe: {} }, { name: 'k', image: 'b', restartPolicy: 'Never' }] })).toEqual([
    'spec.initContainers[0].livenessProbe: mismatch: an init container that ends has no livenessProbe (no livenessProbe, or restartPolicy: Always)',
    'spec.initContainers[1].livenessProbe: one-of: none of exec, httpGet, tcpSocket or grpc says what is done (exactly one of exec, httpGet, tcpSocket or grpc)',
    'spec.initContainers[2].restartPolicy: enum: restartPolicy is "Never" ("Always")',
  ]);
});

test('labels of nodes have a form', () => {
  expect(judge({ nodeSelector: { 'a b': 'c' } })).toEqual([
    'spec.nodeSelector["a b"]: format: the label key "a b" is not well formed: it takes letters, digits, "-", "_" and ".", at both ends a letter or digit',
  ]);
});

test('the container of a proxy is completed in a Pod, and in a template not', () => {
  const pod = { containers: [web, { name: 'istio-proxy', volumeMounts: [{ name: 'istio-token', mountPath: '/a' }] }] };
  expect(judge(pod)).toEqual([]);
  const template = { metadata: { labels: { a: 'b' } }, spec: pod };
  expect(judgeAll('apps/v1', 'Deployment', { selector: { matchLabels: { a: 'b' } }, template })).toEqual([
    'spec.template.spec.containers[1].image: required: image is missing (a string)',
    'spec.template.spec.containers[1].volumeMounts[0].name: mismatch: the pod has no volume "istio-token" (a volume of the pod, which has none)',
  ]);
});
