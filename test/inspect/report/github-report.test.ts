import { githubReport } from '../../../lib/inspect/report/github-report';
import { bareFinding, fullFinding, sampleReport } from '../../support/sample-report';

test('a finding is a workflow command on its line', () => {
  expect(githubReport(sampleReport(fullFinding))).toBe(
    '::error file=dist/shop.yaml,line=14,col=5,title=CRD001::unknown field "timeut" in http[]%0AVirtualService shop/orders%0Aspec.http[0].timeut%0Aexpected: match, route, timeout%0Adid you mean "timeout"?\n',
  );
});

test('what a finding does not have is left out', () => {
  expect(githubReport(sampleReport(bareFinding))).toBe('::warning file=<stdin>,title=YAML001::bad\n');
});

test('an info is a notice', () => {
  expect(githubReport(sampleReport({ ...bareFinding, severity: 'info' }))).toBe('::notice file=<stdin>,title=YAML001::bad\n');
});

test('characters that end a property or a command are escaped', () => {
  expect(githubReport(sampleReport({ ...bareFinding, file: 'a,b:c%d.yaml', message: '100 %\r\n::error::' }))).toBe(
    '::warning file=a%2Cb%3Ac%25d.yaml,title=YAML001::100 %25%0D%0A::error::\n',
  );
});

test('what could steer a terminal is shown as an escape, also in names of objects and files', () => {
  const object = { kind: 'Pod', namespace: 'shop', name: 'a\u001b[31mred' };
  expect(githubReport(sampleReport({ ...bareFinding, object, file: 'a\u001bb.yaml', path: 'spec.\u0007' }))).toBe(
    '::warning file=a\\u001bb.yaml,title=YAML001::bad%0APod shop/a\\u001b[31mred%0Aspec.\\u0007\n',
  );
});

test('without findings there is nothing to annotate', () => {
  expect(githubReport(sampleReport())).toBe('');
});
