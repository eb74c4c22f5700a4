import { istioAnnotations } from '../../../scripts/imports/istio-annotations';

test('annotations are known by name, with the kinds on which Istio reads them', () => {
  const annotations = [
    { name: 'sidecar.istio.io/inject', featureStatus: 'Beta', deprecated: true, resources: ['Pod'] },
    { name: 'networking.istio.io/exportTo', featureStatus: 'Alpha', deprecated: false, resources: ['Service', 'Namespace'] },
  ];
  const written = istioAnnotations({ istioAnnotations: { name: 'facts/istio-annotations.json', text: JSON.stringify({ annotations }) } });
  expect(written.split('\n').slice(-4)).toEqual([
    '  \'networking.istio.io/exportTo\': { kinds: [\'Service\', \'Namespace\'], status: \'Alpha\', deprecated: false },',
    '  \'sidecar.istio.io/inject\': { kinds: [\'Pod\'], status: \'Beta\', deprecated: true },',
    '};',
    '',
  ]);
});
