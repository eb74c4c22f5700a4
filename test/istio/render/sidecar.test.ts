import { sidecarSpec } from '../../../lib/istio/render/sidecar';
import { AppProtocol } from '../../../lib/mesh/app-protocol';

test('[F116] a Sidecar has a listener for each port, and an endpoint where one is said', () => {
  expect(sidecarSpec({
    podLabels: { app: 'web' },
    rootNamespace: 'istio-system',
    inbound: [
      { port: 8080, name: 'http', protocol: AppProtocol.HTTP, endpoint: { at: 'loopback', port: 8081 } },
      { port: 9090, name: 'grpc-web', protocol: AppProtocol.GRPC_WEB, endpoint: { at: 'pod-address', port: 9090 } },
      { port: 5432, name: 'tcp', protocol: AppProtocol.TCP },
    ],
  })).toEqual({
    workloadSelector: { labels: { app: 'web' } },
    ingress: [
      { port: { number: 8080, name: 'http', protocol: 'HTTP' }, defaultEndpoint: '127.0.0.1:8081' },
      { port: { number: 9090, name: 'grpc-web', protocol: 'GRPC-WEB' }, defaultEndpoint: '0.0.0.0:9090' },
      { port: { number: 5432, name: 'tcp', protocol: 'TCP' } },
    ],
  });
});

test('[F116] without a listener, Istio finds the ports out by itself', () => {
  expect(sidecarSpec({ podLabels: { app: 'web' }, inbound: [], rootNamespace: 'istio-system' })).toEqual({ workloadSelector: { labels: { app: 'web' } } });
});
