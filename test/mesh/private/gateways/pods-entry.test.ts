import { DefaultAccess, GatewayApi, GatewayTls, IngressGateway, IngressGatewayProps, Istio, Mesh, Runbook } from '../../../../lib';
import { guardedChart, serviceIn } from '../../../support/guarded-chart';

/** What the runbook says of a gateway by which services are exposed. */
function pageOf(props: Partial<IngressGatewayProps> = {}, mesh: Mesh = Istio.mesh(), services = ['web', 'orders']): string | undefined {
  const chart = guardedChart(mesh);
  const hostnames = ['web', 'orders', 'old'].map(name => `${name}.example.com`);
  const edge = new IngressGateway(chart, 'edge', { hostnames, tls: GatewayTls.none(), ...props });
  services.forEach(name => serviceIn(chart, name).exposeVia(edge, { hostname: `${name}.example.com` }));
  edge.redirect('old.example.com', { host: 'web.example.com' });
  return Runbook.of(chart).markdown.split('\n## ').find(chapter => chapter.startsWith('Gateways\n'));
}

test('where nobody has said where the pods of a gateway run, the runbook has a command that shows it, once', () => {
  const page = pageOf({ podLabels: { istio: 'ingress' } })!;
  expect(page.trimEnd().split('\n\n')).toEqual([
    'Gateways',
    'Services let a gateway in by the namespace or the account of its pods. What says here in which namespace those run, and what whoever installed them says, have to agree: otherwise every service answers 403 (`RBAC: access denied`) to all that comes by the gateway.',
    '### shop/edge',
    'Nothing says where its pods run, so services let in the namespace `shop`, where the gateway is, and a policy there lets clients in to it. `istioctl` installs gateways into the root namespace of the mesh. If the command finds another than `shop`, say `podNamespace` of the gateway, and render again.',
    [
      '```sh',
      '# where the pods of the gateway run: one line',
      'NAMESPACE=$(kubectl get pods --all-namespaces -l istio=ingress -o jsonpath=\'{range .items[*]}{.metadata.namespace}{"\\n"}{end}\' | sort -u); echo "$NAMESPACE"',
      '```',
    ].join('\n'),
  ]);
});

test('it names the account, where services let the gateway in by that', () => {
  expect(pageOf({ serviceAccount: 'edge' })).toContain('so services let in the account `edge` of the namespace `shop`, where the gateway is,');
});

test.each<[string, () => string | undefined]>([
  ['it is said', () => pageOf({ podNamespace: 'istio-system' })],
  ['the mesh runs the pods', () => pageOf({ api: GatewayApi.KUBERNETES })],
  ['everybody is let in', () => pageOf({}, Istio.mesh({ defaultAccess: DefaultAccess.OPEN }))],
  ['no service lets it in', () => pageOf({}, Istio.mesh(), [])],
])('it has none where %s', (_, page) => {
  expect(page()).toBeUndefined();
});
