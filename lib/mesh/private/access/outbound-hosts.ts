import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { inKeyOrder } from '../in-key-order';
import type { ProxiesIntent } from '../pods/proxies-intent';
import { Slot } from '../slot';
import { SeenHostIntent, seenHost } from './callee-intent';

/** What the proxies of a service know: everything, until something is said of what they call. */
export class OutboundHosts {
  private readonly hosts = new Map<string, SeenHostIntent>();
  private readonly mentioned = new Map<string, SeenHostIntent>();
  private isClosed = false;
  private readonly slot: Slot;
  private readonly always: () => readonly SeenHostIntent[];
  private readonly closes: boolean;

  /** @param always what they know in any case, since they could not do without */
  constructor(
    owner: Construct & { readonly serviceName: string },
    proxies: () => Omit<ProxiesIntent, 'outbound'>,
    always: () => readonly SeenHostIntent[],
  ) {
    const { proxyHosts, _provider: provider } = Mesh.of(owner);
    this.always = () => [...proxyHosts.map(seenHost), ...always()];
    this.closes = provider.knowsCalls;
    this.slot = new Slot(owner.node.findChild('proxies'), 'Default', place => (
      provider.hostProxies(place, owner.serviceName, () => ({ ...proxies(), outbound: this.known() }))
    ));
  }

  public add(seen: SeenHostIntent): void {
    this.hosts.set(keyOf(seen), seen);
    if (this.closes) {
      this.close();
    }
  }

  /** One that they know too, once they do not know everything any more. */
  public mention(seen: SeenHostIntent): void {
    this.mentioned.set(keyOf(seen), seen);
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
    if (!this.isClosed) {
      return undefined;
    }
    return inKeyOrder(new Map([...this.always().map(seen => [keyOf(seen), seen] as const), ...this.mentioned, ...this.hosts]));
  }
}

function keyOf({ host, namespace }: SeenHostIntent): string {
  return `${namespace} ${host}`;
}
