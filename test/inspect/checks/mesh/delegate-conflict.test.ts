import { delegateConflictCheck } from '../../../../lib/inspect/checks/mesh/delegate-conflict';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const root = (match: string): string => kube('VirtualService shop/shop', `{hosts: [shop], http: [{match: [${match}], delegate: {name: orders}}]}`);
const delegate = (...matches: readonly string[]): string => (
  kube('VirtualService shop/orders', `{http: [{route: [{destination: {host: orders}}]}, {match: [${matches.join(', ')}], route: [{destination: {host: orders}}]}]}`)
);
const dropped = ['warning spec.http[0].delegate.name: http[1] of VirtualService shop/orders has no match compatible with the ones here: istiod drops it'];
const [prefix, regex] = ['{uri: {prefix: /a}}', '{uri: {regex: "/a.*"}}'];

ruleCases(delegateConflictCheck, [
  ['another prefix', together(root(prefix), delegate('{uri: {prefix: /b}}')), dropped],
  ['another path', together(root(prefix), delegate('{uri: {exact: /b}}', '{uri: {prefix: /}}')), dropped],
  ['a prefix where one path is given', together(root('{uri: {exact: /a}}'), delegate(prefix)), dropped],
  ['a regular expression of the delegate', together(root(prefix), delegate(regex)), dropped],
  ['regular expressions of both', together(root(regex), delegate(regex)), dropped],
  ['another header', together(root('{headers: {x-team: {exact: a}}}'), delegate('{headers: {x-team: {exact: b}}}')), dropped],
  ['paths in any letter case of one alone', together(root('{uri: {prefix: /a}, ignoreUriCase: true}'), delegate(prefix)), dropped],
  ['another port', together(root('{port: 80}'), delegate('{port: 81}')), dropped],
], [
  ['a longer prefix', together(root(prefix), delegate('{uri: {prefix: /a/b}}'))],
  ['a path behind the prefix', together(root(prefix), delegate('{uri: {exact: /a/b}}'))],
  ['other fields', together(root(prefix), delegate('{headers: {x-team: {regex: a.*}}, method: {exact: GET}, port: 80}'))],
  ['one of several that goes together', together(root(`{uri: {prefix: /b}}, ${prefix}`), delegate('{uri: {prefix: /c}}', '{uri: {prefix: /a/b}}'))],
  ['a header that is there', together(root('{headers: {x-team: {}}}'), delegate('{headers: {x-team: {exact: b}}}'))],
  ['a delegate that is not there', root(prefix)],
  ['a root without match', together(kube('VirtualService shop/shop', '{hosts: [shop], http: [{delegate: {name: orders}}]}'), delegate(prefix))],
]);
