import { Construct } from 'constructs';
import { IGateway } from '../../gateway';
import { GatewayApi } from '../../gateway-api';
import type { CallerIntent } from '../access/caller-intent';
import { isDnsLabel } from '../dns-label';
import { requireNamespace } from '../platform/require-namespace';
import { requireNone } from '../require-none';
import { sortLaterSlots } from '../sorted-slots';
import { Attachment } from './attachment';
import { GatewayHosts } from './gateway-hosts';
import type { GatewayRoute } from './gateway-intent';
import { partsOfReference } from './references';

/** What is known of a gateway that somebody else owns. */
export interface ReferencedGatewayProps {
  readonly hostnames?: readonly string[];
  readonly api?: GatewayApi;
  readonly listener?: string;
  readonly grantedNamespaces?: readonly string[];
  readonly podNamespace?: string;
  readonly serviceAccount?: string;
}

/** A gateway that somebody else owns. The routes that are exposed through it here are ours. */
export class ReferencedGateway extends Construct implements IGateway {
  private readonly hosts: GatewayHosts;
  private readonly knownHostnames?: readonly string[];
  private readonly attachesAnywhere: boolean;
  private readonly caller: CallerIntent;

  constructor(scope: Construct, id: string, public readonly reference: string, props: ReferencedGatewayProps) {
    super(scope, id);
    const { path } = this.node;
    const { hostnames, api = GatewayApi.ISTIO, listener, grantedNamespaces } = props;
    const [home, name] = partsOfReference(reference, path);
    const { podNamespace: namespace = home, serviceAccount: account } = props;
    requireNamespace(namespace, path);
    this.caller = account === undefined ? { namespaces: [namespace] } : { identity: { namespace, account } };
    this.knownHostnames = hostnames;
    this.attachesAnywhere = api === GatewayApi.KUBERNETES && listener === undefined;
    if (api === GatewayApi.ISTIO) {
      requireNone({ listener, grantedNamespaces }, `${path}: only routes of the Kubernetes Gateway API attach to a gateway`, 'set api: GatewayApi.KUBERNETES');
    }
    if (listener !== undefined && !listener.split('.').every(isDnsLabel)) {
      throw new Error(`${path}: "${listener}" is not a valid listener name. Write only its name, in lowercase, such as "https".`);
    }
    const attachment = api === GatewayApi.ISTIO ? undefined : new Attachment(this, { reference, listenerOf: () => listener, grantedNamespaces });
    this.hosts = new GatewayHosts(this, { reference, name, hostnames, attachment });
    sortLaterSlots(this);
  }

  public get hostnames(): string[] | undefined {
    return this.knownHostnames && [...this.knownHostnames];
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    return [this.caller];
  }

  /** @internal */
  public _expose(route: GatewayRoute): void {
    if (this.attachesAnywhere && route.hostname.startsWith('*')) {
      throw new Error(`${this.node.path}: a route for "${route.hostname}" also attaches to listeners of more specific hostnames, and in Istio it hides the routes of these. Name the listener for "${route.hostname}": { listener: "..." }.`);
    }
    this.hosts.expose(route);
  }
}
