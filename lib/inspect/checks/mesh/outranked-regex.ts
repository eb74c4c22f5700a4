import { groupBy } from '../../group-by';
import { byAge, olderOf } from '../../mesh/age';
import type { Field } from '../../mesh/field';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const outrankedRegex = meshRule('MESH071', 'info', ['outranked-regex', 'An HTTPRoute for all paths takes precedence over a regular expression when it is older.']);

const ROUTE = 'gateway.networking.k8s.io/HTTPRoute';

/** Regular expressions of HTTPRoutes beside another route that takes everything. */
export const outrankedRegexCheck = defineCheck({
  rules: [outrankedRegex],
  kinds: [ROUTE],
  * judge(route, { set }) {
    const other = placesOf(route).flatMap(place => catchAlls(set).get(place) ?? []).find(one => one !== route && olderOf(one, route) !== route);
    const regex = matchesOf(route).map(match => match.at('path')).find(path => path.at('type').text === 'RegularExpression');
    if (other !== undefined && regex !== undefined) {
      yield {
        rule: outrankedRegex,
        path: regex.path,
        message: `HTTPRoute ${other.fullName} matches all paths for the same parent, and takes precedence over this expression ${olderOf(other, route) === undefined ? 'if that route is older' : 'since it is older'}`,
        repair: 'put both rules in one HTTPRoute, or match by prefix',
      };
    }
  },
});

const catchAlls = perSet(set => {
  const all = set.of(ROUTE).filter(route => takesAll(route)).flatMap(route => placesOf(route).map(place => ({ place, route })));
  return new Map([...groupBy(all, ({ place }) => place)].map(([place, routes]) => [place, routes.map(({ route }) => route).sort(byAge).slice(0, 2)]));
});

/** The listeners or Services, with hostnames, at which a route stands. */
function placesOf({ spec, namespace }: Resource): string[] {
  const hostnames = spec.at('hostnames').isFilled ? spec.at('hostnames').texts : ['*'];
  return spec.at('parentRefs').items().flatMap(parent => {
    const [kind, own, name, section] = [
      parent.at('kind').text ?? 'Gateway', parent.at('namespace').text ?? namespace, parent.at('name').text ?? '', parent.at('sectionName').text ?? '',
    ];
    return hostnames.map(hostname => `${kind} ${own}/${name}/${section} ${hostname}`);
  });
}

function matchesOf({ spec }: Resource): Field[] {
  return spec.at('rules').items().flatMap(rule => rule.at('matches').items());
}

function takesAll({ spec }: Resource): boolean {
  return spec.at('rules').items().some(rule => !rule.at('matches').isFilled || rule.at('matches').items().some(isCatchAll));
}

function isCatchAll(match: Field): boolean {
  const path = match.at('path');
  const isEverything = !path.isFilled || ((path.at('type').text ?? 'PathPrefix') === 'PathPrefix' && (path.at('value').text ?? '/') === '/');
  return isEverything && !['headers', 'queryParams', 'method'].some(key => match.at(key).isFilled);
}
