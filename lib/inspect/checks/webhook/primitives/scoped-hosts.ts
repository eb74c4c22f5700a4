import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { isIpAddress } from './addresses';
import { hostOfUrl, hostRules, isDnsLabel, isPartialWildcard, isText, isWildcardHostName, noUrl } from './host-names';

export const scopedHostRules = {
  host: hostRules.wildcardHost,
  form: refusal('scoped-host-form', 'A host has no namespace and slash before it.'),
  namespace: refusal('scoped-host-namespace', 'The part before the slash is neither a namespace nor a wildcard.'),
  short: refusal('scoped-host-short', 'A host is a short name, which Istio does not expand here.'),
  partial: refusal('partial-wildcard', 'A host has a * that is not its whole first label.'),
};

/** Who names hosts together with their namespaces. */
export interface HostScope {
  /** Whether the namespace may be left out, and the host may be an IP address. */
  readonly isGateway: boolean;
  /** Whether the object was made from one of the Gateway API, which may name no namespace at all. */
  readonly isConverted?: boolean;
}

/** What is said of a host with its namespace: `shop/cart.example.com`. */
export function* scopedHost(field: Field, scope: HostScope): Judgement {
  const { text = '' } = field;
  const slash = text.indexOf('/');
  const [namespace, host] = [text.slice(0, Math.max(slash, 0)), text.slice(slash + 1)];
  if (!isText(field)) {
    return;
  }
  if (hostOfUrl(text) !== undefined) {
    yield { ...noUrl(scopedHostRules.host, field), repair: `write ${scope.isGateway ? '' : '*/'}${hostOfUrl(text)}` };
  } else if (slash < 0 ? !scope.isGateway : namespace === '' || host === '') {
    yield broken(scopedHostRules.form, field, `"${text}" is not namespace/host`, 'write namespace/host, with * for any namespace');
  } else if (slash >= 0 && !isNamespace(namespace, scope)) {
    yield broken(scopedHostRules.namespace, field, `"${namespace}" is neither a namespace nor a wildcard`, 'name a namespace, or write * or .');
  } else {
    yield* hostPart(field, host, scope);
  }
}

function* hostPart(field: Field, host: string, { isGateway }: HostScope): Judgement {
  if (!isWildcardHostName(host) && !(isGateway && isIpAddress(host))) {
    yield broken(scopedHostRules.host, field, `"${host}" is not a DNS name`, 'write a DNS name, or one with * as its first label');
  } else if (host !== '*' && !host.includes('.')) {
    yield broken(scopedHostRules.short, field, `"${host}" is a short name`, 'write the full name');
  } else if (isPartialWildcard(host)) {
    yield broken(scopedHostRules.partial, field, `"${host}" has a * within a label`, 'write * as the whole first label');
  }
}

/** A Sidecar leaves out with `~` what it names behind it, and takes nothing at all with `~` alone. */
function isNamespace(text: string, { isGateway, isConverted = false }: HostScope): boolean {
  const name = text.startsWith('~') && !isGateway ? text.slice(1) : text;
  return ['*', '.'].includes(name) || isDnsLabel(name) || (text === '~' && (!isGateway || isConverted));
}
