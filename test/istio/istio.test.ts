import { DataPlaneMode, Istio, IstioMeshProps, IstioRelease } from '../../lib';

test('says its release, and its mode where that is not the usual one', () => {
  const meshes = [Istio.mesh(), Istio.mesh({ release: IstioRelease.V1_26 }), Istio.mesh({ mode: DataPlaneMode.AMBIENT })];
  expect(meshes.map(({ description }) => description)).toEqual(['Istio 1.30', 'Istio 1.26', 'Istio 1.30 in ambient mode']);
});

test('is made of sidecars, of one control plane and without istio-cni, unless it says otherwise', () => {
  const meshOf = (props: IstioMeshProps) => {
    const { clusterDomain, cni, mode, release, revision, rootNamespace, trustDomain } = Istio.mesh(props) as Istio;
    return { clusterDomain, cni, mode, release, revision, rootNamespace, trustDomain };
  };
  const usual = {
    clusterDomain: 'cluster.local', cni: false, mode: 'sidecar', release: '1.30', revision: undefined, rootNamespace: 'istio-system', trustDomain: 'cluster.local',
  };
  expect(meshOf({})).toEqual(usual);
  const other = { clusterDomain: 'corp.internal', cni: true, revision: '1-30', rootNamespace: 'mesh', trustDomain: 'corp' };
  expect(meshOf(other)).toEqual({ ...usual, ...other });
  expect(meshOf({ mode: DataPlaneMode.AMBIENT })).toEqual({ ...usual, mode: 'ambient', cni: true });
});

test.each<[IstioMeshProps, string]>([
  [{ revision: '1.30' }, 'mesh: revision: "1.30" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
  [{ revision: '' }, 'mesh: revision: "" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
  [{ mode: DataPlaneMode.AMBIENT, cni: false }, 'mesh: ambient mode requires istio-cni. Leave out cni: false.'],
  [
    { mode: DataPlaneMode.AMBIENT, revision: 'stable' },
    'mesh: in ambient mode, the node proxies serve all pods, whatever their revision, but with "stable" pods would get sidecars. Leave out revision.',
  ],
])('fails on %j', (props, message) => {
  expect(() => Istio.mesh(props)).toThrow(new Error(message));
});
