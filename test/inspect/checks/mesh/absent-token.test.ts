import { absentTokenCheck } from '../../../../lib/inspect/checks/mesh/absent-token';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (match: string): string => kube('VirtualService shop/orders', `{http: [{match: [{${match}}]}]}`);
const without = 'withoutHeaders: {"@request.auth.claims.group": {exact: admin}}';

ruleCases(absentTokenCheck, [
  ['a claim that is not there', route(without), ['info spec.http[0].match[0].withoutHeaders["@request.auth.claims.group"]: requests without a token also match']],
  ['one in brackets', route('withoutHeaders: {"@request.auth.claims[group]": {}}'), [
    'info spec.http[0].match[0].withoutHeaders["@request.auth.claims[group]"]: requests without a token also match',
  ]],
], [
  ['another claim that is there', route(`headers: {"@request.auth.claims.iss": {exact: a}}, ${without}`)],
  ['a header that is not there', route('withoutHeaders: {x-group: {exact: admin}}')],
  ['a claim that is there', route('headers: {"@request.auth.claims.group": {exact: admin}}')],
]);
