import { isFramingHeader } from '../../../../lib/mesh/private/routing/framing-headers';

test.each(['Connection', 'content-length', 'TE', 'Transfer-Encoding', 'upgrade'])('%s is about one connection', name => {
  expect(isFramingHeader(name)).toBe(true);
});

test.each(['content-type', 'cookie', 'x-connection', 'via'])('%s is about the message', name => {
  expect(isFramingHeader(name)).toBe(false);
});
