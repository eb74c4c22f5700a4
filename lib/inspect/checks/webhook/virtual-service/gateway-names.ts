import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { hostName, hostRules, isDnsLabel } from '../primitives/host-names';
import { refusal, warning } from '../webhook-rules';

export const gatewayNameRules = {
  host: hostRules.host,
  emptyName: refusal('gateway-reference-empty', 'A gateway is named with an empty namespace or an empty name.'),
  label: refusal('gateway-reference-label', 'A gateway reference is not a DNS label.'),
  legacy: warning('gateway-reference-legacy', 'A gateway is named as a host, which is deprecated.'),
};

/** What is said of a list of gateways; `isConverted`: whether the object was made from one of the Gateway API. */
export function* gatewayNames(list: Field, isConverted = false): Judgement {
  for (const item of list.items()) {
    const { text = '' } = item;
    if (!text.includes('/')) {
      yield* bareName(item);
      // istiod looks at none behind the first name without a namespace.
      return;
    }
    yield* fullName(item, isConverted);
  }
}

function* bareName(item: Field): Judgement {
  const { text = '' } = item;
  const [name, namespace] = text.split('.');
  if (namespace !== undefined) {
    yield broken(gatewayNameRules.legacy, item, `"${text}" names a gateway as a host`, `write ${namespace}/${name}`);
  }
  yield* hostName(item);
}

function* fullName(item: Field, isConverted: boolean): Judgement {
  const { text = '' } = item;
  const slash = text.indexOf('/');
  const [namespace, name] = [text.slice(0, slash), text.slice(slash + 1)];
  if (namespace === '' || name === '') {
    yield broken(gatewayNameRules.emptyName, item, `"${text}" lacks a namespace or a name`, 'write namespace/name');
  } else if (!isDnsLabel(namespace) || (!isDnsLabel(name) && !isConverted)) {
    yield broken(gatewayNameRules.label, item, `"${text}" is not namespace/name`, 'write namespace/name');
  }
}
