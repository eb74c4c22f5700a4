import { generatedBy, generatorsOf } from '../../../lib/inspect/model/kustomize-generators';

test('generators make ConfigMaps and Secrets', () => {
  const kustomization = { configMapGenerator: [{ name: 'a', literals: ['b=c'] }], secretGenerator: [{ name: 'd', namespace: 'shop' }] };
  expect(generatedBy(kustomization)).toEqual([{ kind: 'ConfigMap', name: 'a', namespace: undefined }, { kind: 'Secret', name: 'd', namespace: 'shop' }]);
  expect(generatorsOf(kustomization)).toEqual([...kustomization.configMapGenerator, ...kustomization.secretGenerator]);
});

test.each([{}, { configMapGenerator: 'a' }, { secretGenerator: ['a', { literals: [] }] }])('%j makes nothing', kustomization => {
  expect(generatedBy(kustomization)).toEqual([]);
});
