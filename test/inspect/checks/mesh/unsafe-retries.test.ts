import { unsafeRetriesCheck } from '../../../../lib/inspect/checks/mesh/unsafe-retries';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);

const retried = (on: string, match = '', attempts = 2): string => route(`{${match}retries: {attempts: ${attempts}, retryOn: "${on}"}}`);
const at = (conditions: string): string => `warning spec.http[0].retries.retryOn: the route can carry POST, and ${conditions} may occur after the request was processed, so a retry processes it again`;

ruleCases(unsafeRetriesCheck, [
  ['answers that come after the work', retried('5xx,connect-failure, reset'), [at('5xx, reset')]],
  ['numbers of answers', retried('503'), [at('503')]],
  ['methods of which one is not safe', retried('5xx', 'match: [{method: {exact: GET}}, {method: {exact: POST}}], '), [at('5xx')]],
  ['methods that a regular expression opens', retried('unavailable', 'match: [{method: {regex: "GET|PATCH"}}], '), [at('unavailable')]],
  ['methods that begin with what one does that is not safe', retried('5xx', 'match: [{method: {prefix: P}}], '), [at('5xx')]],
  ['a method that nobody knows', retried('5xx', 'match: [{method: {exact: BUY}}], '), [at('5xx')]],
], [
  ['safe methods by their beginning', retried('5xx', 'match: [{method: {prefix: GET}}], ')],
  ['safe methods by an expression', retried('5xx', 'match: [{method: {regex: "GET|H.*"}}], ')],
  ['what comes before the work', retried('connect-failure,refused-stream,reset-before-request')],
  ['safe methods', retried('5xx', 'match: [{method: {exact: GET}}, {method: {regex: "^(HEAD|PUT)$"}}], ')],
  ['no retries', retried('5xx', '', 0)],
  ['retries that say nothing of when', route('{retries: {attempts: 2}}')],
  ['a service whose requests may run twice', kube('VirtualService shop/orders annotations: {cdk8s-mesh/idempotent: "true"}', '{hosts: [orders], http: [{retries: {attempts: 2, retryOn: 5xx}}]}')],
]);
