import type { RuleExamples } from '../rule-examples';

/** The rules of istioctl's analyzers that share a code. */
export const istioExamples: RuleExamples = {};
