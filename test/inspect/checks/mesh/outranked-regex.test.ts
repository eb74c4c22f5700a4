import { outrankedRegexCheck } from '../../../../lib/inspect/checks/mesh/outranked-regex';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (name: string, matches: string, parent = 'edge'): string => kube(`HTTPRoute shop/${name}`, `{parentRefs: [{name: ${parent}}], rules: [{matches: [${matches}]}]}`);
const regex = '{path: {type: RegularExpression, value: "/a.*"}}';

const aged = (text: string, year: number): string => text.replace('metadata: {', `metadata: {creationTimestamp: ${year}-01-01T00:00:00Z, `);

ruleCases(outrankedRegexCheck, [
  ['an expression beside a route for all', together(route('a', '{path: {type: PathPrefix, value: /}}'), route('b', regex)), [
    'info spec.rules[0].matches[0].path: HTTPRoute shop/a matches all paths for the same parent, and takes precedence over this expression if that route is older',
  ]],
  ['an expression beside a route without matches', together(route('a', ''), route('b', regex)), [
    'info spec.rules[0].matches[0].path: HTTPRoute shop/a matches all paths for the same parent, and takes precedence over this expression if that route is older',
  ]],
  ['an expression beside a route for all that is known to be older', together(aged(route('a', ''), 2020), aged(route('b', regex), 2024)), [
    'info spec.rules[0].matches[0].path: HTTPRoute shop/a matches all paths for the same parent, and takes precedence over this expression since it is older',
  ]],
], [
  ['both in one route', route('a', `${regex}, {path: {type: PathPrefix, value: /}}`)],
  ['an expression that is known to be older', together(aged(route('a', ''), 2024), aged(route('b', regex), 2020))],
  ['another gateway', together(route('a', '', 'other'), route('b', regex))],
  ['a route for some requests', together(route('a', '{headers: [{name: x, value: a}]}'), route('b', regex))],
]);
