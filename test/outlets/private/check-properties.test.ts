import { checkSettings } from '../../../lib/outlets/private/check-properties';

test('what is not said has a default, and the set is complete', () => {
  expect(checkSettings({ skip: ['CRD'] }, 'here')).toEqual({
    failOn: 'error', only: [], skip: ['CRD'], suppress: [], rules: [], analyzer: [], istioVersion: '1.30', defaultNamespace: 'default', crds: [], assume: [],
    cluster: [], complete: true,
  });
});

test.each<[object, string]>([
  [{ failon: 'error' }, 'unknown property "failon", did you mean failOn?'],
  [{ frobnicate: 1 }, 'unknown property "frobnicate", known are failOn, only, '],
  [{ toString: 1 }, 'unknown property "toString", known are '],
  [{ failOn: 'errors' }, "failOn: \"errors\" is not one of 'error', 'warning', 'info', 'never'. Write one of 'error', "],
  [{ istioVersion: '1.19' }, "istioVersion: \"1.19\" is not one of '1.20', "],
  [{ only: 'CRD' }, 'only: "CRD" is not a list of texts. Write a list of texts.'],
  [{ rules: [1] }, 'rules: [1] is not a list of texts. Write a list of texts.'],
  [{ meshConfig: {} }, 'meshConfig: {} is not a text. Write a text.'],
  [{ complete: 'yes' }, 'complete: "yes" is not true or false. Write true or false.'],
])('%j is refused', (properties, message) => {
  expect(() => checkSettings(properties, 'here')).toThrow(`here: ${message}`);
});
