import { istioGroups, IstioHistory, istioVersions } from '../../../../lib/inspect/schema/tables/istio-history';

const history: IstioHistory = {
  releases: ['1.20.8', '1.25.1', '1.31.0-rc.0'],
  kinds: {
    Gateway: { since: {}, apiVersions: { 'networking.istio.io/v1': { first: '1.22', last: '1.31' }, 'networking.istio.io/v1beta1': { first: '1.20', last: '1.31' } } },
    Old: { since: {}, apiVersions: { 'old.istio.io/v1': { first: '1.20', last: '1.25' } } },
  },
};

test('the groups are those of all API versions', () => {
  expect([...istioGroups(history)]).toEqual(['networking.istio.io', 'old.istio.io']);
});

test('a version tells the releases that it came and went with, where there were others', () => {
  expect(istioVersions(history, 'networking.istio.io', 'Gateway')).toEqual({ v1: { since: '1.22' }, v1beta1: {} });
  expect(istioVersions(history, 'old.istio.io', 'Old')).toEqual({ v1: { last: '1.25' } });
});

test('a kind of the same name in another group is not Istio\'s', () => {
  expect(istioVersions(history, 'gateway.networking.k8s.io', 'Gateway')).toBeUndefined();
  expect(istioVersions(history, 'networking.istio.io', 'Pod')).toBeUndefined();
});
