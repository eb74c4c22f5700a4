import { prefixRewriteCheck } from '../../../../lib/inspect/checks/mesh/prefix-rewrite';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);

const rewritten = (match: string, uri: string): string => route(`{match: [${match}], rewrite: {uri: ${uri}}}`);
const prefix = (text: string): string => `{uri: {prefix: ${text}}}`;

ruleCases(prefixRewriteCheck, [
  ['two slashes', rewritten(prefix('/old'), '/'), ['warning spec.http[0].rewrite.uri: /old/a becomes //a, with two slashes']],
  ['a slash that is lost', rewritten(prefix('/old/'), '/new'), ['warning spec.http[0].rewrite.uri: /old/a becomes /newa: the prefix is replaced with its last slash']],
  ['a slash that is lost of all paths', route('{rewrite: {uri: /new}}'), ['warning spec.http[0].rewrite.uri: /a becomes /newa: the prefix is replaced with its last slash']],
  ['other paths that begin so', rewritten(prefix('/old'), '/new'), ['info spec.http[0].rewrite.uri: /older also matches, and becomes /newer']],
], [
  ['a group, of which MESH111 speaks', rewritten(prefix('/old'), '"$1"')],
  ['a prefix with an asterisk, of which MESH059 speaks', rewritten(prefix('/api/*'), '/new')],
  ['slashes at both ends', rewritten(`${prefix('/old/')}, {uri: {exact: /old}}`, '/new/')],
  ['an exact path', rewritten('{uri: {exact: /old}}', '/new')],
  ['a rewrite to the same', rewritten(prefix('/old'), '/old')],
  ['a rewrite of the authority', route('{rewrite: {authority: orders}}')],
]);
