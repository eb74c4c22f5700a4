import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { claim } from '../claim';
import { ServiceName, serviceOf } from '../hosts/service-host';
import type { RuleIntent } from '../intent';
import { namespaceOf } from '../platform/namespace-of';
import { requireNamespace } from '../platform/require-namespace';
import { Slot } from '../slot';
import type { AttachedRulesIntent, ParentIntent } from './attached-intent';
import type { GatewayRoute } from './gateway-intent';

/** How routes attach themselves to a gateway of the Kubernetes Gateway API. */
export interface AttachmentProps {
  /** `namespace/name` of the gateway */
  readonly reference: string;
  /** the listener that serves a hostname; undefined: all that do */
  readonly listenerOf: (hostname: string) => string | undefined;
  /** namespaces in which somebody else has allowed it */
  readonly grantedNamespaces?: readonly string[];
}

/**
 * The routes of one construct through such a gateway. They lie in the construct's namespace. That of a service may be another, and then has to
 * allow them to name the service.
 */
export class Attachment {
  private readonly routes: GatewayRoute[] = [];
  private readonly homes: ServiceName[] = [];
  private readonly granted: Set<string>;
  private readonly grants = new Map<string, Slot>();
  private readonly namespace: string;
  private readonly parent: ParentIntent;

  constructor(private readonly owner: Construct, private readonly props: AttachmentProps) {
    const [namespace, name] = props.reference.split('/');
    this.parent = { name, namespace };
    this.namespace = namespaceOf(owner);
    props.grantedNamespaces?.forEach(granted => requireNamespace(granted, owner.node.path));
    this.granted = new Set(props.grantedNamespaces);
  }

  /**
   * Lets the routes name the service that is exposed, which is ours, and others beside it. Where its requests go in the end does not matter, since
   * more may be said of that.
   *
   * @throws when another construct does so for this gateway
   */
  public admit(route: GatewayRoute): void {
    route.divide?.();
    this.routes.push(route);
    const home = route.host === undefined ? undefined : serviceOf(route.host);
    if (home === undefined || home.namespace === this.namespace || this.granted.has(home.namespace)) {
      return;
    }
    this.homes.push(home);
    this.grantFor(home.namespace);
  }

  /** The listener that routes for a hostname attach themselves to; undefined: all that serve it. */
  public sectionFor(hostname: string): string | undefined {
    return this.props.listenerOf(hostname);
  }

  /** What is rendered for a hostname. */
  public intentFor(hostname: string, rules: readonly RuleIntent[]): AttachedRulesIntent {
    const listener = this.sectionFor(hostname);
    return {
      parent: { ...this.parent, sections: listener === undefined ? undefined : [listener] },
      namespace: this.namespace,
      hostname,
      rules,
      grantedNamespaces: [...this.granted, ...this.grants.keys()],
    };
  }

  private grantFor(namespace: string): void {
    const elsewhere = this.parent.namespace === this.namespace ? [] : [this.parent.namespace];
    const name = [this.parent.name, ...elsewhere, this.namespace].join('.');
    const first = claim(`grant ${namespace}/${name}`, this.owner);
    if (first !== this.owner) {
      throw new Error(`${this.owner.node.path}: "${first.node.path}" stands for ${this.props.reference} too, and already allows its routes to use Services of "${namespace}". Expose through that construct.`);
    }
    const { attached } = Mesh.of(this.owner)._provider;
    const intent = () => ({ from: this.namespace, services: this.servicesIn(namespace) });
    const slot = this.grants.get(namespace) ?? new Slot(this.owner, `grant-${namespace}`, place => attached.grant(place, name, namespace, intent));
    this.grants.set(namespace, slot);
    slot.fill();
  }

  private servicesIn(namespace: string): string[] {
    const named = [...this.homes, ...this.routes.flatMap(targetsOf)].filter(service => service.namespace === namespace);
    return [...new Set(named.map(({ name }) => name))].sort();
  }
}

function targetsOf({ rules }: GatewayRoute): ServiceName[] {
  const destinations = rules().flatMap(rule => 'destinations' in rule ? [...rule.destinations, ...(rule.mirrors ?? []).map(({ destination }) => destination)] : []);
  return destinations.flatMap(({ host, versionHost }) => serviceOf(versionHost ?? host) ?? []);
}
