import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { GATEWAY_API, KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { kindsOfListener, listenerType, ROUTE_KINDS } from '../../mesh/listener-kinds';
import { nearlySpelled } from '../../nearest';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const listenerKinds = meshRule('MESH121', 'error', ['listener-kinds', 'A listener of a Kubernetes Gateway allows a kind of route that its protocol does not support.']);

/** Kinds of routes that cannot hang on a listener, though it lets them in. */
export const listenerKindsCheck = defineCheck({
  rules: [listenerKinds],
  kinds: [KUBERNETES_GATEWAY],
  fields: ['allowedRoutes'],
  * judge({ spec }) {
    for (const listener of spec.at('listeners').items()) {
      const allowed = listener.at('allowedRoutes', 'kinds').items();
      const taken = kindsOfListener(listener);
      const wrong = taken === undefined ? [] : allowed.filter(one => isImpossible(one, taken));
      yield* wrong.map(one => problem(listener, one, wrong.length === allowed.length));
    }
  },
});

/** Of kinds that nobody knows, and of other groups, an implementation may know more. */
function isImpossible(allowed: Field, taken: readonly string[]): boolean {
  const { text: kind = '' } = allowed.at('kind');
  const isOfGatewayApi = (allowed.at('group').text ?? GATEWAY_API) === GATEWAY_API;
  return isOfGatewayApi && !taken.includes(kind) && (ROUTE_KINDS.includes(kind) || nearlySpelled(kind, ROUTE_KINDS).length > 0);
}

function problem(listener: Field, allowed: Field, isAll: boolean): Problem {
  const [kind, taken] = [allowed.at('kind'), kindsOfListener(listener)!];
  const [near] = ROUTE_KINDS.includes(kind.text ?? '') ? [] : nearlySpelled(kind.text ?? '', taken, 1);
  return {
    rule: listenerKinds,
    path: kind.path,
    message: `a listener with protocol ${listenerType(listener)} does not support ${kind.text}${isAll ? ', and this one allows nothing else: no route can attach to it' : ''}`,
    expected: listed(taken),
    repair: near === undefined ? 'remove the kind, or change the protocol of the listener to one that supports it' : `did you mean "${near}"?`,
    severity: isAll ? 'error' : 'warning',
  };
}
