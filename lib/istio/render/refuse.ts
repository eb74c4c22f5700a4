/** What takes a rule that an HTTPRoute cannot say, as a sentence of its own and behind another one, without their ends. */
export interface OtherWay {
  readonly alone: string;
  readonly beside: string;
  /** of more rules than it has room for */
  readonly fewer: string;
}

/** Where a rule stands. */
export interface Where {
  /** path of the construct, and the name of the rule */
  readonly place: string;
  readonly otherwise: OtherWay;
}

/** Of a gateway, routes can be objects of Istio. */
export const AT_GATEWAY: OtherWay = {
  alone: 'Set api: GatewayApi.ISTIO',
  beside: 'api: GatewayApi.ISTIO',
  fewer: 'Divide the services among hostnames, or set api: GatewayApi.ISTIO',
};

/** A waypoint is there for pods without sidecars. */
export const AT_WAYPOINT: OtherWay = {
  alone: 'Leave it out, or run sidecars: leave out DataPlaneMode.AMBIENT',
  beside: 'run sidecars: leave out DataPlaneMode.AMBIENT',
  fewer: 'Use fewer routes, or run sidecars: leave out DataPlaneMode.AMBIENT',
};

/**
 * @param what begins with a verb, whose subject is the rule
 * @param instead what comes nearest, without the end of the sentence
 * @throws always: an HTTPRoute cannot say it
 */
export function refuse({ place, otherwise: { alone, beside } }: Where, what: string, instead?: string): never {
  throw new Error(`${place}: ${what}, which an HTTPRoute of the Kubernetes Gateway API cannot express. ${instead === undefined ? alone : `Use ${instead}, or ${beside}`}.`);
}
