import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';
import { broken } from './broken';
import { emptyValue, listsOf, Texts, textsOf } from './policy-lists';
import { addressRules, ipRange } from './primitives/addresses';
import { refusal } from './webhook-rules';

const rules = {
  none: refusal('policy-source-empty', 'A rule of a policy is for callers of whom it says nothing.'),
  mixed: refusal('policy-source-mixed', 'A source names service accounts beside principals or namespaces.'),
  account: refusal('policy-service-account', 'A policy names a service account that is none.'),
  accounts: refusal('policy-service-accounts-many', 'A source names more service accounts than it may.'),
  trustDomain: refusal('policy-trust-domain', 'A policy names a trust domain that is none.'),
};

export const sourceRules = { ...rules, emptyValue, range: addressRules.range };

const ADDRESSES = ['ipBlocks', 'remoteIpBlocks'];
const IDENTITIES = ['principals', 'requestPrincipals', 'namespaces'];
const MOST_ACCOUNTS = 16;
const LONGEST_ACCOUNT = 320;

/** Whom a rule of an AuthorizationPolicy is for: an entry of `from`. */
export function* policySource(from: Field): Judgement {
  if (!from.isSet) {
    return;
  }
  const source = from.at('source');
  if (!listsOf(source, [...ADDRESSES, ...IDENTITIES, 'serviceAccounts', 'trustDomains']).some(({ isFilled }) => isFilled)) {
    yield broken(rules.none, source, 'the source says nothing of the caller', 'say who calls, or remove from');
  }
  yield* textsOf(listsOf(source, IDENTITIES));
  yield* addresses(yield* textsOf(listsOf(source, ADDRESSES)));
  yield* trustDomains(yield* textsOf(listsOf(source, ['trustDomains'])));
  yield* accountsOf(source);
}

function* accountsOf(source: Field): Judgement {
  const lists = listsOf(source, ['serviceAccounts']).filter(({ isFilled }) => isFilled);
  const others = listsOf(source, ['principals', 'namespaces']).filter(({ isFilled }) => isFilled).map(({ key }) => key);
  if (lists.length > 0 && others.length > 0) {
    yield broken(rules.mixed, lists[0], `${lists[0].key} may not stand beside ${others.join(' and ')}`, 'keep one of them');
  }
  for (const list of lists) {
    const { length } = list.items();
    if (length > MOST_ACCOUNTS) {
      yield broken(rules.accounts, list, `${length} service accounts are named, and ${MOST_ACCOUNTS} may be`, 'put the others into a source of their own');
    }
    yield* serviceAccounts(yield* textsOf([list]));
  }
}

/** What is said of addresses and ranges of them. */
export function* addresses(texts: Texts): Judgement {
  for (const [, field] of texts) {
    yield* ipRange(field);
  }
}

/** What is said of service accounts, `namespace/name` or the name alone. */
export function* serviceAccounts(texts: Texts): Judgement {
  for (const [text, field] of texts) {
    if (!/^[^/*]+(?:\/[^/*]+)?$/.test(text) || text.length > LONGEST_ACCOUNT) {
      yield broken(rules.account, field, `"${text}" is no service account`, 'write namespace/name, without asterisks');
    }
  }
}

/** What is said of trust domains, which may begin or end with an asterisk. */
export function* trustDomains(texts: Texts): Judgement {
  for (const [text, field] of texts) {
    if (!/^(?:\*?[^*/]*|[^*/]*\*)$/.test(text)) {
      yield broken(rules.trustDomain, field, `"${text}" is no trust domain`, 'write its name, with one asterisk at most, at its start or end');
    }
  }
}
