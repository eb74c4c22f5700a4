import { appliedRules, isApplied } from '../../../lib/inspect/mesh/applied-rules';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const HOST = 'orders.shop.svc.cluster.local';
const rule = (place: string, host: string, more = ''): string => kube(`DestinationRule ${place}`, `{host: "${host}"${more}}`);
const names = (client: string, ...rules: readonly string[]): string[] => (
  [...appliedRules(objectSet(together(...rules)), HOST, [client, 'shop'])].map(({ fullName }) => fullName)
);

const [own, all, wide, root] = [rule('shop/own', 'orders'), rule('shop/all', '*.shop.svc.cluster.local'), rule('shop/wide', '*.local'), rule('istio-system/root', '*.local')];

test.each<[title: string, client: string, rules: readonly string[], applied: readonly string[]]>([
  ['the rule for the very host', 'web', [all, own, wide], ['shop/own']],
  ['of two patterns the longer one', 'web', [wide, all], ['shop/all']],
  ['what the namespace of the client has, however wide', 'web', [own, rule('web/wide', '*')], ['web/wide']],
  ['what the root namespace has where nobody else has any', 'web', [root, rule('pay/x', HOST)], ['istio-system/root']],
  ['what is beside the host, for clients of the root namespace', 'istio-system', [root, own], ['shop/own']],
  ['what the root namespace keeps for its own', 'istio-system', [root, own, rule('istio-system/mine', '*.local', ', exportTo: [.]')], ['istio-system/mine']],
  ['nothing that is for others', 'web', [rule('shop/own', 'orders', ', exportTo: [pay]'), rule('web/x', HOST, ', exportTo: [pay]')], []],
  ['nothing that is for some pods elsewhere', 'web', [rule('shop/own', 'orders', ', workloadSelector: {matchLabels: {app: a}}')], []],
  ['what the root namespace has, where a rule for others hides the wider one', 'web', [rule('shop/own', 'orders', ', exportTo: [pay, ops]'), all, root], ['istio-system/root']],
  ['all rules for one host', 'web', [own, rule('shop/two', 'orders')], ['shop/own', 'shop/two']],
])('%s', (_, client, rules, applied) => {
  expect(names(client, ...rules)).toEqual(applied);
});

test('a rule is applied where some client that is known of goes by it', () => {
  const applied = (...rules: readonly string[]): string[] => {
    const set = objectSet(together(...rules));
    return set.of('networking.istio.io/DestinationRule').filter(one => isApplied(set, one, [HOST, 'shop'])).map(({ fullName }) => fullName);
  };
  expect(applied(own, all, root, rule('web/x', HOST))).toEqual(['shop/own', 'web/x']);
  expect(applied(root)).toEqual(['istio-system/root']);
  expect(applied(rule('shop/x', HOST, ', exportTo: [web]'))).toEqual(['shop/x']);
});
