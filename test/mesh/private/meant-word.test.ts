import { meantWord } from '../../../lib/mesh/private/meant-word';

test.each([
  ['enableTracin', 'Did you mean "enableTracing"?'],
  ['ENABLETRACING', 'Did you mean "enableTracing"?'],
  ['accesLogFle', 'Did you mean "accessLogFile"?'],
  ['endpoint', 'Known: enableTracing, accessLogFile.'],
])('of %j it says: %s', (word, question) => {
  expect(meantWord(word, ['enableTracing', 'accessLogFile'])).toBe(question);
});

test('the nearest of several counts, and none is known where there is none', () => {
  expect(meantWord('mode', ['model', 'modes', 'mode2', 'mdoe', 'mod'])).toBe('Did you mean "model"?');
  expect(meantWord('mode', [])).toBe('Known: none.');
});
