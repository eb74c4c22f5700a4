import { effectiveMutualTls } from '../../../lib/inspect/mesh/mutual-tls';
import { objectSet } from '../../support/object-set';

/** A policy of a namespace. */
function policy(place: string, spec: string): string {
  const [namespace, name] = place.split('/');
  return `{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {namespace: ${namespace}, name: ${name}}, spec: ${spec}}`;
}

const aged = (place: string, year: number, spec: string): string => policy(place, spec).replace('metadata: {', `metadata: {creationTimestamp: "${year}-01-01T00:00:00Z", `);

const ofCart = '{matchLabels: {app: cart}}';

test.each([
  ['nothing', [], 'PERMISSIVE', undefined],
  ['the mesh', [policy('istio-system/default', '{mtls: {mode: STRICT}}')], 'STRICT', 'istio-system/default'],
  ['the namespace above the mesh', [policy('istio-system/default', '{mtls: {mode: STRICT}}'), policy('shop/default', '{mtls: {mode: DISABLE}}')], 'DISABLE', 'shop/default'],
  ['the pods above the namespace', [policy('shop/default', '{mtls: {mode: STRICT}}'), policy('shop/cart', `{selector: ${ofCart}, mtls: {mode: PERMISSIVE}}`)], 'PERMISSIVE', 'shop/cart'],
  ['the port above the pods', [policy('shop/cart', `{selector: ${ofCart}, mtls: {mode: STRICT}, portLevelMtls: {9090: {mode: DISABLE}}}`)], 'DISABLE', 'shop/cart'],
  ['the pods where another port is meant', [policy('shop/cart', `{selector: ${ofCart}, mtls: {mode: STRICT}, portLevelMtls: {80: {mode: DISABLE}}}`)], 'STRICT', 'shop/cart'],
  ['the next wider one where it leaves the mode open', [policy('istio-system/default', '{mtls: {mode: STRICT}}'), policy('shop/default', '{mtls: {mode: UNSET}}')], 'STRICT', 'istio-system/default'],
  ['the first by name of two', [policy('shop/b', '{mtls: {mode: DISABLE}}'), policy('shop/a', '{mtls: {mode: STRICT}}')], 'STRICT', 'shop/a'],
  ['the oldest of two', [aged('shop/a', 2024, '{mtls: {mode: STRICT}}'), aged('shop/b', 2020, '{mtls: {mode: PERMISSIVE}}')], 'PERMISSIVE', 'shop/b'],
  ['one that is there before one that is yet to be', [policy('shop/a', '{mtls: {mode: STRICT}}'), aged('shop/b', 2020, '{mtls: {mode: PERMISSIVE}}')], 'PERMISSIVE', 'shop/b'],
  ['nothing that selects other pods', [policy('shop/pay', '{selector: {matchLabels: {app: pay}}, mtls: {mode: STRICT}}')], 'PERMISSIVE', undefined],
  ['nothing of another namespace', [policy('pay/default', '{mtls: {mode: STRICT}}')], 'PERMISSIVE', undefined],
])('what holds at a port of pods is said by %s', (_, policies, mode, by) => {
  const effective = effectiveMutualTls(objectSet(policies.join('\n---\n')), { namespace: 'shop', labels: { app: 'cart' } }, 9090);
  expect([effective.mode, effective.policy?.fullName]).toEqual([mode, by]);
});

test('the root namespace is the one that the mesh config names', () => {
  const set = objectSet(policy('mesh/default', '{mtls: {mode: STRICT}}'), { meshConfig: { rootNamespace: 'mesh' } });
  expect(effectiveMutualTls(set, { namespace: 'shop', labels: {} }).mode).toBe('STRICT');
});

test('a policy of the root namespace with a selector holds nowhere, not even there', () => {
  const set = objectSet(policy('istio-system/cart', `{selector: ${ofCart}, mtls: {mode: STRICT}}`));
  expect(effectiveMutualTls(set, { namespace: 'istio-system', labels: { app: 'cart' } }).mode).toBe('PERMISSIVE');
});
