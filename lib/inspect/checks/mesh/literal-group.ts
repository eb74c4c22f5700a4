import { textFix } from '../../fix/known-fixes';
import type { Field } from '../../mesh/field';
import { groupReference } from '../../mesh/group-references';
import { httpEntries } from '../../mesh/route-entries';
import { Groups, groupsOf } from '../../schema/syntax/re2';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const rules = {
  literal: meshRule('MESH111', 'warning', ['literal-group', 'A rewrite or redirect has a regex group reference that is taken literally.']),
  missing: meshRule('MESH111', 'warning', ['missing-group', 'A rewrite refers to a group that its regex does not have, so it rewrites nothing.']),
};

/** `$1` in the place of what an expression matches: the proxy knows `\1`, and where nothing is matched by an expression neither. */
export const literalGroupCheck = defineCheck({
  rules: Object.values(rules),
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['rewrite', 'redirect'],
  * judge(virtualService) {
    for (const entry of httpEntries(virtualService)) {
      yield* judgeRewrite(entry.at('rewrite', 'uriRegexRewrite'));
      yield* judgeRedirect(entry.at('redirect', 'uri'));
      yield* judgePlainRewrite(entry);
    }
  },
});

/** How other proxies refer to groups. */
const FOREIGN = /\$(?:([1-9])|\{(\w+)\})/g;
/** What may be a price, or a group of two digits. */
const MAYBE_NUMBER = /\$[1-9]\.?\d/;
const OWN = /\\(?:(\d)|.)/gs;

function* judgeRewrite(rewrite: Field): Judgement {
  const [{ text: match = '' }, { text = '', path }] = [rewrite.at('match'), rewrite.at('rewrite')];
  // An expression that is none the webhook refuses.
  const groups = /[$\\]/.test(text) ? groupsOf(match) : undefined;
  if (groups === undefined) {
    return;
  }
  const missing = [...text.matchAll(OWN)].map(([, digit]) => Number(digit ?? 0)).find(number => number > groups.count);
  if (missing !== undefined) {
    yield {
      rule: rules.missing,
      path,
      message: `${match} has no group ${missing} for \\${missing}, so nothing is rewritten and paths stay as they are`,
      repair: groups.count === 0 ? 'put the intended part in parentheses' : `refer to an existing group, up to \\${groups.count}, or put the intended part in parentheses`,
    };
    return;
  }
  const meant = text.replaceAll(FOREIGN, (reference: string, digit?: string, name?: string) => ownReference(groups, digit ?? name!) ?? reference);
  if (meant !== text) {
    yield {
      rule: rules.literal,
      path,
      message: `${text}: $ is taken literally, so paths become exactly that`,
      repair: `write ${meant}`,
      fix: MAYBE_NUMBER.test(text) ? undefined : textFix(path, meant),
    };
  }
}

/** How the proxy refers to the group of a number or name, of which it knows nine. */
function ownReference({ count, named }: Groups, group: string): string | undefined {
  const number = named.get(group) ?? Number(group);
  return number >= 1 && number <= Math.min(count, 9) ? `\\${number}` : undefined;
}

function* judgeRedirect({ text = '', path }: Field): Judgement {
  const reference = groupReference(text);
  if (reference !== undefined) {
    yield {
      rule: rules.literal,
      path,
      message: `redirects do not support regex groups: callers are sent to ${text}, with a literal ${reference}`,
      repair: 'write each path in full, with a match of its own, or rewrite it with uriRegexRewrite instead of redirecting',
    };
  }
}

/** Where a path is matched by an expression, another rule says that the rewrite takes the place of all of it. */
function* judgePlainRewrite(entry: Field): Judgement {
  const { text = '', path } = entry.at('rewrite', 'uri');
  const reference = groupReference(text);
  if (reference !== undefined && !entry.at('match').items().some(match => match.at('uri', 'regex').isSet)) {
    yield {
      rule: rules.literal,
      path,
      message: `rewrite.uri does not support regex groups: paths become ${text}, with a literal ${reference}`,
      repair: 'use rewrite.uriRegexRewrite, which supports \\1',
    };
  }
}
