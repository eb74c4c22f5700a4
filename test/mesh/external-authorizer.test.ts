import { App, Chart, Duration, Yaml } from 'cdk8s';
import { AppProtocol, ExternalAuthorizer, Istio, Linkerd, Mesh, MeshPlatform, MeshService, PathMatch } from '../../lib';
import { refusals } from '../support/valid';

const image = 'registry.example.com/web:1.0';
const ask = MeshService.fromHost('ask.auth.svc.cluster.local', 9000);
const byGrpc = ExternalAuthorizer.grpc('ask', { service: ask });

let chart: Chart;
let platform: MeshPlatform;
let web: MeshService;
beforeEach(() => {
  [chart, platform] = appOf(Istio.mesh());
  web = new MeshService(chart, 'web', { image, port: 80, targetPort: 8080 });
});

test('[F055] a service asks about each request, but for paths that are free', () => {
  platform.addAuthorizer(byGrpc);
  web.access.askAuthorizer(byGrpc, { exemptPaths: [PathMatch.exact('/healthz')] });

  expect(policies()).toEqual([{
    action: 'CUSTOM',
    provider: { name: 'ask' },
    rules: [{ to: [{ operation: { notPaths: ['/healthz'] } }] }],
    selector: { matchLabels: { app: 'web' } },
  }]);
  expect(refusals({ 'shop.yaml': Yaml.stringify(...chart.toJson()) })).toEqual([]);
});

test('[F055] it asks about the ports alone whose requests the mesh sees', () => {
  const db = new MeshService(chart, 'db', { image, port: 80, targetPort: 8080, morePorts: [{ port: 5432, protocol: AppProtocol.TCP }] });

  platform.addAuthorizer(byGrpc);
  db.access.askAuthorizer(ExternalAuthorizer.fromName('ask'));

  expect(policies()).toEqual([expect.objectContaining({ rules: [{ to: [{ operation: { ports: ['8080'] } }] }] })]);
});

test('the platform makes it known where the mesh is installed', () => {
  platform.addAuthorizer(ExternalAuthorizer.http('web-ask', {
    service: ask,
    failOpen: true,
    timeout: Duration.millis(500),
    pathPrefix: '/check',
    requestHeaders: ['cookie', 'authorization'],
    allowedHeaders: ['x-user'],
    deniedHeaders: ['location'],
  }));
  platform.addAuthorizer(byGrpc);

  expect(platform.installValues).toMatchObject({ meshConfig: { extensionProviders: [
    { name: 'ask', envoyExtAuthzGrpc: { service: 'ask.auth.svc.cluster.local', port: 9000 } },
    {
      name: 'web-ask',
      envoyExtAuthzHttp: {
        service: 'ask.auth.svc.cluster.local', port: 9000, failOpen: true, timeout: '500ms', pathPrefix: '/check',
        includeRequestHeadersInCheck: ['cookie', 'authorization'], headersToUpstreamOnAllow: ['x-user'], headersToDownstreamOnDeny: ['location'],
      },
    },
  ] } });
});

describe('fails', () => {
  test.each<[string, () => unknown, string]>([
    ['on what is no name', () => ExternalAuthorizer.fromName('My Ask'), 'ExternalAuthorizer.fromName("My Ask"): is not a valid name. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
    ['on what is no host', () => ExternalAuthorizer.fromName('ask', { host: 'http://ask' }), 'ExternalAuthorizer.fromName("ask"): "http://ask" is not a full host name. Write it without scheme, port and path, such as "ask.auth.svc.cluster.local".'],
    ['on a host that is several', () => ExternalAuthorizer.fromName('ask', { host: '*.example.com' }), 'ExternalAuthorizer.fromName("ask"): "*.example.com" is not a full host name. Write it without scheme, port and path, such as "ask.auth.svc.cluster.local".'],
    ['on what is no header', () => ExternalAuthorizer.http('ask', { service: ask, requestHeaders: ['x y'] }), 'ExternalAuthorizer.http("ask"): "x y" is not a header name. Use letters, digits and hyphens.'],
    ['on what is no path', () => ExternalAuthorizer.http('ask', { service: ask, pathPrefix: 'check' }), 'ExternalAuthorizer.http("ask"): "check" is not a path prefix. Use one such as "/check".'],
    ['on a version', () => ExternalAuthorizer.grpc('ask', { service: versionOfWeb() }), 'ExternalAuthorizer.grpc("ask"): the mesh can ask only a service, not a version or a split. Use the service itself, one of its ports with atPort(...), or MeshService.fromHost(...).'],
    ['when the platform does not know where it is', () => platform.addAuthorizer(ExternalAuthorizer.fromName('ask')), 'platform, addAuthorizer("ask"): its address is not known here. Use ExternalAuthorizer.http(...) or .grpc(...).'],
    ['when the platform knows one of this name', () => [byGrpc, byGrpc].forEach(each => platform.addAuthorizer(each)), 'platform, addAuthorizer("ask"): this name is already in use. Give each its own name.'],
    ['when somebody else is asked', () => ['a', 'b'].forEach(name => web.access.askAuthorizer(ExternalAuthorizer.fromName(name))), 'shop/web, askAuthorizer: "a" is already set. Set it once.'],
    ['where the mesh sees no requests', () => tcp().access.askAuthorizer(byGrpc), 'shop/tcp, askAuthorizer: port 80 speaks tcp, whose requests the mesh does not see, so it cannot match their hosts, methods, paths or tokens. Leave these out, or name a port that speaks HTTP.'],
    ['in Linkerd', () => appOf(Linkerd.mesh())[1].addAuthorizer(byGrpc), 'platform, addAuthorizer: somebody who is asked about requests cannot be rendered for Linkerd. Let the service ask itself, or use Istio.mesh().'],
  ])('%s', (_, action, message) => {
    expect(action).toThrow(message);
  });
});

function appOf(mesh: Mesh): [Chart, MeshPlatform] {
  const app = new App();
  mesh.applyTo(app);
  return [new Chart(app, 'shop', { namespace: 'shop' }), new MeshPlatform(app, 'platform')];
}

function versionOfWeb() {
  web.addVersion('v2', { image });
  return web.version('v2');
}

function tcp(): MeshService {
  return new MeshService(chart, 'tcp', { image, port: 80, protocol: AppProtocol.TCP });
}

function policies(): unknown[] {
  return (chart.toJson() as { kind: string; spec: unknown }[]).filter(({ kind }) => kind === 'AuthorizationPolicy').map(({ spec }) => spec);
}
