import { perKey } from '../../../lib/inspect/mesh/per-key';
import { objectSet } from '../../support/object-set';

const [set, other] = [objectSet(''), objectSet('')];

test('a key is worked out once, even where nothing comes of it', () => {
  const answers = perKey<string | undefined>();
  const workOut = jest.fn(() => undefined);

  answers(set, 'a', workOut);
  answers(set, 'a', workOut);

  expect(workOut).toHaveBeenCalledTimes(1);
});

test('each key, each set and each question has an answer of its own', () => {
  const [answers, others] = [perKey<number>(), perKey<number>()];

  expect([answers(set, 'a', () => 1), answers(set, 'b', () => 2), answers(other, 'a', () => 3), others(set, 'a', () => 4), answers(set, 'a', () => 5)])
    .toEqual([1, 2, 3, 4, 1]);
});
