import { Chart } from 'cdk8s';
import { AskOptions, Caller, DefaultAccess, ExternalAuthorizer, Istio, MeshApp, MeshNamespace, MeshPlatform, PathMatch } from '../../../../lib';
import { problemsOf, serviceIn } from '../../../support/guarded-chart';

function world(defaultAccess = DefaultAccess.DENY, inMesh = true) {
  const app = new MeshApp({ mesh: Istio.mesh({ defaultAccess }) });
  const platform = new MeshPlatform(app, 'platform');
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const opa = serviceIn(new Chart(app, 'policy', { namespace: 'policy' }), 'opa', { port: 9191, targetPort: 9000, morePorts: [{ port: 8282 }], inMesh });
  const authorizer = ExternalAuthorizer.grpc('opa', { service: opa });
  platform.addAuthorizer(authorizer);
  return { authorizer, chart, opa, platform, web: serviceIn(chart, 'web') };
}

type World = ReturnType<typeof world>;

const UNREACHED = 'proxies send to "policy/opa" on their own, which does not let them in, so no request would pass. There, call access.allowFrom';
const CIRCLE = 'asks "policy/opa" also about the authorization requests that it receives itself, so none is ever answered. Set exemptPaths: [PathMatch.exact("/envoy.service.auth.v3.Authorization/Check")], ask for single services or namespaces, or keep it out of the mesh with inMesh: false.';
const QUESTIONS: AskOptions = { exemptPaths: [PathMatch.exact('/envoy.service.auth.v3.Authorization/Check')] };

describe('who is asked lets in nobody who asks', () => {
  test.each<[string, (world: World) => void, string]>([
    ['of a service', ({ authorizer, web }) => web.access.askAuthorizer(authorizer), `shop/web, askAuthorizer: ${UNREACHED}(of "shop/web", { ports: [9191] }).`],
    ['of a service, whose name alone is known', ({ web }) => web.access.askAuthorizer(ExternalAuthorizer.fromName('opa')), `shop/web, askAuthorizer: ${UNREACHED}(of "shop/web", { ports: [9191] }).`],
    ['of a service, though others get in', ({ authorizer, opa, web }) => {
      opa.access.allowFrom(Caller.namespaces('books'));
      opa.access.allowFrom(web, { ports: [8282] });
      web.access.askAuthorizer(authorizer);
    }, `shop/web, askAuthorizer: ${UNREACHED}(of "shop/web", { ports: [9191] }).`],
    ['of a namespace', ({ authorizer, chart }) => new MeshNamespace(chart, 'shop').access.askAuthorizer(authorizer), `shop/shop, askAuthorizer: ${UNREACHED}(of "shop/shop", { ports: [9191] }).`],
    ['of the mesh', ({ authorizer, platform }) => platform.access.askAuthorizer(authorizer, QUESTIONS), `platform, askAuthorizer: ${UNREACHED}(Caller.anyone(), { ports: [9191] }).`],
  ])('%s', (_, say, problem) => {
    const made = world();
    say(made);

    expect(problemsOf(made.chart)).toEqual([problem]);
  });
});

describe('who is asked is reached', () => {
  test.each<[string, World, (world: World) => void]>([
    ['by a service that is let in, before or after it asks', world(), ({ opa, web }) => opa.access.allowFrom(web, { ports: [9191] })],
    ['by a service that calls', world(), ({ opa, web }) => web.calls(opa)],
    ['by a namespace that is let in', world(), ({ opa }) => opa.access.allowFrom(Caller.namespaces('shop'))],
    ['by everybody in a namespace', world(), ({ opa, platform }) => new MeshNamespace(platform, 'policy').access.allowFrom(Caller.anyone()) ?? opa],
    ['by everybody, in an open mesh', world(DefaultAccess.OPEN), () => undefined],
    ['without a proxy', world(DefaultAccess.DENY, false), () => undefined],
  ])('%s', (_, made, say) => {
    made.web.access.askAuthorizer(made.authorizer);
    say(made);

    expect(problemsOf(made.chart)).toEqual([]);
  });
});

describe('somebody is asked about himself', () => {
  test.each<[string, (world: World) => void, string]>([
    ['in all of the mesh', ({ authorizer, platform }) => platform.access.askAuthorizer(authorizer), `platform, askAuthorizer: ${CIRCLE}`],
    ['in his namespace, but for other paths', ({ authorizer, platform }) => {
      platform.addNamespace('policy').access.askAuthorizer(authorizer, { exemptPaths: [PathMatch.exact('/healthz')] });
    }, `platform/policy, askAuthorizer: ${CIRCLE}`],
    ['at his port', ({ authorizer, opa }) => opa.access.askAuthorizer(authorizer, { ports: [9191] }), `policy/opa, askAuthorizer: ${CIRCLE}`],
    ['by HTTP', ({ opa, platform }) => {
      const web = ExternalAuthorizer.http('web', { service: opa });
      platform.addAuthorizer(web);
      platform.access.askAuthorizer(web);
    }, 'platform, askAuthorizer: asks "policy/opa" also about the authorization requests that it receives itself, so none is ever answered. Ask for single services or namespaces, or keep it out of the mesh with inMesh: false.'],
  ])('%s', (_, say, problem) => {
    const made = world();
    made.opa.access.allowFrom(Caller.anyone());
    say(made);

    expect(problemsOf(made.chart)).toEqual([problem]);
  });

  test.each<[string, (world: World) => void]>([
    ['but for the questions', ({ authorizer, platform }) => platform.access.askAuthorizer(authorizer, QUESTIONS)],
    ['at another port', ({ authorizer, opa }) => opa.access.askAuthorizer(authorizer, { ports: [8282] })],
    ['in another namespace', ({ authorizer, chart }) => new MeshNamespace(chart, 'shop').access.askAuthorizer(authorizer)],
  ])('%s, which is right', (_, say) => {
    const made = world();
    made.opa.access.allowFrom(Caller.anyone());
    say(made);

    expect(problemsOf(made.chart)).toEqual([]);
  });
});
