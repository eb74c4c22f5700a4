import { Istio, MeshNamespace, MutualTls } from '../../../../lib';
import { usualTlsIn } from '../../../../lib/mesh/private/access/usual-tls';
import { guardedChart } from '../../../support/guarded-chart';

test('pods take what their namespace says, and otherwise what the mesh says', () => {
  const chart = guardedChart(Istio.mesh({ mutualTls: MutualTls.PERMISSIVE }));
  expect(usualTlsIn(chart, 'shop')).toBe('permissive');
  const { access } = new MeshNamespace(chart, 'shop');
  expect(usualTlsIn(chart, 'shop')).toBe('permissive');
  access.mutualTls(MutualTls.STRICT);
  expect([usualTlsIn(chart, 'shop'), usualTlsIn(chart, 'other')]).toEqual(['strict', 'permissive']);
});
