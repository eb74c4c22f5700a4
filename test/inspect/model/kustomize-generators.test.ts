import { generatedBy, generatorsOf } from '../../../lib/inspect/model/kustomize-generators';

test('generators make ConfigMaps and Secrets', () => {
  const kustomization = { configMapGenerator: [{ name: 'a', literals: ['b=c'] }], secretGenerator: [{ name: 'd', namespace: 'shop' }] };
  expect(generatedBy(kustomization)).toEqual([
    { kind: 'ConfigMap', name: 'a', namespace: undefined, isExact: false }, { kind: 'Secret', name: 'd', namespace: 'shop', isExact: false },
  ]);
  expect(generatorsOf(kustomization)).toEqual([...kustomization.configMapGenerator, ...kustomization.secretGenerator]);
});

test('options of one or of all may keep the name', () => {
  const options = { disableNameSuffixHash: true };
  expect(generatedBy({ secretGenerator: [{ name: 'a', options }, { name: 'b' }] }).map(({ isExact }) => isExact)).toEqual([true, false]);
  expect(generatedBy({ generatorOptions: options, secretGenerator: [{ name: 'b' }] }).map(({ isExact }) => isExact)).toEqual([true]);
});

test.each([{}, { configMapGenerator: 'a' }, { secretGenerator: ['a', { literals: [] }] }])('%j makes nothing', kustomization => {
  expect(generatedBy(kustomization)).toEqual([]);
});
