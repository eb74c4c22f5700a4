import { SECRET_MAKERS } from '../../../inspect/mesh/secret-makers';
import { Manifest } from '../manifest';
import { fieldsBelow, ownIn, textAt, valueAt } from '../object-fields';
import { groupOf } from '../object-identity';
import { NamedObject } from './needed-object';

/** What a controller, or Kubernetes itself, makes of an object: nobody has to create that before. */
export function madeOf(manifest: Manifest): NamedObject[] {
  const { kind = '', metadata: { namespace = '' } = {} } = manifest;
  const [group = ''] = groupOf(manifest);
  const places = SECRET_MAKERS[`${group}/${kind}`];
  const secret = places?.map(place => textAt(manifest, ...place)).find(name => name !== undefined);
  return [
    ...secret === undefined ? [] : [{ kind: 'Secret', namespace, name: secret }],
    ...ownIn(OF_KINDS, kind)?.(manifest, namespace) ?? [],
  ];
}

const OF_KINDS: Readonly<Record<string, (manifest: Manifest, namespace: string) => readonly NamedObject[]>> = {
  ClusterIssuer: accountKeys,
  Issuer: accountKeys,
  Gateway: gatewayAccount,
};

/** The key of an account is made where there is none. */
function accountKeys(manifest: Manifest, namespace: string): NamedObject[] {
  return fieldsBelow(valueAt(manifest, 'spec', 'acme'))
    .filter(({ name }) => name === 'privateKeySecretRef')
    .map(({ value }) => ({ kind: 'Secret', namespace, name: textAt(value, 'name') ?? '' }));
}

/** Istio runs pods for a Gateway of Kubernetes, as an account that is called after both. */
function gatewayAccount(manifest: Manifest, namespace: string): NamedObject[] {
  const gatewayClass = textAt(manifest, 'spec', 'gatewayClassName');
  return gatewayClass === undefined ? [] : [
    { kind: 'ServiceAccount', namespace, name: `${manifest.metadata?.name}-${gatewayClass}` },
    { kind: 'ServiceAccount', namespace, name: manifest.metadata?.name ?? '' },
  ];
}

/** What every cluster, or every namespace of it, has from the beginning, or as soon as what the objects ask for is installed. */
export function isEverywhere({ kind, name }: NamedObject): boolean {
  return EVERYWHERE.some(object => object.kind === kind && object.names.includes(name));
}

const EVERYWHERE: ReadonlyArray<{ readonly kind: string; readonly names: readonly string[] }> = [
  { kind: 'ConfigMap', names: ['istio-ca-root-cert', 'kube-root-ca.crt'] },
  { kind: 'GatewayClass', names: ['istio', 'istio-east-west', 'istio-remote', 'istio-waypoint'] },
  { kind: 'Namespace', names: ['default', 'kube-node-lease', 'kube-public', 'kube-system'] },
  { kind: 'ServiceAccount', names: ['default'] },
];
