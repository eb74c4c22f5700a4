import { Chart, Duration } from 'cdk8s';
import { ExternalAuthorizer, Istio, IstioInstall, MeshApp, MeshPlatform, MeshService } from '../../../../lib';
import { problemsOf } from '../../../support/guarded-chart';
import { WEB } from '../../../support/shop-chart';

const service = MeshService.fromHost('opa.policy.svc.cluster.local', 9191);
const NAMED = ExternalAuthorizer.fromName('opa', { host: 'opa.policy.svc.cluster.local' });

function shop() {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  return { app, chart, web: new MeshService(chart, 'web', { ...WEB, port: 80 }) };
}

function shopWithPlatform() {
  const made = shop();
  return { ...made, platform: new MeshPlatform(made.app, 'platform') };
}

describe('somebody is asked', () => {
  test.each<[string, ExternalAuthorizer]>([
    ['by name', NAMED],
    ['with all details', ExternalAuthorizer.grpc('opa', { service })],
  ])('%s, of whom the platform tells the mesh nothing', (_, authorizer) => {
    const { chart, platform, web } = shopWithPlatform();
    platform.addAuthorizer(ExternalAuthorizer.http('proxy', { service }));
    web.access.askAuthorizer(authorizer);

    expect(problemsOf(chart)).toEqual([
      'shop/web, askAuthorizer: "platform" defines no authorizer "opa", so no request would pass. Known authorizers: "proxy". Define it there: addAuthorizer.',
    ]);
  });

  test('by all of the mesh, and nobody is known', () => {
    const { platform } = shopWithPlatform();
    platform.access.askAuthorizer(NAMED);

    expect(problemsOf(platform)).toEqual([
      'platform, askAuthorizer: "platform" defines no authorizer "opa", so no request would pass. Known authorizers: none. Define it there: addAuthorizer.',
    ]);
  });

  test('who is known with other details', () => {
    const { chart, platform, web } = shopWithPlatform();
    platform.addAuthorizer(ExternalAuthorizer.grpc('opa', { service, failOpen: true }));
    web.access.askAuthorizer(ExternalAuthorizer.grpc('opa', { service }));

    expect(problemsOf(chart)).toEqual([
      'shop/web, askAuthorizer: has the authorizer "opa" with different options than "platform", where it is defined. Create one value, and use it in both places.',
    ]);
  });
});

describe('somebody is asked who is known', () => {
  test.each<[string, (made: ReturnType<typeof shopWithPlatform>) => void]>([
    ['by his name', ({ platform }) => platform.addAuthorizer(ExternalAuthorizer.grpc('opa', { service, timeout: Duration.minutes(1) }))],
    ['by what is said for Istio alone', ({ platform }) => IstioInstall.of(platform).meshConfig({
      extensionProviders: [{ name: 'opa', envoyExtAuthzGrpc: { service: 'opa.policy.svc.cluster.local', port: 9191 } }],
    })],
  ])('%s, before or after he is asked', (_, make) => {
    const made = shopWithPlatform();
    made.web.access.askAuthorizer(NAMED);
    make(made);

    expect(problemsOf(made.chart)).toEqual([]);
  });

  test('with the same details, however they are written', () => {
    const { chart, platform, web } = shopWithPlatform();
    platform.addAuthorizer(ExternalAuthorizer.grpc('opa', { service, timeout: Duration.minutes(1) }));
    web.access.askAuthorizer(ExternalAuthorizer.grpc('opa', { service, timeout: Duration.seconds(60) }));

    expect(problemsOf(chart)).toEqual([]);
  });

  test('perhaps, by a platform elsewhere', () => {
    const { chart, web } = shop();
    web.access.askAuthorizer(NAMED);

    expect(problemsOf(chart)).toEqual([]);
  });
});
