import { proxyPort } from '../../../../../lib/inspect/checks/webhook/mesh-config/proxy-port';
import { Field } from '../../../../../lib/inspect/mesh/field';

test.each([
  [0, ['0 is not a valid port']], [65_536, ['65536 is not a valid port']], [-1, ['-1 is not a valid port']],
  [15_020, []], [null, []], [5_000_000_000, []], [1.5, []], ['a', []],
])('%j', (value, messages) => {
  expect([...proxyPort(Field.root(value))].map(problem => ('message' in problem ? problem.message : ''))).toEqual(messages);
});
