import type { Field } from '../../mesh/field';
import type { Judgement, Problem } from '../check';
import { broken } from './broken';
import { anything, byList, emptyValue, hasList, listsOf, withOpposites } from './policy-lists';
import { addressRules, isIpRange, noIpRange } from './primitives/addresses';
import { refusal } from './webhook-rules';

const rules = {
  none: refusal('policy-source-empty', 'A policy rule has an empty source.'),
  mixed: refusal('policy-source-mixed', 'A source has serviceAccounts together with principals or namespaces.'),
  account: refusal('policy-service-account', 'A policy has an invalid service account.'),
  accounts: refusal('policy-service-accounts-many', 'A source has too many service accounts.'),
  trustDomain: refusal('policy-trust-domain', 'A policy has an invalid trust domain.'),
};

export const sourceRules = { ...rules, emptyValue, range: addressRules.range };

const PROBLEMS = {
  ipBlocks: addressProblem,
  remoteIpBlocks: addressProblem,
  principals: anything,
  requestPrincipals: anything,
  namespaces: anything,
  serviceAccounts: accountProblem,
  trustDomains: trustDomainProblem,
};
const LISTS = new Set(withOpposites(Object.keys(PROBLEMS)));
const lists = byList(PROBLEMS);

const ACCOUNTS = withOpposites(['serviceAccounts']);
const BESIDE_ACCOUNTS = withOpposites(['principals', 'namespaces']);
const MOST_ACCOUNTS = 16;
const LONGEST_ACCOUNT = 320;

/** Whom a rule of an AuthorizationPolicy is for: an entry of `from`. */
export function* policySource(from: Field): Judgement {
  if (!from.isSet) {
    return;
  }
  const source = from.at('source');
  if (!saysCaller(source)) {
    yield broken(rules.none, source, 'the source is empty', 'name the callers, or remove from');
  }
  const accounts = listsOf(source, ACCOUNTS);
  if (accounts.length > 0) {
    yield* accountLists(accounts, listsOf(source, BESIDE_ACCOUNTS));
  }
  yield* lists(source);
}

/** Whether a source says anything of the caller. */
export function saysCaller(source: Field): boolean {
  return hasList(source, LISTS);
}

function* accountLists(accounts: readonly Field[], others: readonly Field[]): Judgement {
  if (others.length > 0) {
    yield broken(rules.mixed, accounts[0], `${accounts[0].key} cannot be combined with ${others.map(({ key }) => key).join(' and ')}`, 'keep one of them');
  }
  for (const list of accounts) {
    const { length } = list.items();
    if (length > MOST_ACCOUNTS) {
      yield broken(rules.accounts, list, `${length} service accounts are named, more than ${MOST_ACCOUNTS}`, 'move the others to another source');
    }
  }
}

/** What is wrong with an address or a range of them. */
export function addressProblem(text: string, field: Field): Problem | undefined {
  return isIpRange(text) ? undefined : noIpRange(field);
}

/** What is wrong with a service account, `namespace/name` or the name alone. */
export function accountProblem(text: string, field: Field): Problem | undefined {
  return /^[^/*]+(?:\/[^/*]+)?$/.test(text) && text.length <= LONGEST_ACCOUNT
    ? undefined
    : broken(rules.account, field, `"${text}" is not a service account`, 'write namespace/name, without asterisks');
}

/** What is wrong with a trust domain, which may begin or end with an asterisk. */
export function trustDomainProblem(text: string, field: Field): Problem | undefined {
  return /^(?:\*?[^*/]*|[^*/]*\*)$/.test(text)
    ? undefined
    : broken(rules.trustDomain, field, `"${text}" is not a valid trust domain`, 'write its name, with one asterisk at most, at its start or end');
}
