import { literalGroupCheck } from '../../../../lib/inspect/checks/mesh/literal-group';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const rewritten = (match: string, rewrite: string): string => (
  kube('VirtualService shop/orders', `{hosts: [orders], http: [{rewrite: {uriRegexRewrite: {match: '${match}', rewrite: '${rewrite}'}}}]}`)
);
const redirected = (uri: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [{match: [{uri: {prefix: /old}}], redirect: {uri: '${uri}'}}]}`);
const plain = (uri: string, rewrite: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [{match: [{uri: ${uri}}], rewrite: {uri: '${rewrite}'}}]}`);
const found = (rewrite: string): string => `warning spec.http[0].rewrite.uriRegexRewrite.rewrite: ${rewrite}: $ is taken literally, so paths become exactly that`;

ruleCases(literalGroupCheck, [
  ['a group by a dollar sign', rewritten('^/api/(.*)$', '/$1'), [found('/$1')]],
  ['one in braces', rewritten('^/api/(?P<rest>.*)$', '/v2/${1}'), [found('/v2/${1}')]],
  ['one by its name', rewritten('^/api/(a)(?P<rest>.*)$', '/v2/${rest}'), [found('/v2/${rest}')]],
  ['a group that is not there', rewritten('^/api/(.*)$', '/\\2'), [
    'warning spec.http[0].rewrite.uriRegexRewrite.rewrite: ^/api/(.*)$ has no group 2 for \\2, so nothing is rewritten and paths stay as they are',
  ]],
  ['a group that is not there beside a dollar sign, which does nothing then', rewritten('^/api/(.*)$', '/$1/\\2'), [
    'warning spec.http[0].rewrite.uriRegexRewrite.rewrite: ^/api/(.*)$ has no group 2 for \\2, so nothing is rewritten and paths stay as they are',
  ]],
  ['a group of an expression without any', rewritten('^/api/.*$', '/\\1'), [
    'warning spec.http[0].rewrite.uriRegexRewrite.rewrite: ^/api/.*$ has no group 1 for \\1, so nothing is rewritten and paths stay as they are',
  ]],
  ['a group in a redirect', redirected('/new/$1'), [
    'warning spec.http[0].redirect.uri: redirects do not support regex groups: callers are sent to /new/$1, with a literal $1',
  ]],
  ['one as the proxy writes it', redirected('/new/\\1?a=b'), [
    'warning spec.http[0].redirect.uri: redirects do not support regex groups: callers are sent to /new/\\1?a=b, with a literal \\1',
  ]],
  ['a group in the place of a prefix', plain('{prefix: /api}', '$1'), [
    'warning spec.http[0].rewrite.uri: rewrite.uri does not support regex groups: paths become $1, with a literal $1',
  ]],
], [
  ['a group beside an expression that is replaced as a whole, of which MESH056 speaks', plain('{regex: "/api/(.*)"}', '/$1')],
  ['a group by a backslash', rewritten('^/api/(.*)$', '/\\1')],
  ['the whole match', rewritten('^/api', '/v2\\0')],
  ['a backslash that stands for itself', rewritten('^/api', '/v2\\\\1')],
  ['the name of no group', rewritten('^/api/(.*)$', '/${rest}')],
  ['what is no expression, of which the webhook speaks', rewritten('^/api/(.*', '/$1/\\1')],
  ['a price in a redirect', redirected('/costs-$5')],
  ['a number that no group has', rewritten('^/api/(.*)$', '/costs-$5')],
  ['brackets that are no groups', rewritten('/(?:a|b)/[(]/\\(', '/$1')],
  ['brackets of a class with a name in it', rewritten('/[[:alpha:]()]/', '/$1')],
  ['a price', rewritten('^/(.*)$', '/$0')],
  ['a sign without number', rewritten('^/(.*)$', '/$')],
  ['nothing', kube('VirtualService shop/orders', '{hosts: [orders], http: [{rewrite: {uriRegexRewrite: {}}}]}')],
]);

test.each([
  ['/$1/a', true], ['/${1}0', true], ['/$1.html', true], ['/cost$1.50', false], ['/$10', false],
])('%s is mended for certain or not', (rewrite, isCertain) => {
  const { findings } = judge(rewritten('^/api/(.*)$', rewrite), { checks: [literalGroupCheck] });
  expect(findings.map(({ fixable, repair }) => [fixable, repair])).toEqual([[isCertain ? true : undefined, `write ${rewrite.replace(/\$1|\$\{1\}/, '\\1')}`]]);
});

test('groups are counted once, however many a rewrite refers to', () => {
  const started = Date.now();
  judge(rewritten('(a)'.repeat(20_000), '$1'.repeat(20_000)), { checks: [literalGroupCheck] });
  judge(rewritten('['.repeat(20_000), '$1'.repeat(20_000)), { checks: [literalGroupCheck] });
  expect(Date.now() - started).toBeLessThan(5000);
});
