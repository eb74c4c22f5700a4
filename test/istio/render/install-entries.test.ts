import { Chart } from 'cdk8s';
import { DataPlaneMode, Istio, IstioInstall, IstioMeshProps, IstioRelease, Kiali, Linkerd, MeshApp, MeshPlatform, PathNormalization, Runbook, ServerAddress } from '../../../lib';

function platformWith(props: IstioMeshProps = {}): MeshPlatform {
  return new MeshPlatform(new MeshApp({ mesh: Istio.mesh(props) }), 'platform');
}

/** The commands below a heading. */
function commands(platform: MeshPlatform, heading: string): string[] {
  const [, after = ''] = Runbook.of(platform).markdown.split(`### ${heading}\n`);
  return (/```sh\n([^]*?)\n```/.exec(after)?.[1] ?? '').split('\n');
}

test.each([IstioRelease.V1_26, IstioRelease.V1_30])('[F009] the add-ons are those of the release %s', release => {
  const addOn = (name: string): string => `kubectl apply -f https://raw.githubusercontent.com/istio/istio/release-${release}/samples/addons/${name}.yaml`;
  expect(commands(platformWith({ release }), 'Add-ons').slice(0, 4)).toEqual(['prometheus', 'grafana', 'jaeger', 'kiali'].map(addOn));
});

test('[F009] where Prometheus, Grafana or Kiali are rendered, nobody is told to install the add-ons besides', () => {
  const platform = platformWith();
  const own = Runbook.of(platform.node.root);
  expect(own.markdown).toContain('### Add-ons');
  new Kiali(new Chart(platform.node.root, 'own', { namespace: 'own' }), 'kiali', { prometheus: ServerAddress.url('http://prometheus.own:9090') });
  expect(own.markdown).toContain('## Pages');
  expect(own.markdown).not.toContain('Add-ons');
});

test('[F005] the commands name the files that are there', () => {
  const platform = platformWith({ cni: true, revision: '1-30' });
  expect(commands(platform, 'With Helm')).toEqual([
    'helm repo add istio https://istio-release.storage.googleapis.com/charts && helm repo update istio',
    'helm upgrade --install istio-base istio/base -n istio-system --create-namespace --version \'~1.30.0\'',
    'helm upgrade --install istio-cni istio/cni -n istio-system --create-namespace --version \'~1.30.0\' --wait',
    'helm upgrade --install istiod-1-30 istio/istiod -n istio-system --create-namespace --version \'~1.30.0\' -f install/istiod-values.yaml --wait',
  ]);
  expect(commands(platform, 'With istioctl')).toEqual(['# with istioctl of release 1.30', 'istioctl install -f install/istio-operator.yaml']);
  expect(commands(platformWith({ pathNormalization: PathNormalization.BASE }), 'With istioctl').at(1)).toBe('istioctl install');
});

test('[F005] in ambient mode there are proxies of nodes to install', () => {
  expect(commands(platformWith({ mode: DataPlaneMode.AMBIENT }), 'With Helm').at(-1)).toBe(
    'helm upgrade --install ztunnel istio/ztunnel -n istio-system --create-namespace --version \'~1.30.0\' --wait',
  );
});

test('[F121] the pods of a gateway between clusters are installed with their network', () => {
  const platform = platformWith();
  IstioInstall.of(platform).cluster({ meshId: 'mesh1', clusterName: 'cluster1', network: 'network1' });
  expect(commands(platform, 'More than one cluster')).toContain(
    'helm upgrade --install istio-eastwestgateway istio/gateway -n istio-system --version \'~1.30.0\' --set networkGateway=network1',
  );
});

test('[F124] how clusters get credentials for each other is a command, and only where there are several', () => {
  const platform = platformWith();
  expect(Runbook.of(platform).markdown).not.toContain('remote-secret');
  IstioInstall.of(platform).cluster({ meshId: 'mesh1', clusterName: 'cluster1', network: 'network1' });
  expect(commands(platform, 'More than one cluster').filter(line => !/^(#|helm)/.test(line))).toEqual([
    'kubectl label namespace istio-system topology.istio.io/network=network1 --overwrite',
    'istioctl create-remote-secret --context="$THIS_CLUSTER" --name=cluster1 | kubectl apply -f - --context="$OTHER_CLUSTER"',
  ]);
});

test('Linkerd has none', () => {
  expect(Runbook.of(new MeshPlatform(new MeshApp({ mesh: Linkerd.mesh() }), 'platform')).markdown).toBe('');
});
