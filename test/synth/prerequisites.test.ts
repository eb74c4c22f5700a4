import { existsSync } from 'node:fs';
import path from 'node:path';
import { ApiObject, Chart, Include } from 'cdk8s';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import {
  ArgoApplicationSet, DataPlaneMode, GatewayTls, IngressGateway, Istio, IstioRelease, Linkerd,
  MeshApp, MeshAppProps, MeshNamespace, MeshPlatform, MeshService, OutboundAccess,
} from '../../lib';
import { contentsOf, fill, temporaryFolder } from '../support/folder';

const temporary = temporaryFolder();
const outdir = (): string => path.join(temporary.path, 'dist');
const LIST = 'install/prerequisites.yaml';
const PAGE = 'PREREQUISITES.md';

function rendered(build: (app: MeshApp) => void, props: MeshAppProps = {}): Record<string, string> {
  const app = new MeshApp({ outdir: outdir(), mesh: Istio.mesh(), prerequisites: true, ...props });
  build(app);
  app.synth();
  return contentsOf(outdir());
}

const listOf = (files: Record<string, string>, folder = ''): any => load(files[path.posix.join(folder, LIST)]);
const objectsOf = (files: Record<string, string>): Record<string, any> =>
  Object.fromEntries(listOf(files).objects?.map((one: any) => [one.object, one]) ?? []);

function object(scope: Construct, type: string, fullName: string, fields: object = {}): ApiObject {
  const [apiVersion, kind] = type.split(' ');
  const [name, namespace] = fullName.split('/').reverse();
  return new ApiObject(scope, `${kind}-${fullName.replace('/', '-')}`, { apiVersion, kind, metadata: { name, namespace }, ...fields });
}

function edge(scope: Construct, tls = GatewayTls.secret('shop-certificate')): void {
  new IngressGateway(new Chart(scope, 'edge', { namespace: 'istio-ingress' }), 'edge', { hostnames: ['shop.example.com'], tls });
}

test('a gateway needs its Secret, by name, keys and command, its namespace, Istio, and its definition', () => {
  const files = rendered(edge);
  expect(objectsOf(files)).toMatchObject({
    'Secret istio-ingress/shop-certificate': {
      keys: ['tls.crt', 'tls.key'], neededBy: ['edge/edge'], commands: ['kubectl create secret tls shop-certificate --cert=tls.crt --key=tls.key -n istio-ingress'],
    },
    'Deployment istio-ingress/istio-ingressgateway': { neededBy: ['edge/edge'] },
  });
  const { namespaces, definitions, controllers } = listOf(files);
  expect(namespaces).toEqual([{ name: 'istio-ingress', commands: ['kubectl get namespace istio-ingress || kubectl create namespace istio-ingress'], neededBy: ['edge/edge'] }]);
  expect(controllers.map(({ name }: any) => name)).toEqual(['Istio']);
  expect(definitions).toMatchObject([{ project: 'Istio', kinds: [
    { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', since: '1.22', neededBy: ['edge/edge'] }, { kind: 'AuthorizationPolicy' },
  ] }]);
  expect(files[PAGE]).toContain('### Secret istio-ingress/shop-certificate\n\nNeeded by `edge/edge`. Keys: `tls.crt`, `tls.key`.\n');
});

test('the account of the pods of a gateway comes with them', () => {
  const files = rendered(app => {
    new IngressGateway(new Chart(app, 'edge', { namespace: 'shop' }), 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), serviceAccount: 'istio-ingressgateway' });
  });
  expect(Object.keys(objectsOf(files))).toEqual(['Deployment shop/istio-ingressgateway']);
  expect(files[PAGE]).not.toContain('kubectl create serviceaccount');
});

test('a namespace that is rendered has to be there before, for what others create in it', () => {
  const files = rendered(app => {
    new MeshNamespace(new Chart(app, 'platform'), 'istio-ingress');
    edge(app);
  });
  expect(listOf(files).namespaces.map(({ name }: any) => name)).toEqual(['istio-ingress']);
  expect(files[PAGE]).toContain('- `istio-ingress`, needed by `edge/edge`; it is rendered, and has to be there before, for what is below');
});

test('what cert-manager makes needs cert-manager and an issuer, and no Secret', () => {
  const files = rendered(app => edge(app, GatewayTls.certManager('letsencrypt')));
  expect(Object.keys(objectsOf(files)).sort()).toEqual(['ClusterIssuer letsencrypt', 'Deployment istio-ingress/istio-ingressgateway']);
  expect(listOf(files).controllers.map(({ name }: any) => name)).toEqual(['cert-manager', 'Istio']);
  expect(files[PAGE]).toContain('They come along with cert-manager: see [controllers](#controllers).');
});

test('a platform says how its Istio is installed, with its release and its values', () => {
  const files = rendered(app => new MeshPlatform(app, 'platform').outbound(OutboundAccess.REGISTERED_ONLY), { mesh: Istio.mesh({ release: IstioRelease.V1_27 }) });
  const { controllers, definitions } = listOf(files);
  expect(controllers[0].commands.at(-1)).toBe("helm upgrade --install istiod istio/istiod -n istio-system --create-namespace --version '~1.27.0' -f install/istiod-values.yaml --wait");
  expect(definitions[0].commands.at(-1)).toBe("helm upgrade --install istio-base istio/base -n istio-system --create-namespace --version '~1.27.0'");
  expect(files[PAGE]).toContain('#### With istioctl\n');
});

test.each([
  ['of its release', Istio.mesh({ release: IstioRelease.V1_29 }), [
    ['istio-base istio/base', '~1.29.0'], ['istiod istio/istiod', '~1.29.0', 'meshConfig.pathNormalization.normalization=DECODE_AND_MERGE_SLASHES', '--wait'],
  ]],
  ['as a revision', Istio.mesh({ revision: 'blue' }), [['istio-base istio/base'], ['istiod-blue istio/istiod', 'revision=blue']]],
  ['without sidecars', Istio.mesh({ mode: DataPlaneMode.AMBIENT }), [
    ['istio-base istio/base'], ['istio-cni istio/cni', 'profile=ambient', '--wait'], ['istiod istio/istiod', 'profile=ambient'], ['ztunnel istio/ztunnel', '--wait'],
  ]],
  ['with a network of the nodes', Istio.mesh({ cni: true }), [['istio-base istio/base'], ['istio-cni istio/cni'], ['istiod istio/istiod', 'cni.enabled=true']]],
])('without a platform, the mesh itself says how Istio is installed: %s', (_, mesh, expected) => {
  const { controllers, definitions } = listOf(rendered(edge, { mesh }));
  const [repository, ...releases]: string[] = controllers[0].commands;
  expect(repository).toContain('helm repo add istio');
  expect(releases).toEqual(expected.map(parts => expect.stringContaining(parts[0])));
  releases.forEach((release, index) => expected[index].forEach(part => expect(release).toContain(part)));
  expect(releases.join()).not.toContain('-f install/');
  expect(definitions.find(({ project }: any) => project === 'Istio').commands).toEqual([repository, releases[0]]);
});

test('what a project needs of others is there before it, with its own definitions', () => {
  const files = rendered(app => object(new Chart(app, 'shop'), 'v1 Namespace', 'two', { metadata: { name: 'two', annotations: { 'linkerd.io/inject': 'enabled' } } }));
  const { controllers, definitions } = listOf(files);
  expect(definitions).toMatchObject([{ project: 'Gateway API', kinds: [{ kind: 'GRPCRoute', neededBy: ['shop/Namespace-two'] }, { kind: 'HTTPRoute' }] }]);
  expect(controllers[0].commands[0]).toBe('linkerd install --crds | kubectl apply -f -');
  const withCni = listOf(rendered(app => new MeshNamespace(new Chart(app, 'shop'), 'shop'), { mesh: Linkerd.mesh({ cni: true }) }));
  expect(withCni.controllers[0].commands).toContain('linkerd install --linkerd-cni-enabled | kubectl apply -f -');
});

test('commands run one after the other: nothing is installed twice, and each namespace is created once', () => {
  const files = rendered(app => {
    new ArgoApplicationSet(new Chart(app, 'argo'), 'shop', { repoUrl: 'https://git.example.com/shop.git', folders: ['dist/prod/*'], outputFolder: 'dist' });
    edge(app, GatewayTls.certManager('letsencrypt'));
  });
  const list = listOf(files);
  const all: string[] = [...list.namespaces, ...list.definitions, ...list.controllers].flatMap(({ commands = [] }: any) => commands);
  expect(all.filter(command => command.includes('create namespace argocd'))).toEqual(['kubectl get namespace argocd || kubectl create namespace argocd']);
  expect(all.filter(command => command.includes('cert-manager.yaml'))).toHaveLength(1);
  expect(all).toContain('kubectl wait deployment --all --for=condition=Available --timeout=300s -n cert-manager');
  expect(files[PAGE].match(/create namespace argocd/g)).toHaveLength(1);
});

test('what others are said to create is listed, with who says so, unless it is rendered', () => {
  const files = rendered(app => {
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    object(chart, 'v1 ConfigMap', 'shop/there');
    MeshService.adopt(chart, 'legacy', { port: 80 });
    chart.node.addMetadata('cdk8s-mesh/provides', 'ConfigMap shop/there, Secret shop/token, Namespace monitoring');
  });
  expect(Object.keys(objectsOf(files)).sort()).toEqual(['Secret shop/token', 'Service shop/legacy']);
  expect(objectsOf(files)['Service shop/legacy'].neededBy).toEqual(['shop/legacy']);
  expect(listOf(files).namespaces.map(({ name }: any) => name)).toEqual(['monitoring', 'shop']);
});

test('keys that several read of one Secret are put together', () => {
  const files = rendered(app => {
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    const spec = (key: string): object => ({ spec: { template: { spec: { containers: [{ env: [{ valueFrom: { secretKeyRef: { name: 'db', key } } }] }] } } } });
    object(chart, 'apps/v1 Deployment', 'shop/one', spec('user'));
    object(chart, 'apps/v1 Deployment', 'shop/two', spec('password'));
  });
  expect(objectsOf(files)['Secret shop/db']).toMatchObject({ keys: ['password', 'user'], neededBy: ['shop/Deployment-shop-one', 'shop/Deployment-shop-two'] });
});

test('a definition that is rendered is not needed, and one that nobody knows is told', () => {
  const files = rendered(app => {
    const chart = new Chart(app, 'own');
    object(chart, 'apiextensions.k8s.io/v1 CustomResourceDefinition', 'widgets.example.com', { spec: { group: 'example.com', names: { kind: 'Widget' } } });
    object(chart, 'example.com/v1 Widget', 'one');
    object(chart, 'example.org/v1 Gadget', 'two');
  });
  expect(listOf(files).definitions).toEqual([{ kinds: [{ apiVersion: 'example.org/v1', kind: 'Gadget', neededBy: ['own/Gadget-two'] }] }]);
  expect(files[PAGE]).toContain('### Of others');
});

test('labels and annotations ask for a mesh, and some kinds of Kubernetes for a controller', () => {
  const files = rendered(app => {
    const chart = new Chart(app, 'shop');
    object(chart, 'v1 Namespace', 'one', { metadata: { name: 'one', labels: { 'istio-injection': 'enabled' } } });
    object(chart, 'v1 Namespace', 'two', { metadata: { name: 'two', annotations: { 'linkerd.io/inject': 'enabled' } } });
    object(chart, 'autoscaling/v2 HorizontalPodAutoscaler', 'one/web');
  });
  expect(listOf(files).controllers.map(({ name }: any) => name)).toEqual(['Istio', 'Linkerd', 'Metrics Server']);
});

test('two kinds of one name are told apart by their groups', () => {
  const files = rendered(app => {
    const chart = new Chart(app, 'shop');
    object(chart, 'gateway.networking.k8s.io/v1 Gateway', 'default/web', { spec: { gatewayClassName: 'istio' } });
    object(chart, 'networking.istio.io/v1 VirtualService', 'default/web', { spec: { gateways: ['web'] } });
  });
  expect(objectsOf(files)['Gateway default/web'].group).toBe('networking.istio.io');
});

test('each environment has its own, the same when it is rendered alone, and what is rendered outside of it is elsewhere', () => {
  const build = (app: MeshApp): void => {
    object(new Chart(app, 'common'), 'v1 Namespace', 'shop');
    ['dev', 'prod'].forEach(name => object(new Chart(app.environment(name), 'shop'), 'v1 ConfigMap', `shop/${name}`));
  };
  const all = rendered(build);
  expect(Object.keys(all).filter(file => file.endsWith(PAGE))).toEqual([PAGE, `dev/${PAGE}`, `prod/${PAGE}`]);
  expect(all[`prod/${PAGE}`].split('\n')[0]).toBe('# Prerequisites: prod');
  expect(listOf(all, 'prod')).toEqual({
    namespaces: [{ name: 'shop', commands: ['kubectl get namespace shop || kubectl create namespace shop'], neededBy: ['prod/shop/ConfigMap-shop-prod'] }], apply: ['kubectl apply -f .'],
  });
  fill(outdir(), { [`prod/${PAGE}`]: 'old' });
  expect(rendered(build, { onlyEnvironment: 'prod' })).toEqual(all);
});

test('kustomizations are applied one after the other, those with namespaces first', () => {
  const files = rendered(app => {
    object(new Chart(app, 'app'), 'v1 ConfigMap', 'shop/settings');
    object(new Chart(app, 'platform'), 'v1 Namespace', 'shop');
  }, { kustomize: true });
  expect(listOf(files).apply).toEqual(['kubectl apply -k platform/', 'kubectl apply -k app/']);
});

test('an app without objects, and one that does not ask, have none', () => {
  new MeshApp({ outdir: outdir(), prerequisites: true }).synth();
  expect(existsSync(outdir())).toBe(false);
  expect(Object.keys(rendered(edge, { prerequisites: false }))).toEqual(['.cdk8s-mesh', 'edge.k8s.yaml']);
});

test('in a file, what others need moves before them, and nothing else does', () => {
  const kinds = (files: Record<string, string>): string[] => [...files['shop.k8s.yaml'].matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind);
  const build = (app: MeshApp, isOtherwise = false): void => {
    const chart = new Chart(app, 'shop');
    object(chart, 'v1 Service', 'shop/web');
    const route = object(chart, 'networking.istio.io/v1 VirtualService', 'shop/web', { spec: { http: [{ route: [{ destination: { host: 'web' } }] }] } });
    object(chart, 'v1 ConfigMap', 'shop/a');
    const rule = object(chart, 'networking.istio.io/v1 DestinationRule', 'shop/web', { spec: { host: 'web' } });
    object(chart, 'v1 Namespace', 'shop');
    if (isOtherwise) {
      rule.addDependency(route);
    }
  };
  expect(kinds(rendered(app => build(app)))).toEqual(['Namespace', 'Service', 'DestinationRule', 'VirtualService', 'ConfigMap']);
  // Whoever says another order has it.
  expect(kinds(rendered(app => build(app, true))).slice(-2)).toEqual(['DestinationRule', 'Namespace']);
});

test('YAML that is included is judged alike', () => {
  fill(temporary.path, { 'more.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {volumes: [{name: v, secret: {secretName: s}}]}\n' });
  const files = rendered(app => new Include(new Chart(app, 'shop'), 'more', { url: path.join(temporary.path, 'more.yaml') }));
  expect(objectsOf(files)['Secret shop/s'].neededBy).toEqual(['shop/more']);
});
