import { unrepeatedTimeoutCheck } from '../../../../lib/inspect/checks/mesh/unrepeated-timeout';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (entry: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [{${entry}, route: [{destination: {host: orders}}]}]}`);
const message = (time: string, why = 'retryOn includes none of'): string => (
  `info spec.http[0].retries.perTryTimeout: a try that exceeds perTryTimeout ${time} fails without a retry, since ${why} reset, 5xx and gateway-error`
);

ruleCases(unrepeatedTimeoutCheck, [
  ['conditions of which none is a timeout', route('timeout: 3s, retries: {attempts: 3, perTryTimeout: 750ms, retryOn: "connect-failure,refused-stream"}'), [message('750ms')]],
  ['those of Istio', route('retries: {attempts: 3, perTryTimeout: 2s}'), [message('2s', 'the default retryOn includes none of')]],
  ['a status, which a timeout has not', route('timeout: 10s, retries: {attempts: 1, perTryTimeout: 2s, retryOn: "504,deadline-exceeded"}'), [message('2s')]],
], [
  ['reset', route('timeout: 3s, retries: {attempts: 3, perTryTimeout: 750ms, retryOn: "connect-failure, reset"}')],
  ['5xx', route('timeout: 3s, retries: {attempts: 3, perTryTimeout: 750ms, retryOn: 5xx}')],
  ['gateway-error', route('timeout: 3s, retries: {attempts: 3, perTryTimeout: 750ms, retryOn: gateway-error}')],
  ['no time for a try', route('timeout: 3s, retries: {attempts: 3}')],
  ['a timeout that is no longer', route('timeout: 2s, retries: {attempts: 1, perTryTimeout: 2s}')],
  ['no retries', route('timeout: 2s, retries: {attempts: 0}')],
]);
