import { checkSettings } from '../../../lib/outlets/private/check-properties';

test('what is not said has a default, and the set is complete', () => {
  expect(checkSettings({ skip: ['CRD'] }, 'here')).toEqual({
    failOn: 'error', only: [], skip: ['CRD'], suppress: [], rules: [], analyzer: [], istioVersion: '1.30', defaultNamespace: 'default', crds: [], assume: [],
    cluster: [], complete: true,
  });
});

test.each<[object, string]>([
  [{ failon: 'error' }, 'unknown property "failon", did you mean failOn?'],
  [{ frobnicate: 1 }, 'unknown property "frobnicate", expected one of failOn, only, '],
  [{ toString: 1 }, 'unknown property "toString", expected one of '],
  [{ failOn: 'errors' }, "failOn: expected one of 'error', 'warning', 'info', 'never', got \"errors\"."],
  [{ istioVersion: '1.19' }, "istioVersion: expected one of '1.20', "],
  [{ only: 'CRD' }, 'only: expected a list of strings, got "CRD".'],
  [{ rules: [1] }, 'rules: expected a list of strings, got [1].'],
  [{ meshConfig: {} }, 'meshConfig: expected a string, got {}.'],
  [{ complete: 'yes' }, 'complete: expected true or false, got "yes".'],
])('%j is refused', (properties, message) => {
  expect(() => checkSettings(properties, 'here')).toThrow(`here: ${message}`);
});
