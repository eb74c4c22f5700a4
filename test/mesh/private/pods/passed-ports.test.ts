import { Chart } from 'cdk8s';
import { Caller, MutualTls } from '../../../../lib';
import { shopChart, webIn } from '../../../support/shop-chart';
import { problemsIn } from '../../../support/stack-chart';

function openedIn(port = 9102): ReturnType<typeof webIn> {
  const web = webIn(shopChart(), { morePorts: [{ name: 'http-metrics', port, targetPort: 9102 }] });
  web.proxy.capture({ excludeInboundPorts: [9102] });
  return web;
}

test('a port of the service goes past the proxy when callers know it, in whatever order that is said', () => {
  const web = openedIn(80);
  expect(problemsIn(Chart.of(web))).toEqual(['shop/web: port 80 bypasses the proxy, but callers in the mesh would use mutual TLS there. Use access.mutualTls(MutualTls.DISABLED, 80).']);
  web.access.mutualTls(MutualTls.DISABLED, 80);
  expect(problemsIn(Chart.of(web))).toEqual([]);
});

test('plain text for some is not enough, and a rule of access would do nothing', () => {
  const web = openedIn();
  web.access.mutualTls(MutualTls.PERMISSIVE, 9102);
  web.access.allowFrom(Caller.anyone(), { ports: [9102] });
  expect(problemsIn(Chart.of(web))).toEqual([
    'shop/web: port 9102 bypasses the proxy, but callers in the mesh would use mutual TLS there. Use access.mutualTls(MutualTls.DISABLED, 9102).',
    'shop/web: port 9102 bypasses the proxy, so access rules have no effect there. Remove it from the ports of the rule, or from excludeInboundPorts.',
  ]);
});

test('ports of the pods to which no Service leads are nobody\'s business', () => {
  const web = webIn(shopChart());
  web.proxy.capture({ excludeInboundPorts: [9102] });
  expect(problemsIn(Chart.of(web))).toEqual([]);
});
