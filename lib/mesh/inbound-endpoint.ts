import { requirePort } from './private/hosts/ports';
import type { InboundEndpointIntent } from './private/pods/proxies-intent';

/** Where the container behind a proxy listens, when that is not simply the port of the pod, at every address. */
export class InboundEndpoint {
  /** At `127.0.0.1`, where nobody but the proxy reaches it. @throws when the port is none */
  public static loopback(port: number): InboundEndpoint {
    requirePort(port, 'InboundEndpoint.loopback');
    return new InboundEndpoint({ at: 'loopback', port });
  }

  /** At the address of the pod. @throws when the port is none */
  public static podAddress(port: number): InboundEndpoint {
    requirePort(port, 'InboundEndpoint.podAddress');
    return new InboundEndpoint({ at: 'pod-address', port });
  }

  /** @internal */
  public readonly _intent: InboundEndpointIntent;

  private constructor(intent: InboundEndpointIntent) {
    this._intent = intent;
  }
}
