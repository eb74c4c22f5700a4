import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { regex, regexRules } from '../primitives/regexes';
import { refusal } from '../webhook-rules';

export const rewriteRules = {
  ...regexRules,
  twoPaths: refusal('rewrite-two-paths', 'A path is rewritten in two ways.'),
  nothing: refusal('rewrite-empty', 'A rewrite changes nothing.'),
  incomplete: refusal('rewrite-regex-incomplete', 'A regex rewrite lacks its match or its rewrite.'),
};

/** What is said of how a route rewrites requests: the first thing alone. */
export function* rewrites(rewrite: Field): Judgement {
  const [uri, byRegex, authority] = ['uri', 'uriRegexRewrite', 'authority'].map(key => rewrite.at(key));
  if (uri.isFilled && byRegex.isSet) {
    yield broken(rewriteRules.twoPaths, byRegex, 'uri and uriRegexRewrite are mutually exclusive', 'keep one of them');
  } else if (!uri.isFilled && !byRegex.isSet && !authority.isFilled) {
    yield broken(rewriteRules.nothing, rewrite, 'the rewrite changes nothing', 'add uri, uriRegexRewrite or authority');
  } else if (byRegex.isSet) {
    yield* regexRewrite(byRegex);
  }
}

function* regexRewrite(byRegex: Field): Judgement {
  if (byRegex.at('match').isFilled && byRegex.at('rewrite').isFilled) {
    yield* regex(byRegex.at('match'));
  } else {
    yield broken(rewriteRules.incomplete, byRegex, 'match or rewrite is missing', 'write both');
  }
}
