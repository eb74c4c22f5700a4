import type { Check } from './check';
import { istioChecks } from './istio/istio-checks';
import { meshChecks } from './mesh/mesh-checks';
import { schemaCheck } from './schema-check';
import { webhookChecks } from './webhook/webhook-checks';

/** All checks, by family. */
export const allChecks: readonly Check[] = Object.freeze([
  schemaCheck,
  ...webhookChecks,
  ...istioChecks,
  ...meshChecks,
]);
