import type { ForwardAction } from '../intent';

/** What is wrong with requests that leave by a gateway: it knows them by the host that is meant, and answers 404 to others. */
export function leavingProblems({ destinations, requestHeaders, rewrite }: ForwardAction): string[] {
  const host = rewrite?.host ?? requestHeaders?.set.host;
  const lost = destinations.flatMap(({ outsideHost }) => outsideHost === undefined || outsideHost === host ? [] : [outsideHost]);
  return host === undefined ? [] : [...new Set(lost)].map(outside => (
    `sends requests to ${outside} through a gateway under the name "${host}", which that gateway does not know. Leave the host as it is, or let ${outside} be called without a gateway.`
  ));
}
