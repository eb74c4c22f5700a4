import { coveredRouteCheck } from '../../../../lib/inspect/checks/mesh/covered-route';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const virtualService = (...entries: readonly string[]): string => kube('VirtualService shop/web', `{hosts: [web], http: [${entries.join(', ')}]}`);
const entry = (...matches: readonly string[]): string => `{match: [${matches.map(match => `{${match}}`).join(', ')}], route: [{destination: {host: web}}]}`;
const v1 = entry('uri: {prefix: /v1}');

ruleCases(coveredRouteCheck, [
  ['a path behind its prefix', virtualService(v1, entry('uri: {exact: /v1/x}')), [
    'warning spec.http[1]: no request reaches http[1]: everything it matches is already matched by http[0].match[0] (prefix: /v1)',
  ]],
  ['what is taken by several', virtualService(v1, entry('method: {exact: GET}'), entry('uri: {exact: /v1/x}', 'uri: {exact: /v2}, method: {exact: GET}')), [
    'warning spec.http[2]: no request reaches http[2]: everything it matches is already matched by http[0].match[0] (prefix: /v1), http[1].match[0]',
  ]],
  ['each entry behind all paths', virtualService(entry('uri: {prefix: /}'), v1, entry('uri: {regex: "/v2.*"}')), [
    'warning spec.http[1]: no request reaches http[1]: everything it matches is already matched by http[0].match[0] (prefix: /)',
    'warning spec.http[2]: no request reaches http[2]: everything it matches is already matched by http[0].match[0] (prefix: /)',
  ]],
  ['a delegate behind a prefix', virtualService(v1, '{match: [{uri: {prefix: /v1/x}}], delegate: {name: a}}'), [
    'warning spec.http[1]: no request reaches http[1]: everything it matches is already matched by http[0].match[0] (prefix: /v1)',
  ]],
], [
  ['a narrower one that comes first', virtualService(entry('uri: {exact: /v1/x}'), v1)],
  ['one of which a part is left', virtualService(v1, entry('uri: {exact: /v1/x}', 'uri: {exact: /v2}'))],
  ['matches of one entry', virtualService(entry('uri: {prefix: /v1}', 'uri: {exact: /v1/x}'))],
  ['an entry behind a delegate, which may take less', virtualService('{match: [{uri: {prefix: /v1}}], delegate: {name: a}}', entry('uri: {exact: /v1/x}'))],
  ['a delegate, of which others say what it gets', virtualService(v1, entry('uri: {exact: /v1/x}')).replace('hosts: [web], ', '')],
  ['an entry behind one without a match, of which istioctl speaks', virtualService('{route: [{destination: {host: web}}]}', entry('uri: {exact: /v1/x}'), v1)],
]);

test('an entry that asks for the very same is told under the code of istioctl', () => {
  const { findings } = judge(virtualService(v1, v1));
  expect(findings.filter(({ path }) => path === 'spec.http[1]').map(({ code, aliases }) => [code, aliases])).toEqual([['IST0130', ['MESH120']]]);
});
