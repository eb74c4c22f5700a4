import { createCommand, createNamespace } from '../../../../lib/synth/private/prerequisites/create-command';
import { NeededObject } from '../../../../lib/synth/private/prerequisites/needed-object';

const object = (kind: string, more: Partial<NeededObject> = {}): NeededObject => ({ kind, group: '', namespace: 'shop', name: 'web', keys: [], ...more });

test.each<[NeededObject, string | undefined]>([
  [object('Secret', { keys: ['a', 'b'] }), 'kubectl create secret generic web --from-file=a --from-file=b -n shop'],
  [object('Secret'), 'kubectl create secret generic web --from-file=web/ -n shop'],
  [object('Secret', { type: 'tls', keys: ['tls.crt', 'tls.key'] }), 'kubectl create secret tls web --cert=tls.crt --key=tls.key -n shop'],
  [object('Secret', { type: 'registry' }), 'kubectl create secret docker-registry web --docker-server="$SERVER" --docker-username="$USERNAME" --docker-password="$PASSWORD" -n shop'],
  [object('ConfigMap', { keys: ['a b'] }), 'kubectl create configmap web --from-file=\'a b\' -n shop'],
  [object('ServiceAccount', { namespace: '' }), 'kubectl create serviceaccount web'],
  [object('ClusterIssuer', { namespace: undefined }), undefined],
  [object('constructor'), undefined],
])('%#', (needed, expected) => {
  expect(createCommand(needed)).toBe(expected);
});

test('a namespace, where it is not there yet', () => {
  expect(createNamespace('shop')).toBe('kubectl get namespace shop || kubectl create namespace shop');
});
