import { Duration } from 'cdk8s';
import { Percent } from '../../../mesh/percent';
import { AlertSeverity } from '../../alert-severity';
import { share, windowText } from '../queries/promql';
import { RuleGroup, RuleIntent } from './rule-group';

/** Requests in a second, and those of them for which a promise does not hold, in PromQL. */
export interface CountedRequests {
  readonly all: string;
  readonly bad: string;
}

/** What is promised of a service, and how it is asked for. */
export interface ObjectiveIntent {
  readonly name: string;
  /** what results carry, so that those of one objective are told from others */
  readonly labels: Readonly<Record<string, string>>;
  readonly alertLabels: Readonly<Record<string, string>>;
  readonly objective: Percent;
  readonly period: Duration;
  /** how fast requests came, on average over a time */
  readonly counted: (window: Duration) => CountedRequests;
}

/** A part of the budget, and the time in which it burns too fast. A second, short time ends the alert soon after the cause is gone. */
interface Burning {
  readonly part: number;
  readonly long: Duration;
  readonly short: Duration;
}

const FAST: readonly Burning[] = [
  { part: 0.02, long: Duration.hours(1), short: Duration.minutes(5) },
  { part: 0.05, long: Duration.hours(6), short: Duration.minutes(30) },
];
const SLOW: readonly Burning[] = [
  { part: 0.1, long: Duration.days(1), short: Duration.hours(2) },
  { part: 0.1, long: Duration.days(3), short: Duration.hours(6) },
];

/** What is recorded of requests, and how much of their past one asks the proxies' own counters for. */
const RECORDED = Duration.minutes(5);
const LONGEST_OF_COUNTERS = Duration.hours(6);

/** @throws when there is no budget, or it is so large that even a service that fails always burns it too slowly for an alert */
export function requireBurning({ value }: Percent, period: Duration, place: string): void {
  const days = period.toDays({ integral: false });
  if (!Number.isInteger(days) || days < 7 || days > 90) {
    throw new Error(`${place}: period cannot be ${days} days. Use a whole number of days from 7 to 90.`);
  }
  const least = 100 - 100 / Math.max(...FAST.map(burning => factor(burning, period)));
  if (value === 100) {
    throw new Error(`${place}: 100 percent leaves no error budget, so every failed request would be an alert. Use less, such as Percent.of(99.9).`);
  }
  if (value <= least) {
    throw new Error(`${place}: with ${value} percent the error budget is so large that no alert could fire, even if all requests failed. Use more than ${exact(least)} percent, or a shorter period.`);
  }
}

/** Rules for a budget of errors: shares of errors over several times, what is left, and alerts for when it burns too fast. */
export function burnGroups(intent: ObjectiveIntent): readonly RuleGroup[] {
  const { counted, labels, name, objective, period } = intent;
  const windows = [...new Map([...FAST, ...SLOW].flatMap(({ long, short }) => [short, long]).map(window => [windowText(window), window])).values()];
  const { all, bad } = counted(RECORDED);
  const records = [
    { record: ALL, expr: all, labels },
    // What never failed has no series of failures.
    { record: BAD, expr: `${bad} or ${all} * 0`, labels },
    ...windows.map(window => ({ record: `slo:error_share:${windowText(window)}`, expr: shareOver(window, intent), labels })),
  ];
  const left = { record: BUDGET_LEFT, expr: `100 - (${shareOver(period, intent)}) / ${exact(100 - objective.value)} * 100`, labels };
  const alerts = [burnAlert('Fast', AlertSeverity.CRITICAL, FAST, intent), burnAlert('Slow', AlertSeverity.WARNING, SLOW, intent)];
  return [
    { name: `slo-${name}`, rules: [...records, ...alerts] },
    // What lies in so long a time hardly changes.
    { name: `slo-budget-${name}`, interval: '2m', rules: [left] },
  ];
}

/** What is left of the budget, in percent. */
export const BUDGET_LEFT = 'slo:error_budget_left:percent';

const ALL = `slo:requests:rate${windowText(RECORDED)}`;
const BAD = `slo:bad_requests:rate${windowText(RECORDED)}`;

/** The share of bad requests over a time. Counters of all proxies over days would be millions of samples each time: two recorded series are few. */
function shareOver(window: Duration, { counted, name }: ObjectiveIntent): string {
  if (window.toSeconds() <= LONGEST_OF_COUNTERS.toSeconds()) {
    const { all, bad } = counted(window);
    return share(bad, all);
  }
  const [all, bad] = [ALL, BAD].map(record => `sum_over_time(${record}{slo="${name}"}[${windowText(window)}])`);
  return share(bad, all);
}

function burnAlert(speed: 'Fast' | 'Slow', severity: AlertSeverity, burnings: readonly Burning[], intent: ObjectiveIntent): RuleIntent {
  const { alertLabels, name, objective, period } = intent;
  const conditions = burnings.map(burning => {
    const bound = exact(factor(burning, period) * (100 - objective.value));
    const [long, short] = [burning.long, burning.short].map(window => `slo:error_share:${windowText(window)}{slo="${name}"} > ${bound}`);
    return `(${long} and ${short})`;
  });
  return {
    alert: `ErrorBudgetBurns${speed}`,
    expr: conditions.join(' or '),
    labels: { ...alertLabels, severity },
    annotations: {
      summary: `${name}: the budget of errors burns too fast to last`,
      description: `{{ $value | printf "%.4g" }} % of requests break what is promised for ${objective.value} % of them in ${period.toDays()} days.`,
      runbook: `See what is left of the budget: ${BUDGET_LEFT}. Then look at the service by response code and by version on the dashboard Service, and take back what was changed last.`,
    },
  };
}

/** How much faster than even a budget burns; never slower, which would be no news. */
function factor({ part, long }: Burning, period: Duration): number {
  return Math.max(1, part * period.toHours() / long.toHours());
}

/** A number without what its binary form adds. */
function exact(value: number): number {
  return Number(value.toPrecision(10));
}
