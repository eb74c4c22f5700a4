import { Duration } from 'cdk8s';
import { requireTime } from '../mesh/private/require-time';
import { AlertSeverity } from './alert-severity';
import { MeshQuery } from './mesh-query';
import { windowText } from './private/queries/promql';
import { RuleIntent } from './private/rules/rule-group';

/** When somebody is told, and what. */
export interface AlertRuleProps {
  /**
   * It fires when the result of the query is above.
   *
   * @default - the bound is `below`
   */
  readonly above?: number;
  /**
   * It fires when the result of the query is below.
   *
   * @default - the bound is `above`
   */
  readonly below?: number;
  /**
   * How long that has to be so.
   *
   * @default - five minutes
   */
  readonly holdFor?: Duration;
  /**
   * More labels, by which it is routed.
   *
   * @default - none but `severity`
   */
  readonly labels?: { [name: string]: string };
  /** What is compared. */
  readonly query: MeshQuery;
  /** What to do about it. */
  readonly runbook: string;
  /**
   * How much it matters.
   *
   * @default AlertSeverity.WARNING
   */
  readonly severity?: AlertSeverity;
  /** What is wrong, in a line. Labels of the result can stand in it as `{{ $labels.destination_service_name }}`. */
  readonly summary: string;
}

/** Something that somebody is told of: the result of a query is beyond a bound, and stays there. */
export class AlertRule {
  /** @throws when the name is none, there is not one bound, or nobody could read what is said */
  public static of(name: string, props: AlertRuleProps): AlertRule {
    const call = `AlertRule.of("${name}")`;
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      throw new Error(`${call}: this is not a valid alert name. Use letters and digits, a capital letter first: "HighLatency".`);
    }
    const { above, below, holdFor = Duration.minutes(5), labels, query, runbook, severity = AlertSeverity.WARNING, summary } = props;
    const bounds = [['>', above] as const, ['<', below] as const].filter(([, bound]) => bound !== undefined);
    if (bounds.length !== 1 || !Number.isFinite(bounds[0][1])) {
      throw new Error(`${call}: has ${bounds.length === 1 ? 'a bound that is not a number' : `${bounds.length === 0 ? 'no bound' : 'two bounds'}`}. Set either above or below to a number.`);
    }
    requireTime(holdFor, 'seconds', `${call}: holdFor`);
    requireTexts({ runbook, summary }, call);
    const [[comparison, bound]] = bounds;
    return new AlertRule({
      alert: name,
      expr: `(${query.text}) ${comparison} ${bound}`,
      holdFor: windowText(holdFor),
      labels: { ...labels, severity },
      annotations: { summary, description: `${query.description}: {{ $value | printf "%.4g" }}. The bound is ${bound}.`, runbook },
    });
  }

  /** Its name. */
  public readonly name: string;
  /** What is asked for, in PromQL: it fires for each result. */
  public readonly expression: string;

  private constructor(private readonly intent: RuleIntent) {
    this.name = intent.alert!;
    this.expression = intent.expr;
  }

  /** @internal */
  public get _intent(): RuleIntent {
    return this.intent;
  }
}

/** Prometheus writes values in place of `{{ ... }}`. */
function requireTexts(texts: Readonly<Record<string, string>>, call: string): void {
  for (const [name, text] of Object.entries(texts)) {
    if (text.trim() === '') {
      throw new Error(`${call}: ${name} is empty. Describe the problem in summary, and what to do about it in runbook.`);
    }
    if (/\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) {
      throw new Error(`${call}: ${name} has unbalanced {{ or }}, and Prometheus does not load such a rule: ${text}`);
    }
  }
}
