import type { Field } from '../../mesh/field';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { isProbeHeader } from './primitives/header-names';
import { labelRules, labels } from './primitives/labels';
import { portNumber, portRules } from './primitives/ports';
import { refusal } from './webhook-rules';

const rules = {
  template: refusal('workload-group-template', 'A WorkloadGroup has no template.'),
  number: refusal('probe-number', 'A number of a probe is negative.'),
  method: refusal('probe-method', 'A probe of a WorkloadGroup has none of the supported methods.'),
  scheme: refusal('probe-scheme', 'The scheme of a probe is neither HTTP nor HTTPS.'),
  header: refusal('probe-header', 'A probe has an invalid header name.'),
  command: refusal('probe-command', 'An exec probe has no command.'),
};

const NUMBERS = ['periodSeconds', 'initialDelaySeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold'];

/** What the webhook says of a WorkloadGroup. */
export const workloadGroup = defineCheck({
  rules: [...Object.values(rules), portRules.number, ...Object.values(labelRules)],
  analyzer: 'schema.ValidationAnalyzer.WorkloadGroup',
  kinds: ['networking.istio.io/WorkloadGroup'],
  everyDocument: true,
  * judge({ spec }) {
    if (!spec.at('template').isSet) {
      yield broken(rules.template, spec.at('template'), 'the group has no template', 'add one; an empty one, {}, is enough');
    }
    yield* labels(spec.at('metadata', 'labels'));
    if (spec.at('probe').isSet) {
      yield* probe(spec.at('probe'));
    }
  },
});

function* probe(field: Field): Judgement {
  for (const number of NUMBERS.map(name => field.at(name)).filter(one => (one.number ?? 0) < 0)) {
    yield broken(rules.number, number, `${number.key} is negative`, 'write 0 or more');
  }
  if (field.at('httpGet').isSet) {
    yield* httpProbe(field.at('httpGet'));
  } else if (field.at('tcpSocket').isSet) {
    yield* portNumber(field.at('tcpSocket', 'port'));
  } else if (field.at('exec').isSet) {
    yield* command(field.at('exec', 'command'));
  } else {
    yield broken(rules.method, field, 'the probe has none of httpGet, tcpSocket and exec', 'use one of them');
  }
}

function* httpProbe(field: Field): Judgement {
  const scheme = field.at('scheme');
  yield* portNumber(field.at('port'));
  if (scheme.text !== undefined && !['', 'HTTP', 'HTTPS'].includes(scheme.text)) {
    yield broken(rules.scheme, scheme, `a probe cannot use ${scheme.text}`, 'write HTTP or HTTPS');
  }
  for (const header of field.at('httpHeaders').items().filter(({ isSet }) => isSet).map(one => one.at('name'))) {
    if (!header.isSet || (header.text !== undefined && !isProbeHeader(header.text))) {
      yield broken(rules.header, header, `"${header.text ?? ''}" is not a valid header name`, 'write letters, digits and hyphens');
    }
  }
}

function* command(field: Field): Judgement {
  if (!field.isFilled) {
    yield broken(rules.command, field, 'the probe has no command', 'name it, with its arguments');
  }
}
