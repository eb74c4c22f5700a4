import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const wholePathRewrite = meshRule('MESH056', 'warning', ['whole-path-rewrite', 'A rewrite combined with a regular expression replaces the whole path.']);

/** Rewrites that leave nothing of the paths that a regular expression matches. */
export const wholePathRewriteCheck = defineCheck({
  rules: [wholePathRewrite],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['rewrite'],
  * judge(virtualService) {
    for (const entry of httpEntries(virtualService)) {
      const { text, path } = entry.at('rewrite', 'uri');
      const regex = entry.at('match').items().map(match => match.at('uri', 'regex').text).find(one => one !== undefined);
      if (text !== undefined && regex !== undefined) {
        yield {
          rule: wholePathRewrite,
          path,
          message: `every path that matches ${regex} is replaced entirely by ${text}`,
          repair: 'use rewrite.uriRegexRewrite to keep a part of it',
        };
      }
    }
  },
});
