import { Manifest } from '../manifest';
import { fieldsBelow, isMapping, listOf, textAt, valueAt } from '../object-fields';
import { NamedObject, NeededObject } from './needed-object';

/** What is known of the pods that do the work of Istio's gateways. */
export interface GatewayPods {
  /** The objects that are rendered. */
  readonly manifests: readonly Manifest[];
  /** What others create. */
  readonly provided: readonly NamedObject[];
}

/**
 * The Secrets that a Gateway of Istio names: they are in the namespace of its pods, whichever that is; the own one where nobody
 * knows.
 */
export function gatewaySecrets(gateway: Manifest, pods: GatewayPods): NeededObject[] {
  if (gateway.kind !== 'Gateway' || gateway.apiVersion?.startsWith('networking.istio.io/') !== true) {
    return [];
  }
  return fieldsBelow(valueAt(gateway, 'spec')).flatMap(({ name: field, value, parent }) => {
    const names = field === 'credentialName' ? [value] : field === 'credentialNames' ? listOf(value) : [];
    const keys = /^(?:OPTIONAL_)?MUTUAL$/.test(textAt(parent, 'mode') ?? '') ? MUTUAL : SIMPLE;
    return names.map(String).filter(name => name !== '' && !name.includes('://')).map(name => ({
      kind: 'Secret', group: '', namespace: namespaceOf(gateway, name, pods), name, ...keys,
    }));
  });
}

const SIMPLE = { keys: ['tls.crt', 'tls.key'], type: 'tls' } as const;
const MUTUAL = { keys: ['ca.crt', 'tls.crt', 'tls.key'] } as const;

/** Where pods are rendered, where somebody says that they, or the Secret, are, or where `istioctl` has them. */
function namespaceOf(gateway: Manifest, secret: string, { manifests, provided }: GatewayPods): string {
  const selector = Object.entries((valueAt(gateway, 'spec', 'selector') ?? {}) as Readonly<Record<string, string>>);
  const isSelected = (labels: unknown): boolean => isMapping(labels) && selector.every(([label, value]) => labels[label] === value);
  const running = manifests.find(manifest => isSelected(valueAt(manifest, 'spec', 'template', 'metadata', 'labels')));
  const [, usual] = selector.find(([label]) => label === 'istio') ?? [];
  const said = provided.find(({ kind, name }) => name === (kind === 'Secret' ? secret : kind === 'Deployment' ? `istio-${usual}` : undefined));
  const root = usual === 'ingressgateway' ? 'istio-system' : undefined;
  const known = [running?.metadata?.namespace, said?.namespace, root, gateway.metadata?.namespace];
  return known.find(namespace => namespace !== undefined) ?? '';
}
