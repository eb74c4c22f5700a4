import { Chart } from 'cdk8s';
import { GatewayApi, GatewayTls, IngressGateway, IngressGatewayProps } from '../../../../lib';
import { edgeChart } from '../../../support/edge-chart';

const TLS = GatewayTls.secret('shop-certificate');

/** Two gateways of an app, in charts of their own. */
function both(first: Partial<IngressGatewayProps>, second: Partial<IngressGatewayProps>): void {
  const chart = edgeChart();
  new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: TLS, ...first });
  new IngressGateway(new Chart(chart.node.root, 'other', { namespace: 'other' }), 'edge', { hostnames: ['shop.example.com'], tls: TLS, ...second });
}

test.each<[string, Partial<IngressGatewayProps>, Partial<IngressGatewayProps>]>([
  [
    'port 443 speaks TLS here and HTTP at "edge/edge", which has the same pods (istio=ingressgateway). Use another port, or podLabels of other pods.',
    { tls: GatewayTls.none(), httpPort: 443 }, { redirectHttp: false },
  ],
  [
    'port 443 speaks HTTP here and TLS at "edge/edge", which has the same pods (istio=ingressgateway). Use another port, or podLabels of other pods.',
    { redirectHttp: false }, { tls: GatewayTls.none(), httpPort: 443 },
  ],
  [
    '"edge/edge" has the same pods (a=1, b=2) and listens for "shop.example.com" at port 443 already, and the mesh uses only the older one. List each hostname in one of the two, or use podLabels of other pods.',
    { podLabels: { a: '1', b: '2' }, redirectHttp: false }, { podLabels: { b: '2', a: '1' }, redirectHttp: false, tls: GatewayTls.passthrough() },
  ],
])('fails: %s', (problem, first, second) => {
  expect(() => both(first, second)).toThrow(new Error(`other/edge: ${problem}`));
});

test.each<[string, Partial<IngressGatewayProps>, Partial<IngressGatewayProps>]>([
  ['for other hostnames', {}, { hostnames: ['www.example.com'] }],
  ['of other pods', {}, { podLabels: { istio: 'other' } }],
  ['at other ports', {}, { httpsPort: 8443 }],
  ['of which each has pods of its own', { api: GatewayApi.KUBERNETES }, { api: GatewayApi.KUBERNETES }],
])('gateways %s stand beside each other', (_, first, second) => {
  expect(() => both(first, second)).not.toThrow();
});
