import { podRivals } from '../../../../lib/inspect/checks/istio/pod-rivals';
import { deployment, kube, together } from '../../../support/kube';
import { objectSet } from '../../../support/object-set';

const SIDECAR = 'networking.istio.io/Sidecar';
const textsOf = podRivals({
  kind: SIDECAR,
  labelsOf: ({ spec }) => spec.at('workloadSelector', 'labels'),
  takesPart: (_, { labels }) => labels.mesh !== 'none',
}, 'Sidecars');

const sidecar = (place: string, labels: string): string => kube(`Sidecar ${place}`, `{workloadSelector: {labels: {${labels}}}}`);
const pods = (...names: readonly string[]): string => together(...names.map(name => deployment(`shop/${name}`, { labels: 'tier: web' })));

function told(...objects: readonly string[]): Array<readonly string[]> {
  const set = objectSet(together(...objects));
  return set.of(SIDECAR).map(resource => textsOf(set, resource));
}

test('two that select one pod are told of it, whichever labels they select by', () => {
  const text = ['the Sidecars a, b select shop/pay'];

  expect(told(pods('pay'), sidecar('shop/a', 'app: pay'), sidecar('shop/b', 'tier: web'))).toEqual([text, text]);
  expect(told(pods('pay'), sidecar('shop/b', 'app: pay'), sidecar('shop/a', 'app: pay'))).toEqual([text, text]);
});

test('one that selects a further pod alone is told of the shared one', () => {
  expect(told(pods('pay', 'cart'), sidecar('shop/a', 'app: pay'), sidecar('shop/b', 'tier: web'))).toEqual([
    ['the Sidecars a, b select shop/pay'], ['the Sidecars a, b select shop/pay'],
  ]);
});

test('few pods have a text each, many one together', () => {
  const both = [sidecar('shop/a', 'tier: web'), sidecar('shop/b', 'tier: web')];

  expect(told(pods('a', 'b', 'c'), ...both)[0]).toEqual(['a', 'b', 'c'].map(name => `the Sidecars a, b select shop/${name}`));
  expect(told(pods('a', 'b', 'c', 'd'), ...both)[0]).toEqual(['the Sidecars a, b select shop/a, and 3 more pods have several']);
});

test('many rivals are counted, not named', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map(name => sidecar(`shop/${name}`, 'app: pay'));

  expect(told(pods('pay'), ...all)[4]).toEqual(['the Sidecars a, b, c and 2 more select shop/pay']);
});

test.each([
  ['one by itself', [pods('pay'), sidecar('shop/a', 'app: pay')]],
  ['one in another namespace', [pods('pay'), sidecar('shop/a', 'app: pay'), sidecar('lab/b', 'app: pay')]],
  ['pods that take no part', [deployment('shop/pay', { labels: 'mesh: none' }), sidecar('shop/a', 'app: pay'), sidecar('shop/b', 'app: pay')]],
  ['no pods', [sidecar('shop/a', 'app: pay'), sidecar('shop/b', 'app: pay')]],
  ['one without selector', [pods('pay'), sidecar('shop/a', 'app: pay'), kube('Sidecar shop/b')]],
])('nothing is told of %s', (_, objects) => {
  expect(told(...objects).flat()).toEqual([]);
});
