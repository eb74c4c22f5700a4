import { notSingle, notSpaced } from '../../../lib/inspect/mesh/single-word';

test.each([
  ['GET', undefined],
  ['GET,POST', ['no method is "GET,POST": it is a list in one string', 'write each as a text of its own: "GET", "POST"']],
  ['GET, POST', ['no method is "GET, POST": it is a list in one string', 'write each as a text of its own: "GET", "POST"']],
  [',', ['no method is ",": it is a list in one string', 'name the method']],
  ['POST ', ['no method is "POST ": a method has no spaces', 'write POST']],
  ['GET POST', ['no method is "GET POST": a method has no spaces', 'write it without spaces']],
  [' ', ['no method is " ": a method has no spaces', 'name the method']],
])('%j as a method', (text, said) => {
  const reason = notSingle('method', text);
  expect(reason && [reason.message, reason.repair]).toEqual(said);
});

test('a comma may stand in a path', () => {
  expect([notSpaced('path', '/a,b'), notSpaced('path', '/a ')?.repair]).toEqual([undefined, 'write /a']);
});
