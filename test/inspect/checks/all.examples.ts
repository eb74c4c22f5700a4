import { istioExamples } from './istio/istio.examples';
import { meshExamples } from './mesh/mesh.examples';
import type { RuleExamples } from './rule-examples';
import { webhookExamples } from './webhook/webhook.examples';

/** The examples of all rules that share their codes. The pages of these rules show them. */
export const ruleExamples: RuleExamples = { ...webhookExamples, ...istioExamples, ...meshExamples };
