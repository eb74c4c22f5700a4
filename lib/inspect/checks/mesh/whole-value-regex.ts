import type { Field } from '../../mesh/field';
import type { Resource } from '../../mesh/resource';
import { httpMatches } from '../../mesh/route-entries';
import { isRouteOfIstio, PARENT_KINDS } from '../../mesh/routes-of-istio';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const wholeValueRegex = meshRule('MESH112', 'info', ['whole-value-regex', 'A regular expression must match the whole value, but looks written for a part of it.']);

const HTTP_ROUTE = 'gateway.networking.k8s.io/HTTPRoute';

/** Regular expressions of routes that name the beginning of a value, and nothing of what follows. */
export const wholeValueRegexCheck = defineCheck({
  rules: [wholeValueRegex],
  kinds: ['networking.istio.io/VirtualService', HTTP_ROUTE],
  fields: ['regex', 'type'],
  reads: PARENT_KINDS,
  * judge(resource, { set }) {
    const isRoute = resource.kind === HTTP_ROUTE;
    const places = (isRoute ? expressionsOfRoute(resource) : expressionsOf(resource)).filter(({ text = '' }) => isForBeginning(text) || isGlob(text));
    // Whether an expression of an HTTPRoute is for the whole value, each implementation says for itself.
    for (const { text = '', path } of places.length > 0 && (!isRoute || isRouteOfIstio(set, resource)) ? places : []) {
      yield { rule: wholeValueRegex, path, ...(isGlob(text) ? repeatedSlash(text) : beginning(text)) };
    }
  },
});

const MATCHED = ['uri', 'scheme', 'method', 'authority'];
const MAPPINGS = ['headers', 'withoutHeaders', 'queryParams'];

function expressionsOf(virtualService: Resource): Field[] {
  return httpMatches(virtualService).flatMap(match => [
    ...MATCHED.map(key => match.at(key)), ...MAPPINGS.flatMap(key => match.at(key).entries().map(([, place]) => place)),
  ]).map(place => place.at('regex'));
}

function expressionsOfRoute({ spec }: Resource): Field[] {
  const matches = spec.at('rules').items().flatMap(rule => rule.at('matches').items());
  const values = matches.flatMap(match => [match.at('path'), ...match.at('headers').items(), ...match.at('queryParams').items()]);
  return values.filter(one => one.at('type').text === 'RegularExpression').map(one => one.at('value'));
}

/** Whoever says where a value begins, and neither where it ends nor that anything may stand there, means a part of it. */
function isForBeginning(expression: string): boolean {
  return /^(?:\(\?\w+\))?\^/.test(expression) && /[\w/-]\)*$/.test(expression) && !/[$|*+]|\\[a-zA-Z]/.test(expression);
}

function beginning(expression: string): Words {
  return {
    message: `${expression} must match the whole value, but ^ suggests a prefix`,
    repair: `write ${expression}.* if more may follow, else ${expression}$`,
  };
}

/** Words of a path and an asterisk, as whoever writes no expressions means all that is below. */
function isGlob(expression: string): boolean {
  return /^\^?(?:\/[\w-]+)+\/\*$/.test(expression);
}

function repeatedSlash(expression: string): Words {
  return {
    message: `${expression} must match the whole value, and its * repeats only the slash: no path below it matches`,
    repair: `write ${expression.slice(0, -1)}.*, or match by prefix`,
  };
}

type Words = Pick<Problem, 'message' | 'repair'>;
