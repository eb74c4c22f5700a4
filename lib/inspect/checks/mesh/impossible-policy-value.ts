import type { Field } from '../../mesh/field';
import { methodMeant } from '../../mesh/http-methods';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import type { ObjectSet } from '../../mesh/object-set';
import { notSingle, NotSingle, notSpaced } from '../../mesh/single-word';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';
import { trustDomains } from './unknown-principal';

export const impossiblePolicyValue = meshRule(
  'MESH081', 'warning', ['impossible-policy-value', 'A policy names a caller, method, path, host or port that no request has.'],
);

/** Values of policies that never match: a policy that allows lets nobody in by them, and one that denies is a hole. */
export const impossiblePolicyValueCheck = defineCheck({
  rules: [impossiblePolicyValue],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: MESH_CONFIG_KINDS,
  fields: ['principals', 'notPrincipals', 'methods', 'notMethods', 'paths', 'notPaths', 'hosts', 'notHosts', 'when'],
  * judge({ spec }, { set }) {
    const action = spec.at('action').text ?? 'ALLOW';
    for (const value of spec.at('rules').items().flatMap(valuesOf)) {
      const { text = '' } = value.place;
      const reason = SEPARATORS[value.of](text) ?? REASONS[value.of](text, set);
      if (reason !== undefined) {
        yield problem(action, value, reason);
      }
    }
  },
});

type Subject = 'principals' | 'methods' | 'paths' | 'hosts';

interface Value {
  readonly place: Field;
  readonly of: Subject;
  /** Whether the rule is for all but this. */
  readonly isExcepted: boolean;
}

type Reason = NotSingle;

function valuesOf(rule: Field): Value[] {
  const conditions = rule.at('when').items().filter(condition => condition.at('key').text === 'source.principal');
  return [
    ...rule.at('from').items().flatMap(from => bothLists(from.at('source'), 'principals', ['principals', 'notPrincipals'])),
    ...rule.at('to').items().flatMap(to => ofOperation(to.at('operation'))),
    ...conditions.flatMap(condition => bothLists(condition, 'principals', ['values', 'notValues'])),
  ];
}

function ofOperation(operation: Field): Value[] {
  return [
    ...bothLists(operation, 'methods', ['methods', 'notMethods']),
    ...bothLists(operation, 'paths', ['paths', 'notPaths']),
    ...bothLists(operation, 'hosts', ['hosts', 'notHosts']),
  ];
}

function bothLists(owner: Field, of: Subject, [key, exceptions]: readonly [string, string]): Value[] {
  return [
    ...owner.at(key).items().map(place => ({ place, of, isExcepted: false })),
    ...owner.at(exceptions).items().map(place => ({ place, of, isExcepted: true })),
  ];
}

/** What comes of a value that never matches, by the action of its policy. */
const OUTCOMES: Readonly<Record<string, string>> = { ALLOW: 'it allows nobody', DENY: 'it denies nobody', CUSTOM: 'it is never sent to the authorizer' };

/** Whoever should be kept out gets in where a denial does not match, or an exception from what is allowed. */
function problem(action: string, { place, isExcepted }: Value, { message, repair }: Reason): Problem {
  const isHole = isExcepted ? action === 'ALLOW' : ['DENY', 'CUSTOM'].includes(action);
  const outcome = isExcepted ? 'it excludes nothing' : OUTCOMES[action] ?? 'it matches nobody';
  return { rule: impossiblePolicyValue, path: place.path, message: `${message}, so ${outcome}`, repair, severity: isHole ? 'error' : 'warning' };
}

const REASONS: Readonly<Record<Subject, (text: string, set: ObjectSet) => Reason | undefined>> = {
  principals: ofPrincipal,
  methods: ofMethod,
  paths: ofPath,
  hosts: ofHost,
};

/** In a path a comma is a sign like others. */
const SEPARATORS: Readonly<Record<Subject, (text: string) => Reason | undefined>> = {
  principals: text => notSingle('principal', text),
  methods: text => notSingle('method', text),
  paths: text => notSpaced('path', text),
  hosts: text => notSingle('host', text),
};

function ofHost(text: string): Reason | undefined {
  if (text.includes('/')) {
    const host = text.replace(/^[^/]*:\/\//, '').replace(/\/.*$/, '');
    return { message: `no request has the host ${text}: a host has neither a scheme nor a path`, repair: host === '' ? 'write the host alone' : `write ${host}` };
  }
  return hasInnerAsterisk(text)
    ? { message: `no request has the host ${text}: * is a wildcard only at the start or the end`, repair: 'list the hosts, or put * only at the start or the end' }
    : undefined;
}

function ofMethod(text: string): Reason | undefined {
  const upper = methodMeant(text);
  return upper === undefined ? undefined : { message: `no request has the method ${text}: methods are uppercase`, repair: `write ${upper}` };
}

/** Of what looks like a regular expression another rule speaks. */
function ofPath(text: string): Reason | undefined {
  return /^[\w.~%{-]/.test(text) ? { message: `no request has the path ${text}: paths start with a slash`, repair: `write /${text} if that is what you meant` } : undefined;
}

function hasInnerAsterisk(text: string): boolean {
  return (text.startsWith('*') ? text.slice(1) : text.replace(/\*$/, '')).includes('*');
}

/** There may be words between the parts; who issues identities for other meshes may have a form of his own. */
const FORM = /^.+\/ns\/[^/]+\/(?:.+\/)?sa\/[^/]+/;

function ofPrincipal(text: string, set: ObjectSet): Reason | undefined {
  if (text === '' || text.startsWith('spiffe://')) {
    return undefined;
  }
  if (hasInnerAsterisk(text)) {
    const [, account] = /\/sa\/([^/*]+)$/.exec(text) ?? [];
    const message = `no caller has the principal ${text}: * is a wildcard only at the start or the end`;
    return { message, repair: account === undefined ? 'keep one *, at the start or the end' : `write */sa/${account}, or name the namespaces` };
  }
  return text.includes('*') || FORM.test(text) || isForeign(text, set) ? undefined : {
    message: `no caller has the principal ${text}: the format is <trust domain>/ns/<namespace>/sa/<account>`,
    repair: `write ${meantPrincipal(text)}`,
  };
}

function isForeign(text: string, set: ObjectSet): boolean {
  const [domain, ...rest] = text.split('/');
  return rest.length > 0 && domain.includes('.') && !trustDomains(set).has(domain);
}

function meantPrincipal(text: string): string {
  const [, namespace = '<namespace>', account = '<account>'] = /^(?:system:serviceaccount:)?([\w.-]+)[/:]([\w.-]+)$/.exec(text) ?? [];
  return `cluster.local/ns/${namespace}/sa/${account}`;
}
