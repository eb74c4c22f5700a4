import { HttpMethod, PathMatch } from '../../../../lib';
import type { AccessRuleIntent, AskedIntent } from '../../../../lib/mesh/private/access/access-intent';
import type { CallerIntent, TokenIntent } from '../../../../lib/mesh/private/access/caller-intent';
import { ruleCovers } from '../../../../lib/mesh/private/access/rule-covers';

const WEB = { identity: { namespace: 'shop', account: 'web' } };

function rule(caller: CallerIntent, asked: AskedIntent = {}): AccessRuleIntent {
  return { caller, asked };
}

function token(props: Partial<TokenIntent> = {}, issuer = 'https://auth.example.com'): CallerIntent {
  return { token: { issuer: { issuer, audiences: [], keys: undefined, forwards: false, claimHeaders: [] }, claims: [], ...props } };
}

const ROLE = { path: ['role'], values: ['admin'] };

test.each<[string, AccessRuleIntent, AccessRuleIntent, boolean]>([
  ['everybody, an account', rule({}), rule(WEB), true],
  ['an account, everybody', rule(WEB), rule({}), false],
  ['an account, itself', rule(WEB), rule(WEB), true],
  ['its namespace, an account', rule({ namespaces: ['pay', 'shop'] }), rule(WEB), true],
  ['another namespace, an account', rule({ namespaces: ['pay'] }), rule(WEB), false],
  ['some namespaces, one of them', rule({ namespaces: ['pay', 'shop'] }), rule({ namespaces: ['shop'] }), true],
  ['one namespace, more', rule({ namespaces: ['shop'] }), rule({ namespaces: ['pay', 'shop'] }), false],
  ['addresses, the same', rule({ address: { ranges: ['192.0.2.0/24'], of: 'client' } }), rule({ address: { ranges: ['192.0.2.0/24'], of: 'client' } }), true],
  ['addresses, those of others', rule({ address: { ranges: ['192.0.2.0/24'], of: 'client' } }), rule({ address: { ranges: ['192.0.2.0/24'], of: 'connection' } }), false],
  ['addresses, everybody', rule({ address: { ranges: ['192.0.2.0/24'], of: 'client' } }), rule({}), false],
  ['a token, one with a claim', rule(token()), rule(token({ claims: [ROLE] })), true],
  ['a token with a claim, one without', rule(token({ claims: [ROLE] })), rule(token()), false],
  ['a token, one of another issuer', rule(token()), rule(token({}, 'https://login.example.com')), false],
  ['a token of somebody, any', rule(token({ subject: 'joe' })), rule(token()), false],
  ['a token, everybody', rule(token()), rule({}), false],
  ['all methods, one', rule({}), rule({}, { methods: [HttpMethod.GET] }), true],
  ['one method, all', rule({}, { methods: [HttpMethod.GET] }), rule({}), false],
  ['paths, one of them', rule({}, { paths: [PathMatch.exact('/a'), PathMatch.exact('/b')] }), rule({}, { paths: [PathMatch.exact('/a')] }), true],
  ['a path, below it', rule({}, { paths: [PathMatch.exact('/a')] }), rule({}, { paths: [PathMatch.below('/a')] }), false],
  ['but for a path, everything', rule({}, { exceptPaths: [PathMatch.exact('/a')] }), rule({}), false],
  ['who has no token, everybody', { ...rule({}), lacks: ['https://auth.example.com'] }, rule({}), false],
])('%s', (_, wide, narrow, expected) => {
  expect(ruleCovers(wide, narrow)).toBe(expected);
});
