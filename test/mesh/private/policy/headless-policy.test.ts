import { headlessPolicyProblem } from '../../../../lib/mesh/private/policy/headless-policy';

test('what holds for connections alone holds whoever picks the instance', () => {
  expect(headlessPolicyProblem([{ tls: { mode: 'disabled' }, limits: { maxConnections: 1 } }, {}])).toBeUndefined();
});

test('what picks an instance does nothing', () => {
  expect(headlessPolicyProblem([{}, { balancing: { by: 'random' } }]))
    .toBe('loadBalance does nothing with a headless service, each of whose callers picks the instance itself. Leave it out, or leave out headless.');
});
