import { captureIntent } from './private/capture-intent';
import type { PodIntent } from './private/pod-intent';
import { ProxyResources } from './proxy-resources';
import { TrafficCapture } from './traffic-capture';

/** How the proxies beside the containers of a service run, in all its versions. What nobody says is as the mesh is configured. */
export class ProxyTuning {
  /** @internal */
  public static _of(owner: ProxyTuningOwner): ProxyTuning {
    return new ProxyTuning(owner);
  }

  private said: PodIntent = {};

  private constructor(private readonly owner: ProxyTuningOwner) {}

  /**
   * Says which connections go through the proxy, and how.
   *
   * @throws when that was said before, nothing is said, a port or a range is none, or the port of the service would go past the proxy
   */
  public capture(capture: TrafficCapture): void {
    this.say('capture', { capture: captureIntent(capture, this.owner.ports, `${this.owner.place}, capture`) });
  }

  /** Says what each proxy is given, and may take: without more words, `ProxyResources.STANDARD`. @throws when that was said before */
  public resources(resources: ProxyResources = ProxyResources.STANDARD): void {
    this.say('resources', { resources: resources._intent });
  }

  /** @internal */
  public _intent(): PodIntent {
    return this.said;
  }

  private say(verb: string, intent: PodIntent): void {
    if (verb in this.said) {
      throw new Error(`${this.owner.place}: ${verb} was said before. Say it once, with all that it shall hold.`);
    }
    this.said = { ...this.said, ...intent };
    this.owner.tell(intent);
  }
}

/** What the owner of the proxies tells of itself. */
export interface ProxyTuningOwner {
  /** path of the construct */
  readonly place: string;
  /** the ports at which its containers listen */
  readonly ports: readonly number[];
  /** hands what is said to the pods that are there already */
  readonly tell: (intent: PodIntent) => void;
}
