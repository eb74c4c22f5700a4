import { Construct } from 'constructs';
import { grantInCluster } from '../../../../lib/observability/private/pods/cluster-role';
import { objectsOf, shopChart } from '../../../support/shop-chart';

test('an account gets its rights in the whole cluster, under a name that says its namespace', () => {
  const chart = shopChart();
  const asked = [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }];
  grantInCluster(new Construct(chart, 'rights'), { account: 'prometheus', rules: asked });
  expect([...objectsOf(chart, 'ClusterRole'), ...objectsOf(chart, 'ClusterRoleBinding')].map(({ metadata: { name }, rules, roleRef, subjects }) => [name, rules, roleRef?.name, subjects])).toEqual([
    ['shop-prometheus', asked, undefined, undefined],
    ['shop-prometheus', undefined, 'shop-prometheus', [{ kind: 'ServiceAccount', name: 'prometheus', namespace: 'shop' }]],
  ]);
  expect([...objectsOf(chart, 'ClusterRole'), ...objectsOf(chart, 'ClusterRoleBinding')].map(({ metadata: { namespace } }) => namespace)).toEqual([undefined, undefined]);
});
