import fc from 'fast-check';
import { canMeet, LabelIndex, selects, selectorText } from '../../../lib/inspect/mesh/selectors';

test.each([
  [{}, { app: 'cart' }, true],
  [{ app: 'cart' }, { app: 'cart', version: 'v1' }, true],
  [{ app: 'cart', version: 'v2' }, { app: 'cart', version: 'v1' }, false],
  [{ app: 'cart' }, {}, false],
])('%j selects %j: %p', (selector, labels, expected) => {
  expect(selects(selector, labels)).toBe(expected);
});

test.each([
  [{ app: 'cart' }, { version: 'v1' }, true],
  [{ app: 'cart' }, { app: 'cart' }, true],
  [{ app: 'cart' }, { app: 'pay' }, false],
])('%j and %j can select one pod: %p', (one, other, expected) => {
  expect(canMeet(one, other)).toBe(expected);
});

test('a selector is written by its keys', () => {
  expect(selectorText({ version: 'v1', app: 'cart' })).toBe('app=cart,version=v1');
});

test('an index finds what a walk over everything finds', () => {
  const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
  fc.assert(fc.property(fc.array(labels), labels, (all, selector) => {
    const things = all.map(one => ({ labels: one }));
    expect(new LabelIndex(things).selectedBy(selector)).toEqual(things.filter(thing => selects(selector, thing.labels)));
  }));
});
