import { httpMatches } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const impossiblePath = meshRule('MESH059', 'warning', ['impossible-path', 'A path is matched that no request has when it is compared.']);

/** Paths that a proxy never sees: it compares them after it made them plain, encoded as they came, and without the query; all begin with a slash. */
export const impossiblePathCheck = defineCheck({
  rules: [impossiblePath],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['uri'],
  * judge(virtualService) {
    const matches = httpMatches(virtualService);
    for (const place of matches.flatMap(match => ['exact', 'prefix'].map(key => match.at('uri', key)))) {
      const reason = REASONS.find(({ pattern }) => pattern.test(place.text ?? ''));
      if (reason !== undefined) {
        yield { rule: impossiblePath, path: place.path, message: `no path matches ${place.text}: ${reason.message}`, repair: reason.repair };
      }
    }
  },
});

const REASONS = [
  { pattern: /[?#]/, message: 'the query is no part of the path', repair: 'match it by queryParams' },
  { pattern: /\s|[^\0-\x7f]/, message: 'such characters come encoded', repair: 'encode them with percent signs' },
  { pattern: /\/\.\.?(\/|$)/, message: 'dots as parts of a path are resolved first', repair: 'write the path without them' },
  { pattern: /%(2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/i, message: 'characters that need no encoding are decoded first', repair: 'write the characters themselves' },
  { pattern: /^(?!\*$)[^/]/, message: 'paths begin with a slash', repair: 'begin it with a slash' },
];
