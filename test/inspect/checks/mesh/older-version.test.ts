import { olderVersionCheck } from '../../../../lib/inspect/checks/mesh/older-version';
import { flowObject } from '../../../support/flow-objects';
import { found, judge } from '../../../support/judge';
import { ruleCases } from '../../../support/rule-cases';

const checks = [olderVersionCheck];

const object = (apiVersion: string, kind: string): string => flowObject(apiVersion, kind, ['shop/cart', '']);

ruleCases(olderVersionCheck, [
  ['a VirtualService', object('networking.istio.io/v1alpha3', 'VirtualService'), [
    'info apiVersion: Istio 1.30 serves VirtualService as networking.istio.io/v1, which has the same form',
  ]],
  ['a Telemetry', object('telemetry.istio.io/v1alpha1', 'Telemetry'), [
    'info apiVersion: Istio 1.30 serves Telemetry as telemetry.istio.io/v1, which has the same form',
  ]],
], [
  ['v1', object('networking.istio.io/v1', 'VirtualService')],
  ['a kind without v1', object('networking.istio.io/v1alpha3', 'EnvoyFilter')],
  ['a version that is not served, which is an error already', object('networking.istio.io/v1alpha1', 'VirtualService')],
  ['a kind of others', object('gateway.networking.k8s.io/v1beta1', 'HTTPRoute')],
]);

test.each([
  ['1.21', 'networking.istio.io/v1beta1', 'VirtualService', []],
  ['1.22', 'networking.istio.io/v1beta1', 'VirtualService', ['MESH080']],
  ['1.20', 'security.istio.io/v1beta1', 'AuthorizationPolicy', ['MESH080']],
  ['1.21', 'security.istio.io/v1beta1', 'PeerAuthentication', []],
])('Istio %s has v1 of %s %s or not: %j', (istioRelease, apiVersion, kind, codes) => {
  expect(judge(object(apiVersion, kind), { checks, istioRelease }).findings.map(({ code }) => code)).toEqual(codes);
});

test('its repair is certain', () => {
  expect(judge(object('networking.istio.io/v1beta1', 'Gateway'), { checks }).repairs.map(({ fix }) => fix)).toEqual([
    [{ kind: 'set', path: ['apiVersion'], to: 'networking.istio.io/v1' }],
  ]);
  expect(found(object('networking.istio.io/v1', 'Gateway'), { checks })).toEqual([]);
});
