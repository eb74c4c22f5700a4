import { judgeAll } from '../../../support/judge-native';

const web = { name: 'web', image: 'b' };

const judge = (pod: object): readonly string[] => judgeAll('v1', 'Pod', { containers: [web], ...pod });

test('containers have names of their own, those that end before the others as well', () => {
  expect(judge({ containers: [web, web], initContainers: [{ name: 'web', image: 'b' }, { name: 'i', image: 'b' }, { name: 'i', image: 'b' }] })).toEqual([
    'spec.containers[1].name: duplicate: duplicate name "web" (each name only once)',
    'spec.initContainers[0].name: duplicate: duplicate name "web" (each name only once)',
    'spec.initContainers[2].name: duplicate: duplicate name "i" (each name only once)',
  ]);
});

test('a main container has no restart policy', () => {
  expect(judge({ containers: [{ name: 'a', image: 'b', restartPolicy: 'Always' }] })).toEqual([
    'spec.containers[0].restartPolicy: mismatch: restartPolicy is allowed in initContainers only (no restartPolicy before Kubernetes 1.35); to start a sidecar before the other containers, put it in initContainers with restartPolicy: Always',
  ]);
});

test('a container that ends has no probes, one that stays does', () => {
  expect(judge({ initContainers: [{ name: 'i', image: 'b', livenessProbe: { tcpSocket: { port: 80 } } }, { name: 'j', image: 'b', restartPolicy: 'Always', livenessProbe: {} }, { name: 'k', image: 'b', restartPolicy: 'Never' }] })).toEqual([
    'spec.initContainers[0].livenessProbe: mismatch: an init container without restartPolicy: Always cannot have livenessProbe (no livenessProbe, or restartPolicy: Always)',
    'spec.initContainers[1].livenessProbe: one-of: no handler is set (exactly one of exec, httpGet, tcpSocket or grpc)',
    'spec.initContainers[2].restartPolicy: enum: invalid restartPolicy "Never" ("Always" before Kubernetes 1.35)',
  ]);
});

test('labels of nodes have a form', () => {
  expect(judge({ nodeSelector: { 'a b': 'c' } })).toEqual([
    'spec.nodeSelector["a b"]: format: the label key "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('the container of a proxy is completed in a Pod and those of a StatefulSet, and in another template not', () => {
  const pod = { containers: [web, { name: 'istio-proxy', volumeMounts: [{ name: 'istio-token', mountPath: '/a' }] }] };
  const workload = { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: pod } };
  expect(judge(pod)).toEqual([]);
  expect(judgeAll('apps/v1', 'StatefulSet', workload)).toEqual([]);
  expect(judgeAll('apps/v1', 'Deployment', workload)).toEqual([
    'spec.template.spec.containers[1].image: required: image is missing (a string)',
    'spec.template.spec.containers[1].volumeMounts[0].name: mismatch: the pod has no volume "istio-token" (a volume of the pod, but it has none)',
  ]);
});

test('on the network of the node a port is one of the node', () => {
  const fine = [{ containerPort: 81, hostPort: 81 }, { containerPort: 82 }, { containerPort: 83, hostPort: 0 }];
  const ports = [{ containerPort: 8080, hostPort: 80 }, ...fine];
  expect(judge({ containers: [{ ...web, ports }] })).toEqual([]);
  expect(judge({ hostNetwork: true, containers: [{ ...web, ports }], initContainers: [{ name: 'i', image: 'b', ports }] })).toEqual([
    'spec.containers[0].ports[0].hostPort: mismatch: hostPort 80 differs from containerPort 8080 (the same number, since hostNetwork is true)',
  ]);
});

test('a pod without DNS of the cluster says where else it asks', () => {
  expect(judge({ dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.1'] } })).toEqual([]);
  expect(judge({ dnsPolicy: 'None' })).toEqual(['spec.dnsConfig: required: no nameservers are set (at least one, since dnsPolicy is None)']);
  expect(judge({ dnsPolicy: 'None', dnsConfig: { searches: ['a'] } })).toEqual([
    'spec.dnsConfig.nameservers: required: no nameservers are set (at least one, since dnsPolicy is None)',
  ]);
});
