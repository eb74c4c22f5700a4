import { grafanaTest, schemaErrors } from './grafana-schema';

const runs = grafanaTest();

runs.each<[string, unknown, string[]]>([
  ['nothing', { type: 'stat', title: 'Now' }, []],
  ['a word of the wrong kind', { type: 'stat', title: 1 }, ['Panel.title: 1 is no string']],
  ['an unknown word', { type: 'stat', titel: 'Now' }, ['Panel: titel is not known']],
  ['a missing word', { title: 'Now' }, ['Panel: no type']],
  ['a wrong choice, deep inside', { type: 'stat', fieldConfig: { defaults: { thresholds: { mode: 'half', steps: [] } }, overrides: [] } }, ['Panel.fieldConfig.defaults.thresholds.mode: "half" is no ThresholdsMode.Absolute']],
  ['no list', { type: 'stat', targets: {} }, ['Panel.targets: no list']],
])('%s is found', (_, panel, errors) => {
  expect(schemaErrors(panel, 'Panel')).toEqual(errors);
});
