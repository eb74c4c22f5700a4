import { App, Chart } from 'cdk8s';
import { GatewayApi, GatewayTls, IngressGateway, Istio, MeshService } from '../../lib';

const image = 'registry.example.com/web:1.0';
const PORT = { name: 'http', port: 8080, protocol: 'http', targetPort: 8080 };

describe('the pods that something can be said of', () => {
  test('are those of a service, with the label by which it selects them', () => {
    const service = new MeshService(chart(), 'web', { image, port: 8080 });

    expect(service._workload()).toEqual({ namespace: 'shop', service: 'web', podLabels: { app: 'web' }, ports: [PORT] });
  });

  test('are those of an adopted service, if it says which', () => {
    const [known, unknown] = [{ podLabels: { name: 'web' } }, {}].map(props => MeshService.adopt(chart(), 'web', { port: 80, ...props }));

    expect(known._workload()).toEqual({ namespace: 'shop', service: 'web', podLabels: { name: 'web' }, ports: [{ ...PORT, port: 80, targetPort: 80 }] });
    expect(() => unknown._workload()).toThrow('shop/web: its pods are not known here. Set the labels that its Service selects: podLabels: { app: "web" }.');
  });

  test('are none without a proxy', () => {
    const service = new MeshService(chart(), 'web', { image, port: 8080, inMesh: false });

    expect(() => service._workload()).toThrow('shop/web: its pods have no proxy, which is needed for this. Leave out inMesh: false.');
  });

  test('are those of a gateway, wherever they run', () => {
    const gateway = (props: object) => new IngressGateway(chart(), 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), ...props });

    expect(gateway({ api: GatewayApi.KUBERNETES })._workload()).toEqual({ namespace: 'shop', gateway: 'edge' });
    expect(gateway({ tls: GatewayTls.secret('shop'), podNamespace: 'istio-ingress' })._workload()).toEqual({ namespace: 'istio-ingress', podLabels: { istio: 'ingressgateway' } });
    expect(gateway({})._workload()).toEqual({ namespace: 'shop', podLabels: { istio: 'ingressgateway' } });
  });
});

function chart(): Chart {
  const app = new App();
  Istio.mesh().applyTo(app);
  return new Chart(app, 'shop', { namespace: 'shop' });
}
