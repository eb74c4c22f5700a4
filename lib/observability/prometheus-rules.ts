import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { PrometheusRule, PrometheusRuleSpec, PrometheusRuleSpecGroupsRulesExpr as Expression } from '../../imports/monitoring.coreos.com';
import { claimName } from '../mesh/private/claim-name';
import { lateSpec } from '../mesh/private/late-spec';
import { MeshRules } from './mesh-rules';

/** Rules for an operator. */
export interface PrometheusRulesProps {
  /**
   * Labels of the object, by which a Prometheus finds it: `{ release: 'kube-prometheus-stack' }`.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * Name of the object.
   *
   * @default - the id of the construct
   */
  readonly objectName?: string;
  /** What it holds. */
  readonly rules: MeshRules;
}

/** Rules as a `PrometheusRule`, which the operator of Prometheus reads. */
export class PrometheusRules extends Construct {
  /** The object itself, for what has no word here. */
  public readonly apiObject: ApiObject;

  /** @throws when another object has its name */
  constructor(scope: Construct, id: string, { labels, objectName: name = id, rules }: PrometheusRulesProps) {
    super(scope, id);
    const { path } = this.node;
    claimName(this, { what: 'PrometheusRule', name }, path, 'Give one of the two another name.');
    this.apiObject = new PrometheusRule(this, 'Default', { metadata: { name, labels }, spec: lateSpec(this, () => specOf(rules, path)) });
  }
}

function specOf(rules: MeshRules, place: string): PrometheusRuleSpec {
  const groups = rules._groups();
  if (groups.length === 0) {
    throw new Error(`${place}: there are no rules. Use MeshRules.standard(), or add some.`);
  }
  return {
    groups: groups.map(group => ({
      ...group,
      rules: group.rules.map(({ expr, holdFor, ...rule }) => ({ ...rule, expr: Expression.fromString(expr), for: holdFor })),
    })),
  };
}
