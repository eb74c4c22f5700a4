import type { RuleExamples } from '../rule-examples';
import { peerAuthenticationExamples } from './peer-authentication.examples';

export const webhookExamples: RuleExamples = {
  ...peerAuthenticationExamples,
};
