import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { compareTexts } from '../compare-texts';
import type { ProxiesIntent } from '../pods/proxies-intent';
import { Slot } from '../slot';
import type { SeenHostIntent } from './callee-intent';

/** What the proxies of a service know: everything, until something is said of what they call. */
export class OutboundHosts {
  private readonly hosts = new Map<string, SeenHostIntent>();
  private isClosed = false;
  private readonly slot: Slot;

  constructor(owner: Construct & { readonly serviceName: string }, proxies: () => Omit<ProxiesIntent, 'outbound'>) {
    const { _provider: provider } = Mesh.of(owner);
    this.slot = new Slot(owner.node.findChild('proxies'), 'Default', place => (
      provider.hostProxies(place, owner.serviceName, () => ({ ...proxies(), outbound: this.known() }))
    ));
  }

  public add(seen: SeenHostIntent): void {
    this.hosts.set(`${seen.namespace} ${seen.host}`, seen);
    this.close();
  }

  /** They know from now on only what is added. */
  public close(): void {
    this.isClosed = true;
    this.begin();
  }

  /** Makes the object that says what the proxies do. */
  public begin(): void {
    this.slot.fill();
  }

  private known(): SeenHostIntent[] | undefined {
    return this.isClosed ? [...this.hosts].sort(([a], [b]) => compareTexts(a, b)).map(([, seen]) => seen) : undefined;
  }
}
