import { judgeAll } from '../../../support/judge-native';

const judge = (container: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  selector: { matchLabels: { a: 'b' } },
  template: { metadata: { labels: { a: 'b' } }, spec: { volumes: [{ name: 'data' }], containers: [{ name: 'web', image: 'b', ...container }] } },
}).map(line => line.replace('spec.template.spec.containers[0].', ''));

test('a request is no more than its limit', () => {
  expect(judge({ resources: { requests: { cpu: '1500m', memory: '1Gi' }, limits: { cpu: 1, memory: '1G' } } })).toEqual([
    'resources.requests.cpu: mismatch: request "1500m" is greater than limit 1 (a request no greater than the limit)',
    'resources.requests.memory: mismatch: request "1Gi" is greater than limit "1G" (a request no greater than the limit)',
  ]);
});

test('equal amounts are written in many ways', () => {
  expect(judge({ resources: { requests: { 'cpu': '100m', 'memory': '1024Mi', 'ephemeral-storage': '1e3' }, limits: { 'cpu': 0.1, 'memory': '1Gi', 'ephemeral-storage': '1k' } } })).toEqual([]);
});

test('a limit may be left out', () => {
  expect(judge({ resources: { requests: { cpu: 2 }, limits: { memory: '1Gi' } } })).toEqual([]);
});

test('names are those of Kubernetes, or have a prefix', () => {
  expect(judge({ resources: { limits: { 'memroy': '1Gi', 'memory': '1Gi', 'gpu': 1, 'example.com/gpu': 1, 'hugepages-2Mi': '2Mi' } } })).toEqual([
    'resources.limits.gpu: enum: unknown container resource "gpu" (cpu, memory, ephemeral-storage, or a name with a domain prefix); did you mean "cpu"?',
    'resources.limits.memroy: enum: unknown container resource "memroy" (cpu, memory, ephemeral-storage, or a name with a domain prefix); did you mean "memory"?',
  ]);
});

test('amounts are compared in whole thousandths, and no closer and no coarser', () => {
  expect(judge({ resources: { requests: { cpu: '0.0005', memory: '9Ei' }, limits: { cpu: '0.0001', memory: '8Ei' } } })).toEqual([]);
  expect(judge({ resources: { requests: { cpu: '1.0000000001', memory: 4294967297 }, limits: { cpu: 1, memory: 4294967296 } } })).toEqual([
    'resources.requests.cpu: mismatch: request "1.0000000001" is greater than limit 1 (a request no greater than the limit)',
    'resources.requests.memory: mismatch: request 4294967297 is greater than limit 4294967296 (a request no greater than the limit)',
  ]);
});

test('a limit of null is 0', () => {
  expect(judge({ resources: { requests: { cpu: 1, memory: 0 }, limits: { cpu: null, memory: null } } })).toEqual([
    'resources.requests.cpu: mismatch: request 1 is greater than limit null (a request no greater than the limit)',
  ]);
});

test('no amount is below zero', () => {
  expect(judge({ resources: { requests: { cpu: '-1', memory: '1e-3' }, limits: { memory: -0.5 } } })).toContain('resources.requests.cpu: bounds: cpu is "-1" (at least 0)');
  expect(judge({ resources: { limits: { 'cpu': '-0', 'example.com/a': -1 } } })).toEqual(['resources.limits["example.com/a"]: bounds: example.com/a is -1 (at least 0)']);
});

test('devices are handed out whole, each request with its limit', () => {
  const resources = (requests: object, limits?: object): readonly string[] => judge({ resources: { requests, limits } });
  expect(resources({ 'a.io/gpu': '1k', 'a.kubernetes.io/b': 1, 'kubernetes.io/c': '0.5' }, { 'a.io/gpu': 1000, 'b.io/gpu': 1, 'a.kubernetes.io/b': 2 })).toEqual([]);
  expect(resources({ 'a.io/gpu': 1, 'b.io/gpu': 1 }, { 'b.io/gpu': 2 })).toEqual([
    'resources.limits["a.io/gpu"]: required: a.io/gpu has no limit (a limit equal to the request, since it cannot be overcommitted)',
    'resources.requests["b.io/gpu"]: mismatch: request 1 is not equal to limit 2 (equal request and limit, since b.io/gpu cannot be overcommitted)',
  ]);
  expect(resources({ 'a.io/gpu': 1 })).toEqual([
    'resources.limits: required: a.io/gpu has no limit (a limit equal to the request, since it cannot be overcommitted)',
  ]);
  expect(judge({ resources: { limits: { 'a.io/gpu': '0.5', 'B.io/gpu': 1 } } })).toEqual([
    'resources.limits["B.io/gpu"]: format: the resource "B.io/gpu" has a prefix that is not a lowercase DNS name; write example.com/name',
    'resources.limits["a.io/gpu"]: format: a.io/gpu is "0.5" (a whole number)',
  ]);
});

test('huge pages are as many as have their size, beside cpu or memory', () => {
  expect(judge({ resources: { limits: { 'hugepages-2Mi': '4Mi' }, requests: { 'hugepages-2Mi': '4Mi', 'memory': 1 } } })).toEqual([]);
  expect(judge({ resources: { limits: { 'hugepages-2Mi': '3Mi' } } })).toEqual([
    'resources: required: huge pages are set without cpu or memory (cpu or memory as well)',
    'resources.limits.hugepages-2Mi: format: hugepages-2Mi is "3Mi" (a multiple of 2Mi)',
  ]);
  expect(judge({ resources: { limits: { 'hugepages-big': 1, 'memory': 1 } } })).toEqual([
    'resources.limits.hugepages-big: enum: unknown container resource "hugepages-big" (cpu, memory, ephemeral-storage, or a name with a domain prefix)',
  ]);
});
