/** Where a rule stands: the path of the construct, and its name. */
export type Where = string;

/**
 * @param what begins with a verb, whose subject is the rule
 * @param instead what comes nearest, without the end of the sentence
 * @throws always: an HTTPRoute cannot say it
 */
export function refuse(where: Where, what: string, instead?: string): never {
  throw new Error(`${where}: ${what}, which an HTTPRoute of the Kubernetes Gateway API cannot say. Say ${instead === undefined ? '' : `${instead}, or `}api: GatewayApi.ISTIO.`);
}
