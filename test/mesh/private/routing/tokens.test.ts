import { isToken } from '../../../../lib/mesh/private/routing/tokens';

test.each([['x-canary', true], ["!#$%&'*+-.^_`|~09aZ", true], ['', false], ['x canary', false], ['x:y', false], ['é', false], ['a"b', false]])('whether %j is a token: %p', (text, expected) => {
  expect(isToken(text)).toBe(expected);
});
