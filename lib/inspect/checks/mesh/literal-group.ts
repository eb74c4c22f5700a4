import { textFix } from '../../fix/known-fixes';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const literalGroup = meshRule('MESH111', 'warning', ['literal-group', 'A rewrite refers to a group of its expression by $, which stands for itself.']);

/** `$1` in the place of what an expression matches: the proxy knows `\1`. */
export const literalGroupCheck = defineCheck({
  rules: [literalGroup],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['uriRegexRewrite'],
  * judge(virtualService) {
    for (const rewrite of httpEntries(virtualService).map(entry => entry.at('rewrite', 'uriRegexRewrite'))) {
      const [match, { text = '', path }] = [rewrite.at('match').text ?? '', rewrite.at('rewrite')];
      const meant = text.replaceAll(REFERENCE, (reference: string, one?: string, other?: string) => (isGroup(match, Number(one ?? other)) ? `\\${one ?? other}` : reference));
      if (meant !== text) {
        yield {
          rule: literalGroup,
          path,
          message: `${text}: the sign $ stands for itself, so that paths become that`,
          repair: `write ${meant}`,
          fix: textFix(path, meant),
        };
      }
    }
  },
});

const REFERENCE = /\$(?:([1-9])|\{([1-9])\})/g;

/** Whether an expression has as many groups: all brackets that open, but those of other meaning and those that stand for themselves. */
function isGroup(expression: string, number: number): boolean {
  return [...expression.matchAll(/\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\((?!\?[^P<]|\?<[=!])/g)].filter(([sign]) => sign === '(').length >= number;
}
