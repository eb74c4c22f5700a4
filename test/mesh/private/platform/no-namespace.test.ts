import { ApiObject, Chart, Testing } from 'cdk8s';
import { liesInNoNamespace } from '../../../../lib/mesh/private/platform/no-namespace';

test.each([['shop'], [undefined]])('an object of the cluster lies in no namespace, where that of its chart is %s', namespace => {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  liesInNoNamespace(new ApiObject(chart, 'role', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'role' } }));
  expect(chart.toJson()).toEqual([{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'role' } }]);
});
