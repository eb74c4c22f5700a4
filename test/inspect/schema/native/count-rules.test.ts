import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { checkNotNegative } from '../../../../lib/inspect/schema/native/count-rules';
import { asLine } from '../../../support/thing-kind';

test.each([
  [-1, ['replicas: bounds: replicas is -1 (at least 0)']], [0, []], [2, []], ['-1', []], [undefined, []],
])('a number such as %j is not below zero', (replicas, lines) => {
  const findings = new Findings();
  checkNotNegative({ replicas }, 'replicas', findings);
  expect(findings.sorted.map(asLine)).toEqual(lines);
});
