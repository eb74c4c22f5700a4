import { differsByALetter, nameMeant, fold, nearest, nearlySpelled, spelledAlike } from '../../lib/inspect/nearest';

const fields = ['a', 'timeout', 'retries', 'route', 'redirect', 'rewrite', 'match', 'mirror', 'mirrors', 'connectTimeout', 'to', 'from'];

test.each([
  ['a letter less', 'timeot', ['timeout']],
  ['a letter more', 'timeoutt', ['timeout']],
  ['another letter', 'tomeout', ['timeout']],
  ['two neighbours swapped', 'tiemout', ['timeout']],
  ['another letter case', 'TimeOut', ['timeout']],
  ['words joined in another way', 'connect_timeout', ['connectTimeout']],
  ['a short word with one other letter', 'ti', ['to']],
  ['the word itself', 'match', ['match']],
])('finds the word behind %s', (_, word, expected) => {
  expect(nearest(word, fields)).toEqual(expected);
});

test('the nearest comes first, and equally near ones are in alphabetical order', () => {
  expect(nearest('mirrorss', fields)).toEqual(['mirrors', 'mirror']);
  expect(nearest('bx', ['cx', 'ax', 'bx'])).toEqual(['bx', 'ax', 'cx']);
});

test('a swap is one difference, not two: a word of three letters may have it', () => {
  expect(nearest('otg', ['tog'])).toEqual(['tog']);
});

test.each([
  ['a word that has little in common', 'outlierDetection'],
  ['a word of which more than a third differs', 'tmot'],
  ['the empty word', ''],
  ['a single letter', 'b'],
])('finds nothing near %s', (_, word) => {
  expect(nearest(word, fields)).toEqual([]);
});

describe('where no word is nearly spelled so', () => {
  test.each([
    ['begin with it', 'backend', ['backendRefs', 'filters'], ['backendRefs']],
    ['end with it', 'Prefix', ['Exact', 'PathPrefix', 'RegularExpression'], ['PathPrefix']],
    ['have it in the plural', 'match', ['matches', 'backendRefs'], ['matches']],
    ['have it in another plural', 'retry', ['retries', 'route'], ['retries']],
    ['have it in the singular', 'retries', ['retry', 'route'], ['retry']],
    ['begin with it and a number or a mark', 'shop', ['shop-2.yaml', 'a.yaml'], ['shop-2.yaml']],
    ['have a short form in front', 'Route', ['HTTPRoute', 'GRPCRoute', 'Gateway'], ['GRPCRoute', 'HTTPRoute']],
  ])('those are found that %s', (_, word, known, expected) => {
    expect(nearest(word, known)).toEqual(expected);
    expect(nearlySpelled(word, known)).toEqual([]);
  });

  test.each([
    ['a part of a word', 'name', ['namespace']],
    ['a word in the middle', 'Service', ['aServiceAccount']],
    ['more words than there are', 'connectTimeout', ['timeout']],
    ['a part of many', 'policy', ['restartPolicy', 'imagePullPolicy', 'preemptionPolicy', 'terminationMessagePolicy']],
  ])('%s is not enough', (_, word, known) => {
    expect(nearest(word, known)).toEqual([]);
  });
});

test('what is nearly spelled so comes instead of what is longer', () => {
  expect(nearest('mutual', ['ISTIO_MUTUAL', 'MUTUAL'])).toEqual(['MUTUAL']);
});

test('names at most as many as asked for, each once', () => {
  expect(nearest('a1', ['a1', 'a2', 'a3', 'a4', 'a2'])).toEqual(['a1', 'a2', 'a3']);
  expect(nearest('a1', ['a1', 'a2', 'a3'], 1)).toEqual(['a1']);
});

test('words are spelled alike that differ in letter case, hyphens and underscores alone', () => {
  expect(spelledAlike('time_out', ['timeout', 'TIME-OUT', 'timeouts', 'time.out'])).toEqual(['timeout', 'TIME-OUT']);
  expect(['matchLabels', 'match_labels', 'Match-Labels'].map(fold)).toEqual(['matchlabels', 'matchlabels', 'matchlabels']);
});

test.each([
  ['reviwes', ['ratings', 'reviews'], 'reviews'],
  ['V1', ['v1', 'v2'], 'v1'],
  ['v3', ['v1', 'v2'], undefined],
  ['svc-10', ['svc-11', 'svc-1'], undefined],
  ['api', ['app'], undefined],
  ['details', ['reviews'], undefined],
])('the name %s among %j means %s', (name, known, meant) => {
  expect(nameMeant(name, known)).toBe(meant);
});

test.each<[one: string, other: string, isSlip: boolean]>([
  ['gatway', 'gateway', true], ['gaetway', 'gateway', true], ['gateweys', 'gateways', true], ['gateway', 'gateway', false], ['gate', 'gates', false],
  ['front-end', 'frontend', false], ['cart1', 'cart2', false], ['web', 'wep', false], ['gtwy', 'gateway', false],
  ['node-b', 'node-a', false], ['cache-rw', 'cache-ro', false], ['pay-primry', 'pay-primary', true], ['paymant-api', 'payment-api', true],
  ['orders-api', 'order-api', false], ['pay-ment-api', 'paymant-api', true],
])('%s is a slip of the hand for %s: %s', (one, other, isSlip) => {
  expect(differsByALetter(one, other)).toBe(isSlip);
});
