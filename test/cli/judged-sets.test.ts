import { judgedSets } from '../../lib/cli/judged-sets';
import { allChecks } from '../../lib/inspect/checks/all-checks';
import type { JudgeOptions } from '../../lib/inspect/checks/run-checks';
import { Suppression } from '../../lib/inspect/checks/suppression';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { testSchemas } from '../support/object-set';

const options: JudgeOptions = {
  schemas: testSchemas,
  istioRelease: '1.30',
  filter: { only: ['IST0174', 'MESH045', 'IST0133', 'CRD001'], skip: [] },
  suppressions: [],
  defaultNamespace: 'shop',
  set: { complete: true, assumed: [] },
};
const rule = (name: string, more = ''): SourceFile => new SourceFile(name, `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart}
spec: {host: cart.shop.svc.cluster.local${more}}
`);
const [dev, prod] = [rule('dev.yaml'), rule('prod.yaml')];
const shared = rule('shared.yaml', ', trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}').text.replaceAll('cart', 'web');
const web = new SourceFile('shared.yaml', shared);

test('each set is judged as if there were no other, with what it needs elsewhere', () => {
  const { verdict, input } = judgedSets([{ files: [dev], assumed: ['Service shop/cart'] }, { files: [prod], assumed: [] }], allChecks, options);
  expect(verdict.findings.map(({ file, code }) => [file, code])).toEqual([['prod.yaml', 'IST0174']]);
  expect(input.objects).toHaveLength(2);
});

test('what is in several sets is read once, told once and mended once', () => {
  const { verdict, input } = judgedSets([{ files: [web, dev], assumed: [] }, { files: [web, prod], assumed: [] }], allChecks, options);
  expect(input.files).toEqual([web, dev, prod]);
  expect(verdict.findings.map(({ file, code }) => [file, code])).toEqual([
    ['dev.yaml', 'IST0174'], ['prod.yaml', 'IST0174'], ['shared.yaml', 'IST0133'], ['shared.yaml', 'IST0174'],
  ]);
  expect(verdict.repairs.map(({ object, code }) => [object.document.file.name, code])).toEqual([['shared.yaml', 'IST0133']]);
});

test('a suppression is idle that hides nothing in any set', () => {
  const suppressions = [new Suppression('IST0174', '* shop/web'), new Suppression('IST0174', '* shop/cart'), new Suppression('CRD001', '*')];
  const { verdict } = judgedSets([{ files: [web], assumed: [] }, { files: [dev], assumed: [] }], allChecks, { ...options, suppressions });
  expect(verdict.idleSuppressions).toEqual([suppressions[2]]);
});

test('tells how far it is, over all sets', () => {
  const told: string[] = [];
  judgedSets([{ files: [dev], assumed: [] }, { files: [prod], assumed: [] }], allChecks.slice(0, 2), { ...options, filter: { only: [], skip: [] } }, {
    reading: (done, all) => told.push(`read ${done}/${all}`),
    judging: (done, all) => told.push(`judged ${done}/${all}`),
  });
  expect(told).toEqual(['read 1/2', 'read 2/2', 'judged 1/2', 'judged 2/2']);
});
