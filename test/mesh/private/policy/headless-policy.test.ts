import { headlessPolicyProblem } from '../../../../lib/mesh/private/policy/headless-policy';

test('what holds for connections alone holds whoever picks the instance', () => {
  expect(headlessPolicyProblem([{ tls: { mode: 'disabled' }, limits: { maxConnections: 1 } }, {}])).toBeUndefined();
});

test('what picks an instance does nothing', () => {
  expect(headlessPolicyProblem([{}, { balancing: { by: 'random' } }]))
    .toBe('loadBalance has no effect on a headless service, whose callers pick the instance themselves. Leave it out, or leave out headless.');
});
