import { ApiObject, JsonPatch } from 'cdk8s';
import { Caller, Istio, IstioRelease, JwtIssuer } from '../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../support/guarded-chart';

test('patches come last, and keep fields that the type lacks', () => {
  const chart = guardedChart();
  serviceIn(chart, 'orders').access.allowFrom(Caller.anyone());
  const policy = chart.node.findAll().find((found): found is ApiObject => ApiObject.isApiObject(found) && found.kind === 'AuthorizationPolicy');
  policy?.addJsonPatch(JsonPatch.add('/spec/newer', true));
  expect(policy?.toJson().spec).toEqual({ selector: { matchLabels: { app: 'orders' } }, rules: [{}], newer: true });
});

test('every release that can be rendered for knows what is said', () => {
  for (const release of Object.values(IstioRelease)) {
    const chart = guardedChart(Istio.mesh({ release }));
    const { access } = serviceIn(chart, 'orders');
    access.requireJwt(JwtIssuer.of({ issuer: 'https://auth.example.com', cookies: ['session'], claimHeaders: { sub: 'x-user' } }));
    expect([release, problemsOf(chart)]).toEqual([release, []]);
  }
});
