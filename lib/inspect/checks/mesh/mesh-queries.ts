import { QUERY_KINDS, queriesOf } from '../../mesh/queries';
import { SeriesSelector, seriesSelectors } from '../../promql/selectors';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const meshQuery = meshRule('MESH038', 'warning', ['mesh-query', 'A query uses a label that no series has, or counts requests twice or wrongly.']);

/** Queries of the metrics of a mesh that answer something else than they ask. */
export const meshQueriesCheck = defineCheck({
  rules: [meshQuery],
  kinds: QUERY_KINDS,
  * judge(resource) {
    for (const { place, text } of queriesOf(resource)) {
      const selectors = seriesSelectors(text);
      for (const { isBroken, message, repair } of MISTAKES) {
        const broken = selectors.find(isBroken);
        if (broken !== undefined) {
          yield { rule: meshQuery, path: place.path, message: message(broken.metric), repair };
        }
      }
    }
  },
});

interface Mistake {
  readonly isBroken: (selector: SeriesSelector) => boolean;
  readonly message: (metric: string) => string;
  readonly repair: string;
}

/** What the proxies of both sides of a call report. */
const TWICE = /^istio_(requests_total|(request_duration_milliseconds|request_bytes|response_bytes)(_bucket|_sum|_count)?)$/;

const MISTAKES: readonly Mistake[] = [
  {
    isBroken: selector => selector.metric.startsWith('istio_') && asks(selector, 'security_policy'),
    message: metric => `${metric} has no label security_policy, so the query returns nothing`,
    repair: 'use connection_security_policy',
  },
  {
    isBroken: selector => TWICE.test(selector.metric) && !keepsApart(selector, 'reporter'),
    message: metric => `the proxies of both sides report ${metric}, so each request between two proxies is counted twice`,
    repair: 'add reporter="destination", or "source" for the view of the callers',
  },
  {
    isBroken: ({ metric, matchers }) => metric === 'istio_requests_total'
      && matchers.some(({ label, operator, value }) => label === 'response_code' && operator === '=' && value === '200'),
    message: () => 'response_code="200" excludes other successful responses, such as 201, 204 and redirects',
    repair: 'use response_code!~"5.."',
  },
  {
    isBroken: selector => selector.metric === 'response_total' && !keepsApart(selector, 'direction'),
    message: metric => `the proxies of both sides report ${metric}, so each request between two proxies is counted twice`,
    repair: 'add direction="inbound", or "outbound" for the view of the callers',
  },
  {
    isBroken: selector => isGroupedBy(selector, 'dst_service') && !isOutbound(selector),
    message: metric => `only the outbound series of ${metric} have a label dst_service`,
    repair: 'add direction="outbound"',
  },
];

function asks({ matchers }: SeriesSelector, wanted: string): boolean {
  return matchers.some(({ label }) => label === wanted);
}

/** Whether a label is asked for, or kept apart by some aggregation around. */
function keepsApart(selector: SeriesSelector, label: string): boolean {
  return asks(selector, label) || selector.groupings.some(({ isWithout, labels, isOpen }) => isOpen || labels.includes(label) !== isWithout);
}

function isGroupedBy({ groupings }: SeriesSelector, label: string): boolean {
  return groupings.some(({ isWithout, labels }) => !isWithout && labels.includes(label));
}

function isOutbound({ matchers }: SeriesSelector): boolean {
  return matchers.some(({ label, value }) => label === 'direction' && value === 'outbound');
}
