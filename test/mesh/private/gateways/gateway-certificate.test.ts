import { GatewayTls, IngressGateway, Istio, MeshApp } from '../../../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn } from '../../../support/edge-chart';

const tls = GatewayTls.certManager('letsencrypt');

test('[F038] a certificate is got where the pods look for it, for all hostnames', () => {
  const chart = edgeChart();
  edgeIn(chart, { tls, podNamespace: 'gateways', hostnames: ['shop.example.com', '*.example.org'] });
  const [gateway, certificate] = objectsIn(chart);
  expect(gateway.spec.servers[1].tls).toEqual({ mode: 'SIMPLE', credentialName: 'edge-certificate', minProtocolVersion: 'TLSV1_2' });
  expect(certificate).toEqual({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'edge-certificate', namespace: 'gateways' },
    spec: { secretName: 'edge-certificate', dnsNames: ['shop.example.com', '*.example.org'], issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt' } },
  });
});

test('[F038] it is got where the gateway is, if nothing is said of the pods', () => {
  const chart = edgeChart(new MeshApp({ mesh: Istio.mesh({ rootNamespace: 'mesh' }) }));
  edgeIn(chart, { tls });
  expect(objectsIn(chart)[1].metadata).toEqual({ name: 'edge-certificate', namespace: 'istio-ingress' });
});

test('fails on a namespace that cannot be', () => {
  expect(() => edgeIn(edgeChart(), { tls, podNamespace: 'Gateways' })).toThrow(/^edge\/edge: "Gateways" is not a valid namespace name\./);
});

test('fails on every hostname there is', () => {
  expect(() => edgeIn(edgeChart(), { tls, hostnames: ['*'] })).toThrow(new Error(
    'edge/edge: no certificate can cover all hostnames. List the hostnames, such as "*.example.com", or use your own certificate: tls: GatewayTls.secret("...").',
  ));
});

test('fails on a Secret for two certificates, and takes another name', () => {
  const app = edgeApp();
  edgeIn(edgeChart(app, 'a'), { tls });
  const second = edgeChart(app, 'b');
  expect(() => edgeIn(second, { tls, hostnames: ['www.example.com'] })).toThrow(new Error(
    'b/edge: the Secret "edge-certificate" in "istio-ingress" is already used for the certificate of "a/edge". Use another name: GatewayTls.certManager("letsencrypt", { secretName: "..." }).',
  ));
  new IngressGateway(second, 'other', { hostnames: ['b.example.com'], gatewayName: 'edge', tls: GatewayTls.certManager('letsencrypt', { secretName: 'b' }) });
});
