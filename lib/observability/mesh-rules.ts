import { Duration } from 'cdk8s';
import { AlertRule } from './alert-rule';
import { MeshQuery } from './mesh-query';
import { recorded, recordName, recordRule } from './private/rules/recorded';
import { RuleGroup, ruleFile, RuleIntent } from './private/rules/rule-group';
import { collectorAlerts, controlPlaneAlerts, recordedQueries, serviceAlerts } from './private/rules/standard-rules';
import { RuleThresholds } from './rule-thresholds';
import { ServiceObjective } from './service-objective';

/**
 * What a Prometheus works out by itself, and of what it tells somebody. It is data: `PrometheusRules` makes an object for the operator of it, and
 * `files` are for a Prometheus without one.
 */
export class MeshRules {
  /** Nothing at first. */
  public static empty(): MeshRules {
    return new MeshRules();
  }

  /**
   * What every mesh of Istio needs: success, as services and as their callers see it, latency and mutual TLS of its services are recorded; and there
   * are alerts for these, for the control plane, and for the collector.
   */
  public static standard(thresholds: RuleThresholds = {}): MeshRules {
    const rules = new MeshRules();
    const { success, latency, mutualTls, connections, reached, requests, ...others } = recordedQueries(thresholds);
    const byRecord = {
      success: rules.record('service', success),
      latency: rules.record('service', latency),
      mutualTls: rules.record('service', mutualTls),
      connections: rules.record('service', connections),
      reached: rules.record('callers', reached),
      requests: rules.record('service', requests),
    };
    Object.values(others).forEach(query => rules.record('service', query));
    [...serviceAlerts(byRecord, thresholds), ...controlPlaneAlerts(thresholds), ...collectorAlerts(thresholds)].forEach(alert => rules.alert(alert));
    return rules;
  }

  private readonly alerts = new Map<string, AlertRule>();
  private readonly objectives = new Map<string, ServiceObjective>();
  private readonly records = new Map<string, RuleIntent>();

  private constructor() {}

  /** Files of rules for a Prometheus without an operator: name to content. */
  public get files(): { [name: string]: string } {
    const groups = this._groups();
    return groups.length === 0 ? {} : { 'mesh-rules.yaml': ruleFile(groups) };
  }

  /** Adds an alert. @throws when one has its name */
  public alert(rule: AlertRule): void {
    if (this.alerts.has(rule.name)) {
      throw new Error(`MeshRules.alert("${rule.name}"): this alert name is already in use. Give each alert its own name.`);
    }
    this.alerts.set(rule.name, rule);
  }

  /** Adds the budget of errors of a service, and alerts for when it burns too fast. @throws when the service has one of the kind */
  public objective(objective: ServiceObjective): void {
    if (this.objectives.has(objective.name)) {
      throw new Error(`MeshRules.objective("${objective.name}"): the service already has an objective of this kind. Set it once.`);
    }
    this.objectives.set(objective.name, objective);
  }

  /**
   * Has a query worked out again and again, which makes it cheap to ask for.
   *
   * @param level of what it is the result: `service`
   * @returns a query for what is recorded
   * @throws when the level is none, or something else is recorded so
   */
  public record(level: string, query: MeshQuery): MeshQuery {
    const call = `MeshRules.record("${level}")`;
    if (!/^[a-z][a-z0-9_]*$/.test(level)) {
      throw new Error(`${call}: this is not a valid level. Use lowercase letters and digits, such as "service".`);
    }
    if (query.text.includes('$')) {
      throw new Error(`${call}: the query "${query.name}" has dashboard variables, which rules cannot use. Use a fixed name.`);
    }
    const record = recordName(level, query);
    const rule = recordRule(record, query);
    if (this.records.has(record) && this.records.get(record)!.expr !== rule.expr) {
      throw new Error(`${call}: another query is already recorded as "${record}". Use another level for one of the two.`);
    }
    this.records.set(record, rule);
    return recorded(record, query);
  }

  /** Those whose budget is meant for a longer time than this. @internal */
  public _objectivesBeyond(time: Duration): readonly ServiceObjective[] {
    return [...this.objectives.values()].filter(({ _period: period }) => period.toSeconds() > time.toSeconds());
  }

  /** @internal */
  public _groups(): readonly RuleGroup[] {
    const groups: RuleGroup[] = [
      { name: 'mesh-records', rules: [...this.records.values()] },
      { name: 'mesh-alerts', rules: [...this.alerts.values()].map(({ _intent }) => _intent) },
      ...[...this.objectives.values()].flatMap(({ _groups }) => _groups),
    ];
    return groups.filter(({ rules }) => rules.length > 0);
  }
}
