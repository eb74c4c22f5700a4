import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, schemas, schemasWithThing } from '../../../support/thing-kind';

const ISTIO = 'networking.istio.io/v1';
const KUBERNETES = 'gateway.networking.k8s.io/v1';

function said(apiVersion: string, spec: unknown, kind = 'Gateway', store = schemas): readonly string[] {
  return violations({ apiVersion, kind, metadata: { name: 'edge', namespace: 'shop' }, spec }, { schemas: store, istioRelease: '1.30' }).map(asLine);
}

test('a spec of the other Gateway is one finding, which names its apiVersion', () => {
  expect(said(KUBERNETES, { selector: { istio: 'ingressgateway' }, servers: [] })).toEqual([
    'apiVersion: unknown-field: selector, servers are fields of the Gateway of networking.istio.io, not of gateway.networking.k8s.io; write apiVersion: networking.istio.io/v1 if that is what you meant',
  ]);
  expect(said(ISTIO, { gatewayClassName: 'istio', listeners: [] })).toEqual([
    'apiVersion: unknown-field: gatewayClassName, listeners are fields of the Gateway of gateway.networking.k8s.io, not of networking.istio.io; write apiVersion: gateway.networking.k8s.io/v1 if that is what you meant',
  ]);
});

test('the version that was written stays where the other group has it', () => {
  expect(said('gateway.networking.k8s.io/v1beta1', { servers: [] })).toEqual([
    'apiVersion: unknown-field: servers is a field of the Gateway of networking.istio.io, not of gateway.networking.k8s.io; write apiVersion: networking.istio.io/v1beta1 if that is what you meant',
  ]);
});

test.each([
  ['a field belongs to the group that is named', ISTIO, { servers: [], listeners: [] }],
  ['a field belongs to neither', KUBERNETES, { servers: [], colour: 'red' }],
])('where %s, fields are judged one by one', (_, apiVersion, spec) => {
  expect(said(apiVersion, spec).filter(line => line.startsWith('apiVersion'))).toEqual([]);
  expect(said(apiVersion, spec)).not.toEqual([]);
});

test('a kind whose name no other group has is judged as ever', () => {
  expect(said('networking.istio.io/v1', { servers: [] }, 'VirtualService').map(line => line.split(':', 1)[0])).toEqual(['spec.servers']);
});

test.each([[undefined], [null], [{}], ['servers']])('the spec %j is that of no other kind', spec => {
  expect(said(KUBERNETES, spec).filter(line => line.startsWith('apiVersion'))).toEqual([]);
});

test('a kind whose spec keeps whatever it is given is never that of another', () => {
  const store = schemasWithThing({ 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true });
  expect(said('example.com/v1', { servers: [] }, 'Thing', store)).toEqual([]);
});
