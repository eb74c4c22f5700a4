import { Duration } from 'cdk8s';
import type { ActionIntent } from '../../../../lib/mesh/private/intent';
import { budgetProblem } from '../../../../lib/mesh/private/routing/retry-budget';
import { retryIntent } from '../../../../lib/mesh/private/routing/retry-intent';

const problem = (action: ActionIntent): string[] => budgetProblem({ name: 'default', alternatives: [], ...action }, 'here');
const retry = retryIntent({ attempts: 3, perTryTimeout: Duration.millis(2500) }, 'here');

test('[F016] the first try counts, too', () => {
  expect(problem({ destinations: [], retry, timeout: Duration.seconds(9) })).toEqual([
    'here: 4 tries of 2 seconds 500 millis do not fit into a timeout of 9 seconds. Allow 10 seconds, or fewer or shorter tries.',
  ]);
  expect(problem({ destinations: [], retry, timeout: Duration.seconds(10) })).toEqual([]);
});

test.each<[string, ActionIntent]>([
  ['without a timeout', { destinations: [], retry }],
  ['when tries have no end of their own', { destinations: [], retry: retryIntent({ attempts: 3 }, 'here'), timeout: Duration.seconds(1) }],
  ['when nothing is sent on', { response: { status: 410 } }],
])('%s there is nothing to fit', (_, action) => {
  expect(problem(action)).toEqual([]);
});
