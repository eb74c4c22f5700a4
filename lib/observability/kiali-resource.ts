import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Caller } from '../mesh/caller';
import { Mesh } from '../mesh/mesh';
import { claimName } from '../mesh/private/claim-name';
import { namespaceOf } from '../mesh/private/platform/namespace-of';
import { KialiSettings } from './kiali-settings';
import { kialiConfig } from './private/kiali/kiali-config';
import type { KialiAuthIntent } from './private/kiali/kiali-intent';
import { settledKiali } from './private/kiali/settled-kiali';

/** What a Kiali of the operator is told. */
export interface KialiResourceProps extends KialiSettings {
  /**
   * Name of the object, and of what its operator makes of it.
   *
   * @default "kiali"
   */
  readonly objectName?: string;
}

/**
 * A Kiali that its operator runs, in the namespace of the object. Renders a `Kiali`. What it asks lets in its namespace, since its account is a
 * matter of the operator, which also makes a key that signs sessions, unless one is said.
 */
export class KialiResource extends Construct {
  /**
   * @throws when its path is none, there is no Prometheus, something is said of a Grafana that nobody can open, the secret for an issuer has
   * another key than Kiali reads, or the name is none or that of another one
   */
  constructor(scope: Construct, id: string, props: KialiResourceProps) {
    super(scope, id);
    const { objectName: name = 'kiali' } = props;
    claimName(this, { what: 'Kiali', name }, this.node.path, 'Give one of the two another name.');
    requireInstanceName(name, this.node.path);
    const intent = settledKiali(this, props, { caller: Caller.namespaces(namespaceOf(this)), name });
    const { deployment, ...config } = kialiConfig(intent);
    // Whoever takes no part in the mesh is not let in where mutual TLS is asked for.
    const { annotations, labels } = Mesh.of(this)._provider.pod({ inMesh: true }, this.node.path);
    const pods = { pod_labels: labels, ...Object.keys(annotations).length === 0 ? {} : { pod_annotations: annotations } };
    const spec = { ...config, deployment: { ...deployment as object, ...secretOf(intent.auth, this.node.path), ...pods } };
    new ApiObject(this, 'Default', { apiVersion: 'kiali.io/v1alpha1', kind: 'Kiali', metadata: { name }, spec });
  }
}

/** All of its Secret is mounted where Kiali reads a file of this name. @throws when the file has another name */
function secretOf({ clientSecret }: KialiAuthIntent, path: string): object {
  if (clientSecret === undefined) {
    return {};
  }
  const { key, secret: { name } } = clientSecret;
  if (key !== 'oidc-secret') {
    throw new Error(`${path}: clientSecret is the key "${key}" of the Secret "${name}", but the Kiali of the operator reads only "oidc-secret". Give it that key.`);
  }
  return { secret_name: name };
}

/** @throws when it can stand in front of no names of what the operator makes */
function requireInstanceName(name: string, path: string): void {
  if (!/^(?![0-9]+$)[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name)) {
    throw new Error(`${path}: objectName "${name}" is rejected by the operator. Use lowercase letters, digits and inner hyphens, at most 40 characters, and not only digits.`);
  }
}
