import { checksOf, JudgeFlags, judgeOptions } from '../../lib/cli/judge-options';
import { allChecks } from '../../lib/inspect/checks/all-checks';
import { ruleBook } from '../../lib/inspect/checks/rule-book';

const book = ruleBook([]);
const flags: JudgeFlags = {
  only: [], skip: [], analyzer: [], suppress: [], istioVersion: '1.30', defaultNamespace: 'default', crds: [], assume: [], complete: false, cluster: [],
};

test('names are taken in any letter case, and as rules call them', () => {
  expect(judgeOptions({ ...flags, only: ['crd', 'mesh024'], skip: ['Unknown-Field'] }, book).filter).toEqual({ only: ['CRD', 'MESH024'], skip: ['unknown-field'] });
});

test('what is said of the set comes with it', () => {
  expect(judgeOptions({ ...flags, complete: true, assume: ['Secret shop/tls'] }, book).set).toEqual({
    complete: true, assumed: ['Secret shop/tls'], meshConfig: undefined, meshNetworks: undefined, clusters: [],
  });
});

test.each([
  [{ suppress: ['CRD001'] }, "--suppress CRD001: expected CODE=GLOB, for example --suppress 'CRD001=VirtualService shop/*'"],
  [{ suppress: ['CRD0=*'] }, /^unknown code, family or rule "CRD0": did you mean CRD/],
  [{ assume: ['shop/tls'] }, "--assume shop/tls: expected 'Kind namespace/name', for example 'Secret istio-system/shop-tls'"],
  [{ meshConfig: 'nowhere.yaml' }, /^--mesh-config nowhere\.yaml: cannot be read: /],
])('%j is refused', (wrong, message) => {
  expect(() => judgeOptions({ ...flags, ...wrong }, book)).toThrow(message);
});

test('without an analyzer all checks apply; with one those that answer to it', () => {
  const name = 'virtualservice.DestinationHostAnalyzer';
  expect(checksOf([], book)).toEqual(allChecks);
  expect(checksOf([name], book).map(({ analyzer }) => analyzer)).toEqual(expect.arrayContaining([name]));
  expect(new Set(checksOf([name], book).map(({ analyzer }) => analyzer))).toEqual(new Set([name]));
});

test.each([
  ['virtualservice.DestinationHostAnalyser', /^--analyzer virtualservice\.DestinationHostAnalyser: no check belongs to this analyzer; did you mean virtualservice\.DestinationHostAnalyzer/],
  ['x', /^--analyzer x: no check belongs to this analyzer; expected one of .*virtualservice\.DestinationHostAnalyzer/],
])('an analyzer called %s is refused', (name, message) => {
  expect(() => checksOf([name], book)).toThrow(message);
});
