import { secretTexts } from '../../../lib/inspect/mesh/secret-texts';
import { objectSet } from '../../support/object-set';
import { TYPES, yamlObject } from '../../support/yaml-objects';

test.each([
  ['nothing', '', []],
  ['data', 'data: {a: b25l}', [['a', 'one']]],
  ['text', 'stringData: {a: one}', [['a', 'one']]],
  ['text over data', 'data: {a: dHdv, b: dHdv}\nstringData: {a: one}', [['a', 'one'], ['b', 'two']]],
  ['what is no text', 'data: {a: 1}\nstringData: {b: [c]}', [['a', ''], ['b', '']]],
])('a Secret holds %s', (_, body, texts) => {
  const secret = objectSet(yamlObject(TYPES.secret, 'shop/a', body)).find('Secret', 'shop', 'a')!;
  expect([...secretTexts(secret)]).toEqual(texts);
});
