import { retryBudgetCheck } from '../../../../lib/inspect/checks/mesh/retry-budget';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const budget = 'retryBudget: {retryRatio: 0.2, minRetriesPerSecond: 10, ttl: 30s}';
const profile = (spec: string): string => kube('ServiceProfile shop/orders.shop.svc.cluster.local', spec);

ruleCases(retryBudgetCheck, [
  ['a budget of a route', profile(`{routes: [{name: list, isRetryable: true, ${budget}}]}`), [
    'error spec.routes[0].retryBudget: a retry budget applies to the whole service, and is ignored in a route',
  ]],
  ['a budget that no route uses', profile(`{routes: [{name: list}], ${budget}}`), [
    'error spec.routes: no route is retryable, so the retry budget is never used',
  ]],
  ['a budget without routes', profile(`{${budget}}`), ['error spec.retryBudget: no route is retryable, so the retry budget is never used']],
  ['a budget that lacks a value', profile('{routes: [{name: list, isRetryable: true}], retryBudget: {retryRatio: 0.2, ttl: 30s}}'), [
    'error spec.retryBudget.minRetriesPerSecond: the retry budget has no minRetriesPerSecond, and is ignored unless complete',
  ]],
], [
  ['a whole budget that a route uses', profile(`{routes: [{name: list}, {name: get, isRetryable: true}], ${budget}}`)],
  ['no budget', profile('{routes: [{name: list}]}')],
]);
