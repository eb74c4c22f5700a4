import { scoreTable } from '../../../scripts/compare-cel-engines/score-table';

test('a line a topic, plain CEL before the rest, each with its sum', () => {
  const text = scoreTable(['theirs', 'ours'], [
    { topic: 'texts', plain: true, rules: 3, agreeing: [2, 3] },
    { topic: 'numbers', plain: true, rules: 1, agreeing: [0, 1] },
    { topic: 'texts', plain: false, rules: 5, agreeing: [1, 5] },
  ]);
  expect(text.split('\n')).toEqual([
    '| topic | rules | theirs | ours |',
    '|---|---|---|---|',
    '| texts | 3 | 2 | 3 |',
    '| numbers | 1 | 0 | 1 |',
    '| **all in plain CEL** | 4 | 2 | 4 |',
    '| texts, as Kubernetes adds to them | 5 | 1 | 5 |',
    '| **all that Kubernetes adds** | 5 | 1 | 5 |',
    '| **all** | 9 | 3 | 9 |',
  ]);
});
