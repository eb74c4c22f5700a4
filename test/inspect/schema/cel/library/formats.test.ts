import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['format.dns1123Label().validate("my-name").hasValue()', false],
  ['format.dns1123Label().validate("My.Name").hasValue()', true],
  ['format.dns1123Label().validate("my.name").value()[0]', 'must not contain dots'],
  ['format.named("uuid").hasValue()', true],
  ['format.named("nothing").hasValue()', false],
  ['format.named("uuid").value() == format.uuid()', true],
  ['format.uuid() == format.byte()', false],
  ['format.dns1123Label().validate("a".replace("a", "a")).orValue([]).size()', 0n],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
