import { oncePer } from '../../lib/inspect/once-per';

test('an answer is worked out once for each object, also one that is nothing', () => {
  const asked: object[] = [];
  const answer = oncePer((key: { readonly value?: number }) => {
    asked.push(key);
    return key.value;
  });
  const [one, empty] = [{ value: 1 }, {}];

  expect([one, empty, one, empty].map(answer)).toEqual([1, undefined, 1, undefined]);
  expect(asked).toEqual([one, empty]);
});

test('what fails is asked again', () => {
  let calls = 0;
  const answer = oncePer(() => {
    calls += 1;
    if (calls === 1) {
      throw new Error('not yet');
    }
    return calls;
  });
  const key = {};

  expect(() => answer(key)).toThrow('not yet');
  expect(answer(key)).toBe(2);
});
