import { engineOf, ours } from '../../../scripts/compare-cel-engines/engines';

const whole = { type: 'integer' };

test('the engine of this project holds, breaks and fails', () => {
  const rules = ['self == 7', 'self == 8', 'self / 0 == 1'];
  expect(rules.map(rule => ours().judge(rule, 7, whole))).toEqual(['holds', 'breaks', 'fails']);
});

test('another is asked with the value as it takes it', () => {
  const engine = engineOf('theirs', (rule, { self }) => rule === 'self == 7' && self === 7n);
  expect(['self == 7', 'self == 8'].map(rule => engine.judge(rule, 7, whole))).toEqual(['holds', 'breaks']);
});

test('another fails where it cannot take the value', () => {
  const engine = engineOf('theirs', expression => expression.startsWith('duration') ? JSON.parse('') : true);
  expect(engine.judge('true', '1s', { type: 'string', format: 'duration' })).toBe('fails');
});
