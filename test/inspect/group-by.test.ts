import { groupBy } from '../../lib/inspect/group-by';

test('groups and their items come in the order of the input', () => {
  expect([...groupBy(['bee', 'ant', 'bat', 'cow'], word => word[0])]).toEqual([['b', ['bee', 'bat']], ['a', ['ant']], ['c', ['cow']]]);
});
