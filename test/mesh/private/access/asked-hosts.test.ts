import { Chart } from 'cdk8s';
import { ExternalAuthorizer, Istio, MeshApp, MeshNamespace, MeshPlatform, MeshService } from '../../../../lib';
import { askedHosts } from '../../../../lib/mesh/private/access/asked-hosts';
import { problemsOf, specsOf } from '../../../support/guarded-chart';
import { WEB } from '../../../support/shop-chart';

const HOST = 'ask.auth.svc.cluster.local';
const ASK = { host: HOST, namespace: 'auth' };
const NAMED = ExternalAuthorizer.fromName('ask');
const PLACED = ExternalAuthorizer.fromName('ask', { host: HOST });

function shop() {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  return { app, chart, web: new MeshService(chart, 'web', { ...WEB, port: 80 }) };
}

test('[F055] [F115] a service that is asked about, and says what it calls, knows who is asked, whichever is said first', () => {
  const { chart, web } = shop();
  web.calls(MeshService.fromHost('api.example.com', 443));
  web.access.askAuthorizer(PLACED);

  expect(specsOf(chart, 'Sidecar')['shop/web'].egress).toEqual([{ hosts: [`auth/${HOST}`, '*/api.example.com', 'istio-system/*'] }]);
  expect(problemsOf(chart)).toEqual([]);
});

describe('who is asked is known', () => {
  test.each<[string, (made: ReturnType<typeof shop>) => void]>([
    ['by its host', ({ web }) => web.access.askAuthorizer(PLACED)],
    ['by its service', ({ web }) => web.access.askAuthorizer(ExternalAuthorizer.grpc('ask', { service: MeshService.fromHost(HOST, 9000) }))],
    ['from the namespace', ({ chart }) => new MeshNamespace(chart, 'shop').access.askAuthorizer(PLACED)],
    ['from the platform', ({ app }) => new MeshPlatform(app, 'platform').access.askAuthorizer(PLACED)],
    ['from several, once', ({ app, web }) => [new MeshPlatform(app, 'platform'), web].forEach(({ access }) => access.askAuthorizer(PLACED))],
    ['to the platform, for a service that knows its name', ({ app, web }) => {
      const platform = new MeshPlatform(app, 'platform');
      platform.addAuthorizer(ExternalAuthorizer.http('ask', { service: MeshService.fromHost(HOST, 9000) }));
      web.access.askAuthorizer(NAMED);
    }],
  ])('%s', (_, say) => {
    const made = shop();
    say(made);
    expect(askedHosts(made.web)).toEqual([ASK]);
  });

  test('to nobody, where nobody is asked, or only in another namespace', () => {
    const { chart, web } = shop();
    new MeshNamespace(chart, 'books').access.askAuthorizer(NAMED);
    expect(askedHosts(web)).toEqual([]);
  });

  test('outside of the cluster without a namespace', () => {
    const { web } = shop();
    web.access.askAuthorizer(ExternalAuthorizer.fromName('ask', { host: 'ask.example.com' }));
    expect(askedHosts(web)).toEqual([{ host: 'ask.example.com', namespace: undefined }]);
  });
});

test.each<[string, (made: ReturnType<typeof shop>) => void]>([
  ['of the service', ({ web }) => web.access.askAuthorizer(NAMED)],
  ['of its namespace', ({ chart }) => new MeshNamespace(chart, 'shop').access.askAuthorizer(NAMED)],
])('it fails when nobody knows where somebody is who is asked, by what is said %s', (_, say) => {
  const made = shop();
  say(made);
  expect(() => askedHosts(made.web)).toThrow(new Error(
    'shop/web: may call only what it names, but the host of "ask", which authorizes its requests, is not known here. Use ExternalAuthorizer.fromName("ask", { host: "..." }).',
  ));
});
