import { Chart } from 'cdk8s';
import { AppProtocol, MeshApp, MeshService, MeshServiceProps } from '../../lib';
import { objectsOf, shopChart, specOf } from '../support/shop-chart';
import { refusals } from '../support/valid';

const AGENT: MeshServiceProps = { image: 'registry.example.com/agent:1.0', port: 4317, protocol: AppProtocol.GRPC, everyNode: true };

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

test('a service of every node is a DaemonSet, whose Service leads to the pod of the caller\'s node', () => {
  const agent = new MeshService(chart, 'agent', AGENT);
  expect(chart.toJson().map(({ kind, metadata: { name } }) => [kind, name]).slice(0, 3)).toEqual([
    ['ServiceAccount', 'agent'], ['Service', 'agent'], ['DaemonSet', 'agent-v1'],
  ]);
  expect([specOf(chart, 'Service').internalTrafficPolicy, specOf(chart, 'DaemonSet').selector]).toEqual(['Local', { matchLabels: { app: 'agent', version: 'v1' } }]);
  expect([agent.version('v1').daemonSet?.name, agent.version('v1').deployment, agent.version('v1').statefulSet]).toEqual(['agent-v1', undefined, undefined]);
  expect(refusals({ 'shop.yaml': (chart.node.root as MeshApp).synthYaml() })).toEqual([]);
});

test.each<[string, Partial<MeshServiceProps>, string]>([
  ['a number of pods', { replicas: 3 }, 'shop/agent, version "v1": there are as many pods as nodes, so replicas has no effect. Leave it out, or leave out everyNode of the service.'],
  ['storage', { storage: [] }, 'shop/agent, version "v1": the pods of a DaemonSet have no volumes of their own, so storage has no effect. Leave it out, or set stateful: true instead of everyNode: true.'],
  ['names that stay', { stateful: true }, 'shop/agent: a stateful service has a fixed number of pods, not one per node. Leave out stateful or everyNode.'],
])('%s is refused', (_what, props, error) => {
  expect(() => new MeshService(chart, 'agent', { ...AGENT, ...props })).toThrow(new Error(error));
});

test('a container runs the command that is said, with its arguments, in each version', () => {
  const web = new MeshService(chart, 'web', { image: 'registry.example.com/web:1.4.2', port: 8080, command: ['/web'], args: ['--port', '8080'] });
  web.addVersion('v2', { image: 'registry.example.com/web:1.5.0', args: [] });
  expect(objectsOf(chart, 'Deployment').map(({ spec }) => spec.template.spec.containers[0]).map(({ args, command }: any) => [command, args])).toEqual([
    [['/web'], ['--port', '8080']], [['/web'], []],
  ]);
});
