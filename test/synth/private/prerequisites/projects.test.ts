import { readFileSync } from 'node:fs';
import path from 'node:path';
import { controllerCommands, definitionCommands, projectOf, PROJECTS, sinceOf } from '../../../../lib/synth/private/prerequisites/projects';

const index = JSON.parse(readFileSync('imports/schemas/index.json', 'utf8')) as { groups: Record<string, { file: string; kinds: string[] }> };
const imported = Object.entries(index.groups).filter(([, { file }]) => path.basename(file) !== 'kubernetes.json');

test.each(imported)('somebody brings each kind of %s', (group, { kinds }) => {
  expect(kinds.filter(kind => projectOf(group, kind) === undefined)).toEqual([]);
});

test('two projects that share a group are told apart', () => {
  expect(['Rollout', 'ApplicationSet'].map(kind => projectOf('argoproj.io', kind)?.name)).toEqual(['Argo Rollouts', 'Argo CD']);
});

test('what nobody knows has no project', () => {
  expect(projectOf('example.com', 'Thing')).toBeUndefined();
});

test('every project has commands, and a page that tells more', () => {
  expect(PROJECTS.filter(({ definitions, controller, home }) => (definitions ?? controller) === undefined || !home.startsWith('https://'))).toEqual([]);
});

const gatewayApi = projectOf('gateway.networking.k8s.io', 'Gateway')!;

test.each([
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', '1.0'],
  ['gateway.networking.k8s.io/v1', 'GRPCRoute', '1.1'],
  ['gateway.networking.k8s.io/v1', 'TLSRoute', undefined],
  ['gateway.networking.k8s.io/v1beta1', 'ReferenceGrant', undefined],
])('%s %s is served since %s', (apiVersion, kind, since) => {
  expect(sinceOf(gatewayApi, apiVersion, kind)).toBe(since);
});

test('kinds that are no standard yet need the other channel', () => {
  expect(definitionCommands(gatewayApi, ['Gateway'])[0]).toContain('/standard-install.yaml');
  expect(definitionCommands(gatewayApi, ['Gateway', 'TCPRoute'])[0]).toContain('/experimental-install.yaml');
});

test('an installation that is said otherwise says how definitions are installed', () => {
  const commands = ['helm repo add istio URL', 'helm upgrade --install istio-base istio/base --version 1', 'helm upgrade --install istiod istio/istiod'];
  expect(definitionCommands(projectOf('networking.istio.io', 'Gateway')!, ['Gateway'], { text: '', commands })).toEqual(commands.slice(0, 2));
});

describe('what acts on objects', () => {
  const linkerd = projectOf('policy.linkerd.io', 'Server')!;

  test('is installed after its definitions, unless these are listed', () => {
    expect(controllerCommands(linkerd, false)).toEqual(['linkerd install --crds | kubectl apply -f -', 'linkerd install | kubectl apply -f -', 'linkerd check']);
    expect(controllerCommands(linkerd, true)).toEqual(['linkerd install | kubectl apply -f -', 'linkerd check']);
  });

  test('is ready when the last command has ended: its webhook may judge what comes next', () => {
    const unready = PROJECTS.filter(({ controller = [''] }) => !/^$|^kubectl (?:wait|rollout status) | --wait$|^linkerd check$|^flux install$/.test(controller.at(-1)!));
    expect(unready.map(({ name }) => name)).toEqual(['Metrics Server']);
  });
});
