import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Caller } from '../mesh/caller';
import { claimName } from '../mesh/private/claim-name';
import { namespaceOf } from '../mesh/private/platform/namespace-of';
import { KialiSettings } from './kiali-settings';
import { kialiConfig } from './private/kiali/kiali-config';
import { settledKiali } from './private/kiali/settled-kiali';

/** What a Kiali of the operator is told. */
export interface KialiResourceProps extends KialiSettings {
  /**
   * Name of the object.
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
  /** @throws when its path is none, there is no Prometheus, something is said of a Grafana that nobody can open, or there is one of this name */
  constructor(scope: Construct, id: string, props: KialiResourceProps) {
    super(scope, id);
    const { objectName: name = 'kiali' } = props;
    claimName(this, { what: 'Kiali', name }, this.node.path, 'Give one of the two another name.');
    const { deployment, ...config } = kialiConfig(settledKiali(this, props, Caller.namespaces(namespaceOf(this))));
    // Without a proxy, nobody who asks for mutual TLS lets it in.
    const spec = { ...config, deployment: { ...deployment as object, pod_labels: { 'sidecar.istio.io/inject': 'true' } } };
    new ApiObject(this, 'Default', { apiVersion: 'kiali.io/v1alpha1', kind: 'Kiali', metadata: { name }, spec });
  }
}
