import { operationsOf } from '../../mesh/policy-workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const literalPolicyPath = meshRule('MESH064', 'warning', ['literal-policy-path', 'A path in a policy looks like a pattern, but is compared literally.']);

/** Paths of policies with signs that mean nothing there: an asterisk counts at one end alone. */
export const literalPolicyPathCheck = defineCheck({
  rules: [literalPolicyPath],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['paths', 'notPaths'],
  * judge({ spec }) {
    const operations = operationsOf(spec.at('rules').items());
    for (const place of operations.flatMap(operation => [...operation.at('paths').items(), ...operation.at('notPaths').items()])) {
      const { text = '', path } = place;
      const reason = reasonOf(text);
      if (reason !== undefined) {
        yield { rule: literalPolicyPath, path, message: `${text}: ${reason}`, repair: reason === QUERY ? withoutQuery(text) : PATTERN };
      }
    }
  },
});

const QUERY = 'the query is not part of the path, so no request matches';

const PATTERN = 'use * at the start or the end, or {*} and {**} for whole path segments';

function withoutQuery(path: string): string {
  const [alone] = path.split('?');
  return alone === '' ? 'remove the query' : `remove the query: ${alone}`;
}

/** Brackets alone are signs like others, as in `/Items(1)`: of an expression, something stands behind them. */
const EXPRESSION = /\/\.\*|\.\+|[\^|\\]|[)\]][+*{]/;

function reasonOf(path: string): string | undefined {
  const plain = path.includes('{') ? path.replaceAll('{**}', '').replaceAll('{*}', '') : path;
  if (plain.includes('?')) {
    return QUERY;
  }
  if (EXPRESSION.test(plain)) {
    return 'a path is not a regular expression, so these characters are literal';
  }
  const inner = plain.startsWith('*') ? plain.slice(1) : plain.endsWith('*') ? plain.slice(0, -1) : plain;
  return inner.includes('*') ? 'a * that is not the first or last character is literal' : undefined;
}
