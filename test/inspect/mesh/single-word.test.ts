import { notSingle, notSpaced } from '../../../lib/inspect/mesh/single-word';

test.each([
  ['GET', undefined],
  ['GET,POST', ['"GET,POST" is not a method: it is a list in one string', 'write each as a separate string: "GET", "POST"']],
  ['GET, POST', ['"GET, POST" is not a method: it is a list in one string', 'write each as a separate string: "GET", "POST"']],
  [',', ['"," is not a method: it is a list in one string', 'name the method']],
  ['POST ', ['"POST " is not a method: a method has no spaces', 'write POST']],
  ['GET POST', ['"GET POST" is not a method: a method has no spaces', 'write it without spaces']],
  [' ', ['" " is not a method: a method has no spaces', 'name the method']],
])('%j as a method', (text, said) => {
  const reason = notSingle('method', text);
  expect(reason && [reason.message, reason.repair]).toEqual(said);
});

test('a comma may stand in a path', () => {
  expect([notSpaced('path', '/a,b'), notSpaced('path', '/a ')?.repair]).toEqual([undefined, 'write /a']);
});
