import { notSingle, notSpaced } from '../../../lib/inspect/mesh/single-word';

test.each([
  ['GET', undefined],
  ['GET,POST', ['no method is "GET,POST", which is a list in one text', 'write each as a text of its own: "GET", "POST"']],
  ['GET, POST', ['no method is "GET, POST", which is a list in one text', 'write each as a text of its own: "GET", "POST"']],
  [',', ['no method is ",", which is a list in one text', 'name the method']],
  ['POST ', ['no method is "POST ", since none has a space', 'write POST']],
  ['GET POST', ['no method is "GET POST", since none has a space', 'write it without spaces']],
  [' ', ['no method is " ", since none has a space', 'name the method']],
])('%j as a method', (text, said) => {
  const reason = notSingle('method', text);
  expect(reason && [reason.message, reason.repair]).toEqual(said);
});

test('a comma may stand in a path', () => {
  expect([notSpaced('path', '/a,b'), notSpaced('path', '/a ')?.repair]).toEqual([undefined, 'write /a']);
});
