import { InboundEndpoint } from './inbound-endpoint';
import type { PortIntent } from './private/hosts/service-ports';
import { captureIntent } from './private/pods/capture-intent';
import { inboundIntent, requireInbound } from './private/pods/inbound';
import type { PodIntent } from './private/pods/pod-intent';
import type { InboundEndpointIntent, InboundIntent } from './private/pods/proxies-intent';
import { addedVolume } from './private/pods/proxy-volumes';
import { ProxyResources } from './proxy-resources';
import { ProxyVolume } from './proxy-volume';
import { TrafficCapture } from './traffic-capture';

/** How the proxies beside the containers of a service run, in all its versions. What nobody says is as the mesh is configured. */
export class ProxyTuning {
  /** @internal */
  public static _of(owner: ProxyTuningOwner): ProxyTuning {
    return new ProxyTuning(owner);
  }

  private said: PodIntent = {};
  private passedBy: readonly number[] = [];
  private readonly verbs = new Set<string>();
  private readonly inboundSaid = new Map<number, InboundEndpointIntent>();

  private constructor(private readonly owner: ProxyTuningOwner) {}

  /**
   * Says which connections go through the proxy, and how.
   *
   * @throws when that was said before, nothing is said, a port or a range is none, or the main port of the service would go past the proxy
   */
  public capture(capture: TrafficCapture): void {
    const [{ targetPort }] = this.owner.ports;
    const said = captureIntent(capture, targetPort, `${this.owner.place}, capture`);
    this.say('capture', { capture: { ...said, ...this.passing([...this.passedBy, ...said.excludeInboundPorts ?? []]) } });
  }

  /**
   * Says where the containers listen for what comes in at a port of their pods, if that is not simply there. Renders the `ingress` of a
   * `Sidecar`, with all ports of the service: those of which nothing is said stay as they are.
   *
   * @param port the port of the pods that a port of the Service leads to: its `targetPort`
   * @throws when there is no such port, or that was said before
   */
  public inbound(port: number, endpoint: InboundEndpoint): void {
    this.requireProxies('inbound');
    requireInbound(port, this.inboundSaid, this.owner.ports, `${this.owner.place}, inbound`);
    this.inboundSaid.set(port, endpoint._intent);
    this.owner.begin();
  }

  /**
   * Lets the proxies know only the hosts that the service says it calls, and the control plane: without a call, nothing else. Renders the `egress`
   * of a `Sidecar`. What they do not know, they send on as it is, or refuse where the mesh is installed so.
   */
  public isolate(): void {
    this.requireProxies('isolate');
    this.owner.isolate();
  }

  /**
   * Lets the proxies read files of a Secret or a ConfigMap.
   *
   * @param name name of the volume, which no volume of the containers has
   * @throws when the name is none, or it or the path is that of another volume
   */
  public mountVolume(name: string, volume: ProxyVolume): void {
    this.requireProxies('mountVolume');
    this.tell({ volumes: addedVolume(this.said.volumes ?? [], name, volume, `${this.owner.place}, mountVolume`) });
  }

  /** Says what each proxy is given, and may take: without more words, `ProxyResources.STANDARD`. @throws when that was said before */
  public resources(resources: ProxyResources = ProxyResources.STANDARD): void {
    this.say('resources', { resources: resources._intent });
  }

  /** @internal */
  public _inbound(): readonly InboundIntent[] {
    return inboundIntent(this.inboundSaid, this.owner.ports);
  }

  /** Has connections at ports of the pods go past the proxy, whatever else `capture` says. @internal */
  public _passBy(ports: readonly number[]): void {
    this.passedBy = [...this.passedBy, ...ports];
    this.tell({ capture: { ...this.said.capture, ...this.passing([...this._passed, ...ports]) } });
  }

  /** Ports of the pods at which connections go past the proxy. @internal */
  public get _passed(): readonly number[] {
    return this.said.capture?.excludeInboundPorts ?? [];
  }

  /** @internal */
  public _intent(): PodIntent {
    return this.said;
  }

  private say(verb: string, intent: PodIntent): void {
    this.requireProxies(verb);
    if (this.verbs.has(verb)) {
      throw new Error(`${this.owner.place}: ${verb} is already set. Set it once, with all its options.`);
    }
    this.verbs.add(verb);
    this.tell(intent);
  }

  private passing(ports: readonly number[]): TrafficCapture {
    return ports.length === 0 ? {} : { excludeInboundPorts: [...new Set(ports)].sort((one, other) => one - other) };
  }

  private tell(intent: PodIntent): void {
    this.said = { ...this.said, ...intent };
    this.owner.tell(intent);
  }

  private requireProxies(verb: string): void {
    if (!this.owner.hasProxies) {
      throw new Error(`${this.owner.place}: ${verb} configures proxies, but its pods are outside the mesh and have none. Leave it out, or inMesh: false.`);
    }
  }
}

/** What the owner of the proxies tells of itself. */
export interface ProxyTuningOwner {
  /** path of the construct */
  readonly place: string;
  readonly hasProxies: boolean;
  /** the ports of the service, with those at which its containers listen */
  readonly ports: readonly PortIntent[];
  /** makes the object that says what the proxies do with what comes in */
  readonly begin: () => void;
  /** lets them know only what is called */
  readonly isolate: () => void;
  /** hands what is said to the pods that are there already */
  readonly tell: (intent: PodIntent) => void;
}
