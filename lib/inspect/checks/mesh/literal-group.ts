import { textFix } from '../../fix/known-fixes';
import type { Field } from '../../mesh/field';
import { groupReference } from '../../mesh/group-references';
import { httpEntries } from '../../mesh/route-entries';
import { Groups, groupsOf } from '../../schema/syntax/re2';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const rules = {
  literal: meshRule('MESH111', 'warning', ['literal-group', 'A rewrite or a redirect refers to a group of an expression by a sign that stands for itself.']),
  missing: meshRule('MESH111', 'warning', ['missing-group', 'A rewrite refers to a group that its expression does not have, and so rewrites nothing.']),
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
      message: `${match} has no group ${missing} for \\${missing}, so that nothing is rewritten: paths stay as they are`,
      repair: groups.count === 0 ? 'put what is meant into brackets' : `refer to a group that there is, up to \\${groups.count}, or put what is meant into brackets`,
    };
    return;
  }
  const meant = text.replaceAll(FOREIGN, (reference: string, digit?: string, name?: string) => ownReference(groups, digit ?? name!) ?? reference);
  if (meant !== text) {
    yield {
      rule: rules.literal,
      path,
      message: `${text}: the sign $ stands for itself, so that paths become that`,
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
      message: `redirects know no groups of an expression: callers are sent to ${text}, where ${reference} stands for itself`,
      repair: 'write each path in full, with a match of its own, or let uriRegexRewrite give the path to the service without a redirect',
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
      message: `rewrite.uri knows no groups of an expression: paths become ${text}, where ${reference} stands for itself`,
      repair: 'write rewrite.uriRegexRewrite, which knows \\1',
    };
  }
}
