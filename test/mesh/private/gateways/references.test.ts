import { partsOfReference, requireObjectName } from '../../../../lib/mesh/private/gateways/references';

test('[F022] a reference has a namespace and a name', () => {
  expect(partsOfReference('istio-ingress/shared', 'shop/edge')).toEqual(['istio-ingress', 'shared']);
});

test.each(['shared', 'istio-ingress/', '/shared', 'a/b/c', 'istio.ingress/shared', 'istio-ingress/Shared', '*/shared', ''])('fails on %j, which names nothing', reference => {
  expect(() => partsOfReference(reference, 'shop/edge'))
    .toThrow(new Error(`shop/edge: "${reference}" is not a reference. Write its namespace and its name: "istio-ingress/shared".`));
});

test('[F040] a gateway is called by a label of DNS', () => {
  expect(['edge', '1', 'a'.repeat(63)].map(name => requireObjectName(name, 'a gateway', 'shop/edge'))).toEqual(['edge', '1', 'a'.repeat(63)]);
});

test.each(['', 'Edge', 'shop.edge', 'edge_', '-edge', 'edge-', 'a'.repeat(64)])('[F040] fails on %j, which cannot be the name of a gateway', name => {
  expect(() => requireObjectName(name, 'a gateway', 'shop/edge')).toThrow(new Error(
    `shop/edge: "${name}" is not a valid name of a gateway. Use lowercase letters, digits and inner hyphens, no dots, and at most 63 characters.`,
  ));
});
