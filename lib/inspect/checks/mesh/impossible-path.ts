import type { Field } from '../../mesh/field';
import type { Resource } from '../../mesh/resource';
import { httpMatches } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const impossiblePath = meshRule('MESH059', 'warning', ['impossible-path', 'A path match can never match a request.']);

const HTTP_ROUTE = 'gateway.networking.k8s.io/HTTPRoute';

/** Paths that a proxy never sees: it compares them after it made them plain, encoded as they came, and without the query; all begin with a slash. */
export const impossiblePathCheck = defineCheck({
  rules: [impossiblePath],
  kinds: ['networking.istio.io/VirtualService', HTTP_ROUTE],
  fields: ['uri', 'path'],
  * judge(resource) {
    const [places, reasons] = resource.kind === HTTP_ROUTE ? [pathsOfRoute(resource), LITERALS] : [pathsOf(resource), REASONS];
    for (const place of places) {
      const reason = reasons.find(({ pattern }) => pattern.test(place.text ?? ''));
      if (reason !== undefined) {
        const matching = LITERALS.includes(reason) ? 'only a path with exactly these characters matches' : 'no path matches';
        yield { rule: impossiblePath, path: place.path, message: `${matching} ${place.text}: ${reason.message}`, repair: reason.repair };
      }
    }
  },
});

function pathsOf(virtualService: Resource): Field[] {
  return httpMatches(virtualService).flatMap(match => ['exact', 'prefix'].map(key => match.at('uri', key)));
}

function pathsOfRoute({ spec }: Resource): Field[] {
  const paths = spec.at('rules').items().flatMap(rule => rule.at('matches').items()).map(match => match.at('path'));
  return paths.filter(path => path.at('type').text !== 'RegularExpression').map(path => path.at('value'));
}

/** Signs of patterns. All else that is wrong with the path of an HTTPRoute its definition refuses. */
const LITERALS = [
  { pattern: /.\*/, message: '* is literal here', repair: 'write a prefix without it, or a regular expression' },
  { pattern: /\/[{:][\w.-]+\}?(\/|$)/, message: 'path parameters are literal here', repair: 'write a regular expression, with [^/]+ for a path segment' },
];

const REASONS = [
  { pattern: /[?#]/, message: 'the query is not part of the path', repair: 'match it by queryParams' },
  { pattern: /\s|[^\0-\x7f]/, message: 'such characters arrive percent-encoded', repair: 'percent-encode them' },
  { pattern: /\/\.\.?(\/|$)/, message: '. and .. segments are resolved first', repair: 'write the path without them' },
  { pattern: /%(2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i, message: 'characters that need no encoding are decoded first', repair: 'write the characters themselves' },
  ...LITERALS,
  { pattern: /^(?!\*$)[^/]/, message: 'paths start with a slash', repair: 'start it with a slash' },
];
