import { App, Chart } from 'cdk8s';
import { GatewayTls, Istio, MeshApp, MeshService, Runbook } from '../../lib';
import { edgeChart, edgeIn } from '../support/edge-chart';
import { shopChart, WEB, webIn } from '../support/shop-chart';

/** The lines of a page between two headings. */
function part(page: string, heading: string): string {
  const [, after] = page.split(`${heading}\n\n`);
  return after.split(/\n\n##/)[0].trimEnd();
}

test('[F010] [F084] it shows how one sees the proxy of each pod, and what that knows, with the names of the service, and how pods are replaced', () => {
  const chart = shopChart();
  const web = webIn(chart);
  const page = Runbook.of(chart);
  web.addVersion('v2', WEB);
  expect(part(page.markdown, '### shop/web')).toBe([
    '```sh',
    '# which containers each pod has',
    'kubectl get pods -n shop -l app=web -o jsonpath=\'{range .items[*]}{.metadata.name}{"\\tinit: "}{.spec.initContainers[*].name}{"\\tcontainers: "}{.spec.containers[*].name}{"\\n"}{end}\'',
    '# new pods in place of those without a proxy',
    'kubectl rollout restart -n shop deployment/web-v1 deployment/web-v2',
    '# what the proxy of one pod knows: then open http://localhost:15000',
    'kubectl port-forward -n shop deployment/web-v1 15000:15000',
    'kubectl port-forward -n shop deployment/web-v2 15000:15000',
    '```',
  ].join('\n'));
});

test('[F010] it names a StatefulSet as such, and nothing of pods that stay outside', () => {
  const chart = shopChart();
  webIn(chart, { stateful: true });
  new MeshService(chart, 'outside', { ...WEB, port: 8080, inMesh: false });
  const page = Runbook.of(chart).markdown;
  expect([page.includes('rollout restart -n shop statefulset/web-v1\n'), page.includes('shop/outside')]).toEqual([true, false]);
});

test('[F038] it shows which Secret a gateway needs, and finds the namespace of the pods that need it', () => {
  const chart = edgeChart();
  edgeIn(chart, { hostnames: ['shop.example.com', '*.example.org'], podLabels: { istio: 'ingress', app: 'edge' } });
  expect(part(Runbook.of(chart).markdown, '### istio-ingress/edge')).toBe([
    'Secret `shop-certificate`, of type `kubernetes.io/tls`, in the namespace of its pods, which the first command finds. Its certificate is for `shop.example.com`, `*.example.org`.',
    '',
    '```sh',
    '# where the pods of the gateway run: one line',
    'NAMESPACE=$(kubectl get pods --all-namespaces -l istio=ingress,app=edge -o jsonpath=\'{range .items[*]}{.metadata.namespace}{"\\n"}{end}\' | sort -u); echo "$NAMESPACE"',
    '# whether it is there, until when it holds, and for which names',
    'kubectl get secret shop-certificate -n "$NAMESPACE" -o jsonpath=\'{.data.tls\\.crt}\' | base64 -d | openssl x509 -noout -enddate -ext subjectAltName',
    '# create it, or put a new certificate in its place',
    'kubectl create secret tls shop-certificate -n "$NAMESPACE" --cert=tls.crt --key=tls.key --dry-run=client -o yaml | kubectl apply -f -',
    '```',
  ].join('\n'));
});

test('[F038] where clients show certificates, the Secret has their authority too', () => {
  const chart = edgeChart();
  edgeIn(chart, { tls: GatewayTls.mutual('shop-certificate') });
  const page = Runbook.of(chart).markdown;
  expect(page).toContain('Secret `shop-certificate`, which also has `ca.crt`, the authority of its clients (or a Secret `shop-certificate-cacert` beside it has that), in the namespace');
  expect(page).toContain('kubectl create secret generic shop-certificate -n "$NAMESPACE" --from-file=tls.crt --from-file=tls.key --from-file=ca.crt --dry-run=client');
});

test('it is empty where there is nothing to do: with services of others, and gateways without a certificate', () => {
  const chart = edgeChart();
  edgeIn(chart, { tls: GatewayTls.none() });
  MeshService.adopt(chart, 'web', { port: 8080 });
  expect(Runbook.of(chart).markdown).toBe('');
});

test('what entries have in common stands above them once, chapters by title', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  ['web', 'orders'].forEach(id => new MeshService(shop, id, { ...WEB, port: 8080 }));
  edgeIn(edgeChart(app));
  expect(Runbook.of(app).markdown.split('\n').filter(line => line.startsWith('#') && !line.startsWith('# w') && !line.startsWith('# n') && !line.startsWith('# c')))
    .toEqual(['# Runbook', '## Certificates', '### istio-ingress/edge', '## Proxies', '### shop/web', '### shop/orders']);
});

test('each environment has its own, with its name, and the app that of what is in none', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const titles = (scope: App | Chart): string[] => [...Runbook.of(scope).markdown.matchAll(/^(?:# Runbook.*|### .*)$/gm)].map(([title]) => title);
  const [dev] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop', { namespace: 'shop' }));
  [dev, app.environment('prod').node.findChild('shop') as Chart, new Chart(app, 'common', { namespace: 'common' })].forEach(chart => webIn(chart));
  expect([titles(dev), titles(app)]).toEqual([['# Runbook: dev', '### shop/web'], ['# Runbook', '### common/web']]);
});

test('a stock App has one, too', () => {
  const app = new App();
  Istio.mesh().applyTo(app);
  webIn(new Chart(app, 'shop', { namespace: 'shop' }));
  expect(Runbook.of(app).markdown).toMatch(/^# Runbook\n\nRendered along .*\n\n## Proxies\n\nA pod of the mesh has two containers that stay/);
});
