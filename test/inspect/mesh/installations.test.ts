import { installationOf, installationsOfMesh } from '../../../lib/inspect/mesh/installations';
import { flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const operator = flowObject('install.istio.io/v1alpha1', 'IstioOperator', ['istio-system/a', 'profile: demo, values: {global: {meshID: m}}']);

test('what an installation says stands at two places, by kind', () => {
  const set = objectSet(`${operator}\n---\nmeshConfig: {}\nprofile: remote\nglobal: {meshID: m}`);
  expect(installationsOfMesh(set, 'm').map(({ resource, profile, global }) => [resource.kind, profile.path, global.path])).toEqual([
    ['HelmValues', ['profile'], ['global']],
    ['install.istio.io/IstioOperator', ['spec', 'profile'], ['spec', 'values', 'global']],
  ]);
  expect(installationsOfMesh(set, 'other')).toEqual([]);
  expect(set.of('HelmValues').map(values => installationOf(values).profile.text)).toEqual(['remote']);
});
