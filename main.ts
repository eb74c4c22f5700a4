import { ApiObject, Chart } from 'cdk8s';
import * as networking from './imports/networking.istio.io';
import * as security from './imports/security.istio.io';
import { MeshApp } from './lib';

const app = new MeshApp({ outdir: 'dist' });

for (const { name, canary } of [{ name: 'dev', canary: 50 }, { name: 'prod', canary: 10 }]) {
  const environment = app.environment(name);
  // Somebody else deploys it, in both environments.
  environment.node.addMetadata('cdk8s-mesh/provides', 'Service shop/orders');
  new ApiObject(new Chart(environment, 'namespaces'), 'shop', {
    apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } },
  });

  const shop = new Chart(environment, 'shop', { namespace: 'shop' });
  const host = 'orders.shop.svc.cluster.local';
  new security.PeerAuthentication(shop, 'mtls', {
    metadata: { name: 'default' },
    spec: { mtls: { mode: security.PeerAuthenticationSpecMtlsMode.STRICT } },
  });
  const versions = new networking.DestinationRule(shop, 'versions', {
    metadata: { name: 'orders' },
    spec: { host, subsets: ['v1', 'v2'].map(version => ({ name: version, labels: { version } })) },
  });
  const split = new networking.VirtualService(shop, 'split', {
    metadata: { name: 'orders' },
    spec: {
      hosts: [host],
      http: [{ route: [{ subset: 'v1', weight: 100 - canary }, { subset: 'v2', weight: canary }].map(({ subset, weight }) => ({ destination: { host, subset }, weight })) }],
    },
  });
  split.addDependency(versions);
}

app.synth();
