import { judgeAll } from '../../../support/judge-native';

const judge = (container: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { volumes: [{ name: 'data' }], containers: [{ name: 'web', image: 'b', ...container }] } },
}).map(line => line.replace('spec.template.spec.containers[0].', ''));

test('a request is no more than its limit', () => {
  expect(judge({ resources: { requests: { cpu: '1500m', memory: '1Gi' }, limits: { cpu: 1, memory: '1G' } } })).toEqual([
    'resources.requests.cpu: mismatch: the request "1500m" is more than the limit 1 (a request that is no more than the limit)',
    'resources.requests.memory: mismatch: the request "1Gi" is more than the limit "1G" (a request that is no more than the limit)',
  ]);
});

test('equal amounts are written in many ways', () => {
  expect(judge({ resources: { requests: { 'cpu': '100m', 'memory': '1024Mi', 'ephemeral-storage': '1e3' }, limits: { 'cpu': 0.1, 'memory': '1Gi', 'ephemeral-storage': '1k' } } })).toEqual([]);
});

test('a limit may be left out', () => {
  expect(judge({ resources: { requests: { cpu: 2 }, limits: { memory: '1Gi' } } })).toEqual([]);
});

test('names are those of Kubernetes, or have a prefix', () => {
  expect(judge({ resources: { limits: { 'memroy': '1Gi', 'gpu': 1, 'example.com/gpu': 1, 'hugepages-2Mi': '2Mi' } } })).toEqual([
    'resources.limits.gpu: enum: "gpu" is no resource of containers (cpu, memory, ephemeral-storage, or a name with a prefix); did you mean "cpu"?',
    'resources.limits.memroy: enum: "memroy" is no resource of containers (cpu, memory, ephemeral-storage, or a name with a prefix); did you mean "memory"?',
  ]);
});
