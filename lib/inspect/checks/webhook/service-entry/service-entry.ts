import type { Field } from '../../../mesh/field';
import { isHttp, isTls } from '../../../mesh/protocols';
import { defineCheck, Judgement } from '../../check';
import { broken } from '../broken';
import { addressRules, ipRange } from '../primitives/addresses';
import { exportTo, exportToRules } from '../primitives/export-to';
import { hostRules, isPartialWildcard, wildcardHostName } from '../primitives/host-names';
import { presentItems } from '../primitives/present-items';
import { refusal, warning, webhookRefusal } from '../webhook-rules';
import { selectorRules, workloadSelector } from '../workload-selector';
import { serviceEntryPortRules, serviceEntryPorts } from './service-entry-ports';
import { serviceEntryResolution, serviceEntryResolutionRules } from './service-entry-resolution';

const rules = {
  both: refusal('selector-and-endpoints', 'A ServiceEntry has both workloadSelector and endpoints.'),
  noHosts: refusal('service-entry-without-hosts', 'A ServiceEntry has no host.'),
  anyHost: refusal('service-entry-any-host', 'A ServiceEntry has the host *.'),
  partial: warning('partial-wildcard-host', 'A host has a * that is not its whole first label.'),
  range: refusal('address-range-resolved', 'A ServiceEntry has an address range, but its hosts are resolved by DNS.'),
  manyHosts: refusal('hosts-of-tcp-port', 'A ServiceEntry resolves several hosts, but a port cannot tell them apart.'),
};

/** What the webhook says of a ServiceEntry. */
export const serviceEntry = defineCheck({
  rules: [
    ...Object.values(rules), ...Object.values(serviceEntryPortRules), ...Object.values(serviceEntryResolutionRules), ...Object.values(exportToRules),
    ...Object.values(selectorRules), addressRules.range, hostRules.wildcardHost,
  ],
  analyzer: 'schema.ValidationAnalyzer.ServiceEntry',
  kinds: ['networking.istio.io/ServiceEntry'],
  everyDocument: true,
  * judge(entry, { istioRelease }) {
    const { spec, namespace } = entry;
    const selector = spec.at('workloadSelector');
    const { text: resolution = 'NONE' } = spec.at('resolution');
    const problems = [...workloadSelector(selector, selector.at('labels'))];
    yield* problems;
    if (problems.some(problem => 'rule' in problem && problem.rule.code === webhookRefusal)) {
      return;
    }
    if (selector.isSet && spec.at('endpoints').isFilled) {
      yield broken(rules.both, spec.at('endpoints'), 'workloadSelector and endpoints are mutually exclusive', 'keep one of them');
    }
    const isAllocated = resolution !== 'NONE' && entry.labels['networking.istio.io/enable-autoallocate-ip']?.toLowerCase() !== 'false';
    yield* hosts(spec.at('hosts'), resolution);
    yield* addresses(spec.at('addresses'), resolution);
    yield* serviceEntryPorts(spec.at('ports'), spec.at('addresses').isFilled || isAllocated);
    yield* serviceEntryResolution(entry, istioRelease);
    yield* resolution === 'NONE' ? [] : hostsOfPorts(spec);
    yield* exportTo(spec.at('exportTo'), { namespace, takesNobody: true });
  },
});

function* hosts(list: Field, resolution: string): Judgement {
  if (!list.isFilled) {
    yield broken(rules.noHosts, list, 'the ServiceEntry has no host', 'name its hosts');
  }
  for (const host of list.items()) {
    const { text = '' } = host;
    if (text === '*') {
      yield broken(rules.anyHost, host, 'a ServiceEntry cannot provide the host *', 'name the hosts');
      continue;
    }
    const problems = [...wildcardHostName(host)];
    yield* problems;
    if (problems.length === 0 && resolution !== 'DYNAMIC_DNS' && isPartialWildcard(text)) {
      yield broken(rules.partial, host, `"${text}" has a * within a label`, 'write * as the whole first label');
    }
  }
}

/** Of what is no resolution the schema speaks. */
const WITHOUT_RANGES = ['DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'];

function* addresses(list: Field, resolution: string): Judgement {
  const range = list.items().find(({ text = '' }) => text.includes('/'));
  for (const address of list.items()) {
    yield* ipRange(address);
  }
  if (range !== undefined && WITHOUT_RANGES.includes(resolution)) {
    yield broken(rules.range, range, `the range ${range.text} cannot be combined with the resolution ${resolution}`, 'write addresses, or resolution: NONE or STATIC');
  }
}

/** HTTP and TLS name the host that is meant; other protocols do not. */
function* hostsOfPorts(spec: Field): Judgement {
  const isNamed = (port: Field): boolean => [isHttp, isTls].some(speaks => speaks(port.at('protocol').text ?? ''));
  const port = spec.at('hosts').items().length > 1 ? presentItems(spec.at('ports')).find(one => !isNamed(one)) : undefined;
  if (port !== undefined) {
    const { text = '' } = port.at('protocol');
    const message = `${text === '' ? 'a port without protocol' : text} cannot tell the hosts apart`;
    yield broken(rules.manyHosts, port, message, 'write a ServiceEntry for each host');
  }
}
